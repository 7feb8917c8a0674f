// A body that is refused for its length: what is still on its way is read and thrown away, so that the sender gets the
// answer, and then the connection ends. Nothing else may be asked on it: behind a proxy that would be another person's.

import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { sleep } from './environment.ts'

/** Bytes and milliseconds that are thrown away at most; a sender that goes on is cut off. */
const most = { bytes: 64 * 1024 * 1024, ms: 5_000 }

export const endRefused: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.status !== 413) return
  await Promise.race([drained((c.env as HttpBindings).incoming), sleep(most.ms)])
  c.header('Connection', 'close')
}

const drained = (incoming: IncomingMessage): Promise<void> =>
  new Promise(resolve => {
    if (incoming.complete || incoming.destroyed) return resolve()
    let bytes = 0
    // Readers that have given up would keep what they are given.
    incoming.removeAllListeners('data')
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > most.bytes) resolve()
    })
    for (const event of ['end', 'error', 'close']) incoming.once(event, () => resolve())
    incoming.resume()
  })
