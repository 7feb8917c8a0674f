// The two cookies of a browser: the token of its session, and the nonce by which it may take a link again. They are read,
// given and taken away here; everything else is asked of the app.

import type { Context, MiddlewareHandler } from 'hono'
import type { AccountRef } from '../../app/message.ts'
import type { UseCases } from '../../app/use-cases.ts'
import { createCookie } from './cookie.ts'
import type { Refusals } from './refusals.ts'

export type Env = { readonly Variables: { readonly account: AccountRef } }

export type SessionCookie = {
  /** Gives the browser this session's token. */
  readonly open: (c: Context, token: string) => void
  /** The account of the request's session; null when there is none. */
  readonly account: (c: Context) => Promise<AccountRef | null>
  /** Whether the session that the request brought still stands and is this account's; it is not renewed. */
  readonly isIn: (c: Context, account: AccountRef) => Promise<boolean>
  /** The token that the request brought, of a session that may have ended. */
  readonly token: (c: Context) => string | null
  /** The nonce that the request brought. */
  readonly nonce: (c: Context) => string | null
  /** Gives the browser a nonce, unless it has one. */
  readonly giveNonce: (c: Context) => void
  /** Ends the session and forgets the browser: nobody takes a link again after the one who left. */
  readonly close: (c: Context) => Promise<void>
  /** Lets nobody through without a session, and sets `account`. */
  readonly required: MiddlewareHandler<Env>
}

const day = 86_400
/** The same as the session itself; Chromium keeps no cookie longer than 400 days. */
const sessionSeconds = 120 * day
/** From the page of a link to its button, and the minutes in which it may be taken again. */
const nonceSeconds = day

type Parts = {
  readonly useCases: Pick<UseCases, 'session' | 'accountIn' | 'leave'>
  readonly publicUrl: string | null
  readonly refusals: Pick<Refusals, 'page'>
  /** 16 hex digits, unguessable: four of them are a nonce. */
  readonly id: () => string
}

export const createSessionCookie = ({ useCases, publicUrl, refusals, id }: Parts): SessionCookie => {
  const session = createCookie('nianbao_session', sessionSeconds, publicUrl)
  const entering = createCookie('nianbao_entering', nonceSeconds, publicUrl)

  const account = async (c: Context): Promise<AccountRef | null> => {
    const token = session.read(c)
    if (token === null) return null
    const found = await useCases.session(token)
    if (found?.isRenewed) session.give(c, token)
    return found?.account ?? null
  }

  return {
    open: session.give,
    account,
    isIn: async (c, own) => {
      const token = session.read(c)
      return token !== null && (await useCases.accountIn(token)) === own
    },
    token: session.read,
    nonce: entering.read,
    giveNonce: c => {
      if (entering.read(c) === null) entering.give(c, id() + id() + id() + id())
    },
    close: async c => {
      const token = session.read(c)
      if (token !== null) await useCases.leave(token)
      session.take(c)
      entering.take(c)
    },
    required: async (c, next) => {
      const found = await account(c)
      if (found === null)
        return c.req.path === '/chat' || session.read(c) === null
          ? refusals.page(c, 401, 'stranger', 'stranger.how')
          : refusals.page(c, 401, 'refused.session')
      c.set('account', found)
      return next()
    },
  }
}
