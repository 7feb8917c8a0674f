// Whose request it is: the session cookie, read, renewed and taken away.

import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AccountRef } from '../../app/message.ts'
import type { Visits } from '../../app/use-cases.ts'
import type { createRefusals } from './refusals.ts'

export type Env = { readonly Variables: { readonly account: AccountRef } }

const cookie = 'nianbao_session'
/** The same as the session itself (app/views/visits.ts); Chromium keeps no cookie longer than 400 days. */
const seconds = 120 * 86_400

type Parts = {
  readonly visits: Pick<Visits, 'session' | 'leave'>
  readonly publicUrl: string | null
  readonly refusals: Pick<ReturnType<typeof createRefusals>, 'page'>
}

export const createVisitors = ({ visits, publicUrl, refusals }: Parts) => {
  const settings = (c: Context) =>
    ({
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(publicUrl) || isSecure(c.req.url),
      maxAge: seconds,
    }) as const

  const open = (c: Context, token: string): void => setCookie(c, cookie, token, settings(c))

  /** Whose browser this is; null when nobody's. */
  const account = async (c: Context): Promise<AccountRef | null> => {
    const token = getCookie(c, cookie)
    if (token === undefined || !/^[0-9a-f]{64}$/.test(token)) return null
    const found = await visits.session(token)
    if (found?.isRenewed) open(c, token)
    return found?.account ?? null
  }

  return {
    open,
    account,
    close: async (c: Context): Promise<void> => {
      const token = getCookie(c, cookie)
      if (token !== undefined) await visits.leave(token)
      const { maxAge: _, ...rest } = settings(c)
      deleteCookie(c, cookie, rest)
    },
    /** Lets nobody through without a session. */
    only: (async (c, next) => {
      const found = await account(c)
      if (found === null)
        return c.req.path === '/chat'
          ? refusals.page(c, 401, 'stranger', 'stranger.how')
          : refusals.page(c, 401, 'refused.session')
      c.set('account', found)
      return next()
    }) satisfies MiddlewareHandler<Env>,
  }
}

const isSecure = (url: string | null): boolean => url?.startsWith('https:') === true
