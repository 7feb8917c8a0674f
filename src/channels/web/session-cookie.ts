// The session cookie: read, renewed and taken away. It holds a token; everything else is asked of the app.

import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AccountRef } from '../../app/message.ts'
import type { UseCases } from '../../app/use-cases.ts'
import type { Refusals } from './refusals.ts'

export type Env = { readonly Variables: { readonly account: AccountRef } }

export type SessionCookie = {
  /** Gives the browser this session's token. */
  readonly open: (c: Context, token: string) => void
  /** The account of the request's session; null when there is none. */
  readonly account: (c: Context) => Promise<AccountRef | null>
  readonly close: (c: Context) => Promise<void>
  /** Lets nobody through without a session, and sets `account`. */
  readonly required: MiddlewareHandler<Env>
}

const cookie = 'nianbao_session'
/** The same as the session itself; Chromium keeps no cookie longer than 400 days. */
const seconds = 120 * 86_400

type Parts = {
  readonly useCases: Pick<UseCases, 'session' | 'leave'>
  readonly publicUrl: string | null
  readonly refusals: Pick<Refusals, 'page'>
}

export const createSessionCookie = ({ useCases, publicUrl, refusals }: Parts): SessionCookie => {
  const settings = (c: Context) =>
    ({
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(publicUrl) || isSecure(c.req.url),
      maxAge: seconds,
    }) as const

  const open = (c: Context, token: string): void => setCookie(c, cookie, token, settings(c))

  const account = async (c: Context): Promise<AccountRef | null> => {
    const token = getCookie(c, cookie)
    if (token === undefined || !/^[0-9a-f]{64}$/.test(token)) return null
    const found = await useCases.session(token)
    if (found?.isRenewed) open(c, token)
    return found?.account ?? null
  }

  return {
    open,
    account,
    close: async c => {
      const token = getCookie(c, cookie)
      if (token !== undefined) await useCases.leave(token)
      const { maxAge: _, ...rest } = settings(c)
      deleteCookie(c, cookie, rest)
    },
    required: async (c, next) => {
      const found = await account(c)
      if (found === null)
        return c.req.path === '/chat'
          ? refusals.page(c, 401, 'stranger', 'stranger.how')
          : refusals.page(c, 401, 'refused.session')
      c.set('account', found)
      return next()
    },
  }
}

const isSecure = (url: string | null): boolean => url?.startsWith('https:') === true
