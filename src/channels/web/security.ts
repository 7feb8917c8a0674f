// Headers of every answer, and the guard against requests that another site may have made.

import type { MiddlewareHandler } from 'hono'
import type { Refusals } from './refusals.ts'

/** The policy of every answer; `style` is the hash of one sheet that stands in the page itself. */
export const policyWith = (style: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${style === null ? '' : ` '${style}'`}`,
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

const policy = policyWith(null)

/** Nothing personal is kept by anybody on the way; an asset says itself how long it lasts, a page its narrower policy. */
export const headers: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('X-Frame-Options', 'DENY')
  c.header('Referrer-Policy', 'same-origin')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/**
 * A request that changes anything must come from our own page. Browsers say where from (Sec-Fetch-Site, and Origin
 * with every POST); one that says neither is no browser, and must send JSON, which no page of another site can without
 * asking us. The referrer goes to nobody else; `no-referrer` would make browsers send `Origin: null` with our own forms, and over
 * plain HTTP they send no Sec-Fetch-Site (Fetch standard, "append a request `Origin` header").
 */
export const guardOrigin =
  (publicUrl: string | null, refusals: Pick<Refusals, 'page'>): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '')
    const isOurs =
      site === undefined
        ? origin === undefined
          ? isJson
          : hosts(publicUrl, c.req.url).includes(hostOf(origin))
        : site === 'same-origin'
    return isOurs ? next() : refusals.page(c, 403, 'refused.origin')
  }

const hosts = (publicUrl: string | null, url: string): readonly (string | null)[] =>
  [...(publicUrl === null ? [] : [publicUrl]), url].map(hostOf).filter(host => host !== null)

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).host : null)
