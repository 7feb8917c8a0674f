// The conversation as JSON, and the same by plain forms for a browser that runs no script.

import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { messageJson } from './message-json.ts'
import { readForm, readSaid } from './read-said.ts'
import { mostBytes, take } from './take.ts'
import type { Env } from './visitors.ts'
import type { WebRoom } from './web.ts'

const mostMessages = 200

export const messageRoutes = (room: WebRoom): Hono<Env> => {
  const { visits, refusals, visitors } = room
  const routes = new Hono<Env>()
  const limit = bodyLimit({ maxSize: mostBytes, onError: c => refusals.page(c, 413, 'refused.too-large') })

  routes.post('/messages', visitors.only, limit, async c => {
    const posting = readSaid(await c.req.json().catch(() => null))
    if (!posting) return refusals.page(c, 400, 'refused.malformed')
    return c.json(await take(room, c.get('account'), posting))
  })

  routes.post('/say', visitors.only, limit, async c => {
    const posting = readForm(await c.req.parseBody())
    if (!posting) return refusals.page(c, 400, 'refused.malformed')
    await take(room, c.get('account'), posting)
    return c.redirect('/chat', 303)
  })

  routes.get('/messages', visitors.only, async c => {
    const after = c.req.query('after') ?? '0'
    if (!/^\d{1,15}$/.test(after)) return refusals.page(c, 400, 'refused.malformed')
    const found = await visits.messages(c.get('account'), { after: Number(after) }, mostMessages)
    return c.json(found.map(messageJson))
  })
  return routes
}
