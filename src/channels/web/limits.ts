// Slows what comes too often: posts by session, wrong codes by address. The address is the connection's: behind a proxy
// it is the proxy's for everybody, which harms none, since a code that opens is never asked.

import type { Context, MiddlewareHandler } from 'hono'
import type { WebDeps } from './deps.ts'
import type { Env } from './session-cookie.ts'

/** Before each post of a session. */
export const limitPosts =
  ({ limits, refusals }: Pick<WebDeps, 'limits' | 'refusals'>): MiddlewareHandler<Env> =>
  async (c, next) => {
    const waitMs = limits.post(c.get('account'))
    return waitMs > 0 ? refusals.later(c, waitMs) : next()
  }

/** The other end of the connection; on Workers the header that Cloudflare sets. Other headers anybody may forge. */
export const addressOf = (c: Context): string => {
  const told: unknown = c.env?.incoming?.socket?.remoteAddress
  return typeof told === 'string' ? told : (c.req.header('cf-connecting-ip') ?? '')
}
