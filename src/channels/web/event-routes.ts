// A stream that only says "there is something new": what it is, the page then asks for. It ends by itself after a
// while, and the browser opens the next one.

import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Env } from './visitors.ts'
import type { WebRoom } from './web.ts'

/** Milliseconds until a browser tries again. */
const retryMs = 2_000

export const eventRoutes = ({ visits, visitors, waker, stream: { pollMs, lastsMs } }: WebRoom): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/events', visitors.only, c => {
    const account = c.get('account')
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async stream => {
      let ended = false
      let woken = false
      let rouse = () => {}
      const stop = waker.listen(account, {
        wake: () => {
          woken = true
          rouse()
        },
        end: () => {
          ended = true
          rouse()
        },
      })
      stream.onAbort(() => {
        ended = true
        rouse()
      })
      try {
        const until = Date.now() + lastsMs
        let seen = await lastOf(visits, account)
        await stream.writeSSE({ event: 'wake', data: `${seen}`, retry: retryMs })
        while (!ended && Date.now() < until) {
          if (!woken)
            await Promise.race([new Promise<void>(resolve => (rouse = resolve)), stream.sleep(pollMs)])
          woken = false
          if (ended) break
          const last = await lastOf(visits, account)
          // A comment keeps proxies from closing what is silent.
          if (last === seen) await stream.write(': \n\n')
          else await stream.writeSSE({ event: 'wake', data: `${last}` })
          seen = last
        }
      } finally {
        stop()
      }
    })
  })
  return routes
}

const lastOf = async (visits: WebRoom['visits'], account: string): Promise<number> =>
  (await visits.messages(account, { before: Number.MAX_SAFE_INTEGER }, 1))[0]?.seq ?? 0
