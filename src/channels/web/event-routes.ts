// The stream of events, which carries no content: it says that there is news, and the page asks for it. It ends with its
// session, else by itself after a while, and the browser opens the next one.

import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { errorFields } from '../../faults.ts'
import type { WebDeps } from './deps.ts'
import type { Env } from './session-cookie.ts'
import { stampOf } from './stamp-of.ts'

/** Milliseconds until a browser tries again. */
const retryMs = 2_000

export const eventRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, sessions, refusals, chats, filings, log, elapsed, sleep } = deps
  const { pollMs, lastsMs } = deps.stream
  const routes = new Hono<Env>()
  routes.get('/events', sessions.required, async c => {
    const account = c.get('account')
    const following = await useCases.follow(account)
    if (!following) return refusals.noPlace(c)
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async stream => {
      let ended = false
      let woken = false
      let rouse = () => {}
      const wake = () => {
        woken = true
        rouse()
      }
      const end = () => {
        ended = true
        rouse()
      }
      const { filing } = following
      const stops = [
        chats.listen(account, { wake, end }),
        ...(filing === null ? [] : [filings.listen(filing, { wake, end })]),
      ]
      stream.onAbort(end)
      const until = elapsed() + lastsMs
      let seen: string | null = null
      try {
        while (!ended && elapsed() < until) {
          woken = false
          const now = (await sessions.isIn(c, account)) ? await useCases.follow(account) : null
          if (!now) break
          const stamp = stampOf(now.last, now)
          // A comment keeps proxies from closing what is silent.
          if (stamp === seen) await stream.write(': \n\n')
          else await stream.writeSSE({ event: 'wake', data: stamp, retry: retryMs })
          seen = stamp
          if (!woken && !ended)
            await Promise.race([new Promise<void>(resolve => (rouse = resolve)), sleep(pollMs)])
        }
      } catch (error) {
        // The browser opens another one; the failure is not for its eyes.
        log('web.stream-failed', errorFields(error))
      } finally {
        for (const stop of stops) stop()
      }
    })
  })
  return routes
}
