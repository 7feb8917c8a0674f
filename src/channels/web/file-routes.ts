// Documents of one's own chat, made when they are fetched; and files that are sent to the bot.

import { Hono } from 'hono'
import type { WebDeps } from './deps.ts'
import { fileResponse } from './file-response.ts'
import { fileUrl } from './file-url.ts'
import { limitForm } from './form-limit.ts'
import { limitPosts } from './limits.ts'
import { paperPage } from './paper.ts'
import { incomingOf, largestFilePost, readFields, readFile } from './read.ts'
import type { Env } from './session-cookie.ts'

export const fileRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, receive, sessions, refusals, words, assets, id, now } = deps
  const routes = new Hono<Env>()
  const posts = limitPosts(deps)
  const limit = limitForm(deps, largestFilePost, 'refused.file-too-large')

  routes.post('/files', sessions.required, posts, limit, async c => {
    const posting = readFile(await readFields(c))
    if (typeof posting === 'string')
      return refusals.page(c, posting === 'refused.file-too-large' ? 413 : 400, posting)
    const received = await receive(incomingOf(c.get('account'), posting, now(), id()))
    if (received.isRefused) return refusals.noPlace(c)
    return /\bapplication\/json\b/.test(c.req.header('accept') ?? '')
      ? c.json(received)
      : c.redirect('/chat', 303)
  })

  routes.get('/documents/:id', sessions.required, async c => {
    const order = c.req.param('id')
    const file = await useCases.file(c.get('account'), order, 'html')
    if (!file) return refusals.page(c, 404, 'refused.not-found')
    const name = file.name.replace(/html$/, 'docx')
    const page = new TextDecoder().decode(file.body)
    return paperPage(c, words, assets, { page, file: { name, url: fileUrl(order, name) } })
  })

  routes.get('/files/:id/:name', sessions.required, async c => {
    const file = await useCases.file(c.get('account'), c.req.param('id'))
    if (!file) return refusals.page(c, 404, 'refused.not-found')
    return fileResponse(c, file)
  })
  return routes
}
