// The HTTP server on one machine: how long a client may take to say what it wants, and an end that waits for none. It
// knows no route.

import { once } from 'node:events'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { sleep } from './environment.ts'

type Place = { readonly port: number; readonly hostname: string }

export type HttpServer = {
  readonly port: number
  /** Takes no connection any more, gives what is under way so many milliseconds, and cuts the rest. */
  readonly end: (graceMs: number) => Promise<void>
}

/** Milliseconds for the head of a request, for all of it, and of silence; how often the first two are looked at. */
export type HttpLimits = {
  readonly headersTimeout: number
  readonly requestTimeout: number
  readonly silentMs: number
  readonly connectionsCheckingInterval: number
}

/**
 * A file of 5 MB comes within the limit at 30 KB a second. A connection that is silent for longer is closed; open streams
 * of events say something more often (channels/web/web.ts).
 */
export const httpLimits: HttpLimits = {
  headersTimeout: 15_000,
  requestTimeout: 180_000,
  silentMs: 45_000,
  connectionsCheckingInterval: 5_000,
}

/** Resolves when it listens; rejects with the system's error when it cannot. */
export const listen = async (
  app: Hono,
  { port, hostname }: Place,
  { silentMs, ...limits }: HttpLimits = httpLimits,
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
