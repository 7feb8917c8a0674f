// The tables as on paper, and a figure typed into one of their cells: with the page's script the tables are sent
// anew, without it the whole page.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { frame } from './frame.ts'
import { readFigure } from './read-said.ts'
import { type Told, tablePage, tablesHtml } from './table-page.ts'
import { mostBytes, take } from './take.ts'
import type { Env } from './visitors.ts'
import type { WebRoom } from './web.ts'

export const tableRoutes = (room: WebRoom): Hono<Env> => {
  const { visits, words, assets, refusals, visitors, id } = room
  const routes = new Hono<Env>()
  const limit = bodyLimit({ maxSize: mostBytes, onError: c => refusals.page(c, 413, 'refused.too-large') })

  const show = async (c: Context<Env>, told: Told | null = null) => {
    const tables = await visits.tables(c.get('account'))
    if (!tables) return refusals.page(c, 403, 'no-place', 'no-place.how')
    const scene = { words, tables, told, id }
    if (!isScripted(c)) {
      const title = words.say('title', { unit: tables.unit, year: tables.year })
      return c.html(frame(words, assets, title, tablePage(scene), 'table.js'), told ? 422 : 200)
    }
    const isKnown = told === null && c.req.query('version') === `${tables.version}`
    return isKnown ? c.body(null, 204) : c.html(tablesHtml(scene))
  }

  routes.get('/table', visitors.only, c => show(c))

  routes.post('/table', visitors.only, limit, async c => {
    const posting = readFigure(await c.req.parseBody())
    if (!posting) return refusals.page(c, 400, 'refused.malformed')
    const { notice, repeat } = await take(room, c.get('account'), posting)
    const { cell, text } = posting.said
    // What is said of a post that came twice is about its own first coming.
    if (notice !== null && !repeat) return show(c, { cell, text, sentence: notice })
    return isScripted(c) ? show(c) : c.redirect(`/chat/table#c-${encodeURIComponent(cell)}`, 303)
  })
  return routes
}

const isScripted = (c: Context): boolean => c.req.header('hx-request') === 'true'
