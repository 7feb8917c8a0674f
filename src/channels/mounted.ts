// A channel as it stands in main's list: how it sends, and the little that some bring besides. No code.

import type { Hono, NotFoundHandler } from 'hono'
import type { Channel } from '../app/ports/channel.ts'

export type Mounted = {
  readonly channel: Channel
  /** Its side of HTTP, with whole paths, to be mounted at the root. */
  readonly routes?: Hono
  /** The same for what machines call: no page, so none of a page's headers. */
  readonly hooks?: Hono
  /** The path of its first page: where a browser that asks for `/` is sent. */
  readonly home?: string
  /** Answers a browser that asks for an address that is nobody's. */
  readonly notFound?: NotFoundHandler
  /** The address at which a code is taken here; null where nobody could reach it. */
  readonly link?: (code: string) => Promise<string | null>
  /** Tells open pages that a commit changed this filing (its id). */
  readonly changed?: (filing: string) => void
  /** Ends open streams: a server that stops would wait for them. */
  readonly end?: () => void
}
