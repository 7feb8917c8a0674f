// A cookie with a secret of 32 bytes in hex: out of reach for scripts and other sites, and, where there is https, bound to
// this host alone.

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

export type Cookie = {
  /** Null when there is none, or none of ours. */
  readonly read: (c: Context) => string | null
  readonly give: (c: Context, value: string) => void
  readonly take: (c: Context) => void
}

/** Kept by the browser for so many seconds. Its name has the prefix `__Host-` where it is secure (RFC 6265bis). */
export const createCookie = (name: string, maxAge: number, publicUrl: string | null): Cookie => {
  const settings = (c: Context) => {
    const secure = isSecure(publicUrl) || isSecure(c.req.url)
    const all = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
    return secure ? ({ ...all, prefix: 'host' } as const) : all
  }
  return {
    read: c => {
      const set = settings(c)
      const value = 'prefix' in set ? getCookie(c, name, set.prefix) : getCookie(c, name)
      return value && /^[0-9a-f]{64}$/.test(value) ? value : null
    },
    give: (c, value) => setCookie(c, name, value, { ...settings(c), maxAge }),
    take: c => void deleteCookie(c, name, settings(c)),
  }
}

const isSecure = (url: string | null): boolean => url?.startsWith('https:') === true
