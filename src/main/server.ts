// The HTTP side: the channels' routes, and whether we are well. Nothing else is answered, and no route that is not in the
// registry of doors.

import { Hono, type MiddlewareHandler, type NotFoundHandler } from 'hono'
import { actionAt } from '../app/doors.ts'
import { headers } from '../channels/web/security.ts'
import type { Nianbao } from './nianbao.ts'
import type { IsReady } from './readiness.ts'

/** Middleware around every answer, and around those that browsers read. */
type Around = { readonly all?: readonly MiddlewareHandler[]; readonly pages?: readonly MiddlewareHandler[] }

export const createServer = (
  { channels, deliver }: Pick<Nianbao, 'channels' | 'deliver'>,
  isReady: IsReady,
  { all = [], pages = [] }: Around = {},
): Hono => {
  const app = new Hono()
  for (const each of all) app.use(each)
  for (const { hooks } of channels) if (hooks) mount(app, hooks)
  for (const each of [headers, ...pages]) app.use(each)
  app.get('/healthz', context => context.text('ok'))
  app.get('/readyz', async context => {
    if (!(await isReady())) return context.text('database unavailable', 503, { 'Retry-After': '5' })
    // It tells, and decides nothing: mail that waits for Telegram is no reason to start another server.
    const { size, seconds } = await deliver.backlog().catch(() => ({ size: -1, seconds: -1 }))
    return context.text('ready', 200, { 'X-Mail-Waiting': `${size}`, 'X-Mail-Oldest-Seconds': `${seconds}` })
  })
  const home = channels.find(each => each.home !== undefined)?.home
  if (home !== undefined) app.get('/', context => context.redirect(home))
  for (const { routes } of channels) if (routes) mount(app, routes)
  app.notFound(channels.find(each => each.notFound !== undefined)?.notFound ?? notFound)
  app.onError((_, context) => context.text('internal error', 500))
  return app
}

const notFound: NotFoundHandler = context => context.text('not found', 404)

/** Mounts routes; before each that no door declares stands a refusal, so that nothing of it ever runs. */
const mount = (app: Hono, routes: Hono): void => {
  for (const { method, path } of routes.routes)
    if (!actionAt('routes', `${method} ${path}`)) app.on(method, path, c => c.notFound())
  app.route('/', routes)
}
