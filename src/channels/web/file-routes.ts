// Documents of one's own chat, made when they are fetched; and files that are sent to the bot.

import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestFile } from '../../app/message.ts'
import type { Env } from './visitors.ts'
import type { WebRoom } from './web.ts'

/** Signs of a file's name that are kept. */
const mostName = 200
/** The form's own parts around the file. */
const around = 16 * 1024

export const fileRoutes = ({ visits, receive, visitors, refusals, id, now }: WebRoom): Hono<Env> => {
  const routes = new Hono<Env>()
  const limit = bodyLimit({
    maxSize: largestFile + around,
    onError: c => refusals.page(c, 413, 'refused.file-too-large'),
  })

  routes.post('/files', visitors.only, limit, async c => {
    const { file, id: given } = await c.req.parseBody()
    if (!(file instanceof File) || file.name === '') return refusals.page(c, 400, 'refused.no-file')
    if (typeof given !== 'string' || !/^[\w.:-]{1,64}$/.test(given))
      return refusals.page(c, 400, 'refused.malformed')
    if (file.size > largestFile) return refusals.page(c, 413, 'refused.file-too-large')
    const account = c.get('account')
    const { name, size } = file
    const received = await receive({
      id: `${account}/${given}`,
      channel: 'web',
      chat: account,
      person: account,
      name: '',
      at: now(),
      said: {
        type: 'file',
        name: name.toWellFormed().slice(0, mostName),
        size,
        read: async () => new Uint8Array(await file.arrayBuffer()),
      },
      message: null,
      page: { keep: id(), under: null },
    })
    return /\bapplication\/json\b/.test(c.req.header('accept') ?? '')
      ? c.json(received)
      : c.redirect('/chat', 303)
  })

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
