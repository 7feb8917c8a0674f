// The web channel: a page like a messenger and the same conversation as JSON. What is sent stands in the outbox
// already; sending only wakes the pages that listen.

import { Hono } from 'hono'
import type { Channel, Log, Receive } from '../../app/ports.ts'
import type { Visits } from '../../app/visiting.ts'
import type { WebWords } from '../../i18n/words.ts'
import { type Assets, createAssets } from './assets.ts'
import { enterRoutes } from './enter-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { messageRoutes } from './message-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { createRefusals } from './refusals.ts'
import { guardOrigin, headers } from './security.ts'
import { tableRoutes } from './table-routes.ts'
import { createVisitors, type Env } from './visitors.ts'
import { createWaker } from './waker.ts'

export type WebOptions = {
  readonly visits: Visits
  readonly receive: Receive
  readonly words: WebWords
  readonly assets: Assets
  /** Where people reach us; null when only the request itself says. */
  readonly publicUrl: string | null
  readonly now: () => number
  /** 16 hex digits, unguessable. */
  readonly id: () => string
  readonly log: Log
  /** Milliseconds: how often open pages look for what another process wrote, and how long one stream lasts. */
  readonly stream?: { readonly pollMs: number; readonly lastsMs: number }
}

export type WebChannel = {
  readonly channel: Channel
  readonly routes: Hono<Env>
  /** Something happened to this filing: pages before it are told. */
  readonly changed: (filing: string) => void
  /** End all streams: a server that stops would wait for them. */
  readonly end: () => void
}

/** Tabs of one browser; HTTP/1.1 allows it six connections to one host anyway. */
const mostStreams = 6
const usualStream = { pollMs: 15_000, lastsMs: 1_800_000 }

export const createWeb = (options: WebOptions): WebChannel => {
  const { visits, words, publicUrl, log, stream = usualStream } = options
  const assets = createAssets(options.assets)
  const waker = createWaker(mostStreams)
  const filings = createWaker()
  const refusals = createRefusals(words, assets, log)
  const visitors = createVisitors({ visits, publicUrl, refusals })
  const room = { ...options, assets, waker, filings, refusals, visitors, stream }

  const routes = new Hono<Env>()
  const ours = new Hono<Env>()
  ours.use(headers)
  ours.use(guardOrigin(publicUrl, refusals))
  ours.route('/', assets.routes)
  ours.route('/', enterRoutes(room))
  ours.route('/', messageRoutes(room))
  ours.route('/', eventRoutes(room))
  ours.route('/', fileRoutes(room))
  ours.route('/', tableRoutes(room))
  ours.route('/', pageRoutes(room))
  ours.all('*', c => refusals.page(c, 404, 'refused.not-found'))
  ours.onError(refusals.onError)
  routes.route('/chat', ours)

  return {
    channel: {
      name: 'web',
      linksFiles: true,
      send: async ({ to }) => {
        waker.wake(to)
        return { type: 'sent', message: null }
      },
    },
    routes,
    changed: filings.wake,
    end: waker.endAll,
  }
}

export type WebRoom = Omit<WebOptions, 'assets' | 'stream'> & {
  readonly assets: ReturnType<typeof createAssets>
  readonly waker: ReturnType<typeof createWaker>
  /** The same by filing: what a colleague writes changes what stands beside the chat. */
  readonly filings: ReturnType<typeof createWaker>
  readonly refusals: ReturnType<typeof createRefusals>
  readonly visitors: ReturnType<typeof createVisitors>
  readonly stream: NonNullable<WebOptions['stream']>
}
