// The HTTP side: the channels' routes, and whether we are well. Nothing else is answered.

import { Hono } from 'hono'
import type { Store } from '../storage/store.ts'
import type { Nianbao } from './nianbao.ts'

export const createServer = ({ channels }: Pick<Nianbao, 'channels'>, store: Pick<Store, 'ready'>): Hono => {
  const app = new Hono()
  app.get('/healthz', context => context.text('ok'))
  app.get('/readyz', async context => {
    try {
      await store.ready()
      return context.text('ready')
    } catch {
      return context.text('database unavailable', 503, { 'Retry-After': '5' })
    }
  })
  const home = channels.find(each => each.home !== undefined)?.home
  if (home !== undefined) app.get('/', context => context.redirect(home))
  for (const { routes } of channels) if (routes) app.route('/', routes)
  app.notFound(context => context.text('not found', 404))
  app.onError((_, context) => context.text('internal error', 500))
  return app
}
