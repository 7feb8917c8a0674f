// The page, what is new on it, and what was before.

import { Hono } from 'hono'
import { html } from 'hono/html'
import { chatNews, chatPage, logHtml, type Scene } from './chat-page.ts'
import { fold } from './fold.ts'
import { frame } from './frame.ts'
import type { Env } from './visitors.ts'
import type { WebRoom } from './web.ts'

/** Messages on the screen, and rows looked through for them: a row may only change another. */
const mostShown = 50
const mostRows = 200

export const pageRoutes = ({ visits, words, assets, refusals, visitors, id }: WebRoom): Hono<Env> => {
  const routes = new Hono<Env>()

  const sceneAt = async (account: string, before: number): Promise<Scene | null> => {
    // The board is read first: a message that comes between is then news, never missed.
    const board = await visits.board(account)
    if (!board) return null
    const rows = await visits.messages(account, { before }, mostRows)
    const folded = fold(rows)
    const bubbles = folded.slice(-mostShown)
    return {
      words,
      board,
      bubbles,
      last: rows.at(-1)?.seq ?? 0,
      asked: rows.find(({ outgoing }) => outgoing.id === board.asked)?.outgoing ?? null,
      hasEarlier: folded.length > mostShown || rows.length === mostRows,
      id,
    }
  }
  const placeOf = (text: string | undefined): number | null =>
    text === undefined ? Number.MAX_SAFE_INTEGER : /^\d{1,15}$/.test(text) ? Number(text) : null

  routes.get('/', visitors.only, async c => {
    const before = placeOf(c.req.query('before'))
    if (before === null) return refusals.page(c, 400, 'refused.malformed')
    const scene = await sceneAt(c.get('account'), before)
    if (!scene) return refusals.page(c, 403, 'no-place', 'no-place.how')
    const { unit, year } = scene.board
    return c.html(frame(words, assets, words.say('title', { unit, year }), chatPage(scene), 'chat.js'))
  })

  routes.get('/earlier', visitors.only, async c => {
    const before = placeOf(c.req.query('before'))
    const scene = before === null ? null : await sceneAt(c.get('account'), before)
    return scene ? c.html(html`${logHtml(scene)}`) : refusals.page(c, 400, 'refused.malformed')
  })

  routes.get('/news', visitors.only, async c => {
    const after = placeOf(c.req.query('after'))
    const scene = after === null ? null : await sceneAt(c.get('account'), Number.MAX_SAFE_INTEGER)
    if (after === null || !scene) return refusals.page(c, 400, 'refused.malformed')
    // Too much to be put together again: the page is loaded anew.
    const first = scene.bubbles[0]?.seq ?? 0
    if (after < first && scene.hasEarlier) return c.body(null, 204, { 'HX-Refresh': 'true' })
    return c.html(html`${chatNews(scene, after)}`)
  })
  return routes
}
