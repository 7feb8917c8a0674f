// The web channel: a page like a messenger and the same conversation as JSON, and the setup's page. Messages stand in the outbox already;
// sending only wakes the pages that listen.

import { Hono } from 'hono'
import type { Mounted } from '../mounted.ts'
import { type Assets, createAssets } from './assets.ts'
import { calendarRoutes } from './calendar.ts'
import { chatRoutes } from './chat-routes.ts'
import type { WebDeps } from './deps.ts'
import { deviceRoutes } from './device.ts'
import { districtRoutes } from './district.ts'
import { enterRoutes } from './enter.ts'
import { eventRoutes } from './event-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { manifestOf } from './manifest.ts'
import { createRefusals } from './refusals.ts'
import { guardOrigin } from './security.ts'
import { createSessionCookie, type Env } from './session-cookie.ts'
import { setupRoutes } from './setup.ts'
import { tableRoutes } from './table.ts'
import { unitSettingsRoutes } from './unit-settings.ts'
import { createWaker } from './waker.ts'
import { webLink } from './web-link.ts'

export type WebOptions = Pick<
  WebDeps,
  | 'useCases'
  | 'receive'
  | 'words'
  | 'now'
  | 'elapsed'
  | 'sleep'
  | 'dateOf'
  | 'id'
  | 'log'
  | 'limits'
  | 'publicUrl'
> & {
  readonly assets: Assets
  readonly stream?: WebDeps['stream']
  /** The address in links that are sent to others; null when nobody could reach any. */
  readonly linkBase: string | null
}

/** Tabs of one browser; HTTP/1.1 allows it six connections to one host anyway. */
const mostStreams = 6
const usualStream = { pollMs: 15_000, lastsMs: 1_800_000 }

/** Assembles the channel; its pages stand under `/chat`, and the first of all at `/setup`. */
export const createWeb = (options: WebOptions): Required<Omit<Mounted, 'hooks'>> => {
  const { useCases, words, publicUrl, log, stream = usualStream } = options
  const assets = createAssets(options.assets)
  const chats = createWaker(mostStreams)
  const filings = createWaker()
  const refusals = createRefusals(words, assets, log)
  const sessions = createSessionCookie({ useCases, publicUrl, refusals, id: options.id })
  const deps: WebDeps = { ...options, assets, chats, filings, refusals, sessions, stream }

  const guarded = () => {
    const pages = new Hono<Env>()
    pages.use(guardOrigin(publicUrl, refusals))
    pages.onError(refusals.onError)
    return pages
  }
  const pages = guarded()
  pages.route('/', assets.routes)
  pages.get('/manifest.webmanifest', c =>
    c.json(manifestOf(words, assets), 200, { 'Content-Type': 'application/manifest+json' }),
  )
  for (const routes of [
    enterRoutes,
    chatRoutes,
    eventRoutes,
    fileRoutes,
    tableRoutes,
    deviceRoutes,
    unitSettingsRoutes,
  ])
    pages.route('/', routes(deps))
  pages.all('*', c => refusals.page(c, 404, 'refused.not-found'))

  return {
    channel: {
      name: 'web',
      send: async ({ to }) => {
        chats.wake(to)
        return { type: 'sent', message: null }
      },
    },
    routes: new Hono()
      .route('/chat', pages)
      .route('/setup', guarded().route('/', setupRoutes(deps)))
      .route('/district', guarded().route('/', districtRoutes(deps)))
      .route('/calendar', guarded().route('/', calendarRoutes(deps))),
    link: async code => (options.linkBase ? webLink(options.linkBase, code) : null),
    home: '/chat',
    notFound: c => refusals.page(c, 404, 'refused.not-found'),
    changed: filings.wake,
    end: chats.endAll,
  }
}
