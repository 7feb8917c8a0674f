// The report as a sheet: its tables and texts, and what is typed, pasted, pointed at or taken back there. With the page's
// script the sheet is sent anew, without it the whole page. It knows no rule: totals and findings come as they are.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { barHtml, leaveItem } from './bar.ts'
import type { WebDeps } from './deps.ts'
import { limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { limitPosts } from './limits.ts'
import { incomingOf, largestPost, type Posting, readBlock, readCell, readFields, readPlace } from './read.ts'
import type { Env } from './session-cookie.ts'
import type { TableScene, Told } from './table-grid.ts'
import { sheetHtml, stateOf } from './table-sheet.ts'

export const tableRoutes = (deps: WebDeps): Hono<Env> => {
  const { useCases, receive, words, assets, refusals, sessions, id, now } = deps
  const routes = new Hono<Env>()
  const posts = limitPosts(deps)
  const limit = limitForm(deps, largestPost)

  const show = async (c: Context<Env>, told: Told | null = null) => {
    const tables = await useCases.tables(c.get('account'))
    if (!tables) return refusals.noPlace(c)
    const scene = { words, tables, told, id }
    if (!isScripted(c)) {
      const title = words.say('title', { unit: tables.unit, year: tables.year })
      const parts = ['table.css', 'htmx.js', 'table.js'] as const
      return c.html(frame(words, assets, { title, body: tablePage(scene), parts }), told ? 422 : 200)
    }
    const isKnown = told === null && c.req.query('state') === stateOf(tables)
    return isKnown ? c.body(null, 204) : c.html(sheetHtml(scene))
  }

  routes.get('/table', sessions.required, c => show(c))

  /** `said` are the words that were typed into the cell, where there are any. */
  const take = async (c: Context<Env>, posting: Posting | null, cell: string, said: string | null) => {
    if (!posting) return refusals.page(c, 400, 'refused.malformed')
    const { notice, repeat, isRefused } = await receive(incomingOf(c.get('account'), posting, now(), id()))
    if (isRefused) return refusals.noPlace(c)
    // The notice of a post that came twice is about its first coming.
    if (notice !== null && !repeat) return show(c, { cell, text: said, sentence: notice })
    return isScripted(c) ? show(c) : c.redirect(`/chat/table#c-${encodeURIComponent(cell)}`, 303)
  }

  routes.post('/table', sessions.required, posts, limit, async c => {
    const posting = readCell(await readFields(c))
    return take(c, posting, posting?.input.cell ?? '', posting?.input.text ?? null)
  })

  routes.post('/table/block', sessions.required, posts, limit, async c => {
    const posting = readBlock(await readFields(c))
    return take(c, posting, posting?.input.cell ?? '', null)
  })

  routes.post('/table/undo', sessions.required, posts, limit, async c => {
    const place = readPlace(await readFields(c))
    return take(c, place && postingAt(place, 'retract'), place?.cell ?? '', null)
  })

  routes.post('/table/question', sessions.required, posts, limit, async c => {
    const place = readPlace(await readFields(c))
    if (!place) return refusals.page(c, 400, 'refused.malformed')
    const incoming = incomingOf(c.get('account'), postingAt(place, 'point'), now(), id())
    const { isRefused } = await receive(incoming)
    if (isRefused) return refusals.noPlace(c)
    return isScripted(c) ? c.body(null, 204) : c.redirect('/chat', 303)
  })
  return routes
}

const postingAt = (
  { id, cell }: { readonly id: string; readonly cell: string },
  type: 'point' | 'retract',
): Posting => ({ id, under: null, input: { type, cell } })

const isScripted = (c: Context): boolean => c.req.header('hx-request') === 'true'

const tablePage = (scene: TableScene): Html => {
  const { words, tables } = scene
  return html`${barHtml(words, {
    heading: tables.unit,
    detail: words.say('heading.year', { year: tables.year }),
    aside: html`<a class="button" href="/chat">${words.say('table.back')}</a>`,
    menu: [leaveItem(words)],
    isWide: true,
  })}
    <main class="wide sheet" id="sheet">
      <p class="small">${words.say('table.how')}</p>
      ${sheetHtml(scene)}
    </main>`
}
