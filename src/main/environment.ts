// The real environment: the platform's clock and chance.

import { hex } from '../app/hash-of.ts'
import type { Environment } from '../app/ports/environment.ts'
import { dateIn } from '../district/date-in.ts'
import { startIn } from '../district/start-in.ts'

/** `zone` is the district's. */
export const realEnvironment = (zone: string): Environment => ({
  now: () => Date.now(),
  elapsed: () => performance.now(),
  zone,
  startOf: date => startIn(zone, date),
  dateOf: at => dateIn(zone, at),
  id: randomIds(),
  chance: Math.random,
  sleep,
})

/** Bytes are drawn for many ids at once: each draw costs more than the bytes. None is given twice. */
export const randomIds = (): Environment['id'] => {
  const drawn = new Uint8Array(8 * 256)
  let at = drawn.length
  return () => {
    if (at === drawn.length) {
      crypto.getRandomValues(drawn)
      at = 0
    }
    at += 8
    return hex(drawn.subarray(at - 8, at))
  }
}

/** Keeps no process alive; nothing stays behind when the signal ends it. */
export const sleep: Environment['sleep'] = (ms, signal) =>
  new Promise(resolve => {
    if (signal?.aborted) return resolve()
    const timer = setTimeout(() => end(), ms) as unknown as { readonly unref?: () => void }
    const end = (): void => {
      clearTimeout(timer as never)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    // A turn of the loop is no wait: work that lets others go first is not left undone.
    if (ms > 0) timer.unref?.()
    signal?.addEventListener('abort', end)
  })
