// The parts that the routes of the web channel share, as types. No code.

import type { Receive } from '../../app/ports/channel.ts'
import type { Log } from '../../app/ports/environment.ts'
import type { UseCases } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { AssetUrls } from './assets.ts'
import type { Refusals } from './refusals.ts'
import type { SessionCookie } from './session-cookie.ts'
import type { Waker } from './waker.ts'

export type WebDeps = {
  readonly useCases: UseCases
  readonly receive: Receive
  readonly words: WebWords
  /** Instants from the wall; waits by the clock that nobody sets. */
  readonly now: () => number
  readonly elapsed: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** The date of an instant in the district's zone. */
  readonly dateOf: (at: number) => string
  /** The address people use; null when only the request itself says. */
  readonly publicUrl: string | null
  /** 16 hex digits, unguessable. */
  readonly id: () => string
  readonly log: Log
  readonly assets: AssetUrls
  readonly refusals: Refusals
  /** Each takes a try; 0 when it is let through, else the milliseconds to wait. */
  readonly limits: {
    /** By account. */
    readonly post: (account: string) => number
    /** By address, for codes that open nothing. */
    readonly guess: (address: string) => number
  }
  readonly sessions: SessionCookie
  /** Listeners by chat. */
  readonly chats: Waker
  /** Listeners by filing: a colleague's figure changes the page beside the chat. */
  readonly filings: Waker
  /** Milliseconds: how often open pages look for news of another process, and how long one stream lasts. */
  readonly stream: { readonly pollMs: number; readonly lastsMs: number }
}
