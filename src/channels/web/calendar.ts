// The calendar feed: whoever has the secret address has the dates, and nothing else. A guessed one is answered as any
// address is that is nobody's.

import { Hono } from 'hono'
import type { WebDeps } from './deps.ts'
import { addressOf } from './limits.ts'
import type { Env } from './session-cookie.ts'

export const calendarRoutes = ({ useCases, refusals, limits }: WebDeps): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/:file{[A-Za-z0-9_-]{16,64}\\.ics}', async c => {
    const calendar = await useCases.calendar(c.req.param('file').slice(0, -'.ics'.length))
    if (calendar !== null)
      return c.body(calendar, 200, {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="nianbao.ics"',
      })
    const waitMs = limits.guess(addressOf(c))
    return waitMs > 0 ? refusals.later(c, waitMs) : refusals.page(c, 404, 'refused.not-found')
  })
  return routes
}
