// Documents of one's own chat, made when they are fetched.

import { Hono } from 'hono'
import type { Env } from './visitors.ts'
import type { WebRoom } from './web.ts'

export const fileRoutes = ({ visits, visitors, refusals }: WebRoom): Hono<Env> => {
  const routes = new Hono<Env>()
  routes.get('/files/:id/:name', visitors.only, async c => {
    const file = await visits.file(c.get('account'), c.req.param('id'))
    if (!file) return refusals.page(c, 404, 'refused.not-found')
    // RFC 6266: the name in UTF-8 as `filename*`, and one for whoever reads only ASCII.
    const ascii = `report.${file.name.split('.').at(-1)}`
    const name = encodeURIComponent(file.name).replace(/['()*]/g, percent)
    return c.body(file.body.slice().buffer, 200, {
      'Content-Type': file.mime,
      'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${name}`,
    })
  })
  return routes
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
