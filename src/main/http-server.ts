// The HTTP server on one machine: how long a client may take to say what it wants, and an end that waits for none. It
// knows no route.

import { once } from 'node:events'
import { type HttpBindings, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { sleep } from './environment.ts'

type Place = { readonly port: number; readonly hostname: string }

export type HttpServer = {
  readonly port: number
  /** Takes no connection any more, gives what is under way so many milliseconds, and cuts the rest. */
  readonly end: (graceMs: number) => Promise<void>
}

/**
 * Milliseconds. A file of 5 MB comes within the limit at 30 KB a second. A connection that is silent for longer than
 * `silentMs` is closed; open streams of events say something more often (channels/web/web.ts).
 */
const limits = { headersTimeout: 15_000, requestTimeout: 180_000, connectionsCheckingInterval: 5_000 }
const silentMs = 45_000

/** Resolves when it listens; rejects with the system's error when it cannot. */
export const listen = async (
  app: Hono<{ Bindings: HttpBindings }>,
  { port, hostname }: Place,
): Promise<HttpServer> => {
  const server = serve({ fetch: app.fetch, port, hostname, serverOptions: limits })
  if (!('closeAllConnections' in server)) throw new TypeError('HTTP/1.1 is served')
  server.setTimeout(silentMs)
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    end: async graceMs => {
      // An ending server asks no longer whether a client is late (Node, `server.close`): it is cut here.
      const closed = new Promise<void>(resolve => void server.close(() => resolve()))
      await Promise.race([closed, sleep(graceMs)])
      server.closeAllConnections()
      await closed
    },
  }
}
