// The tables as on paper, and a figure typed into one of their cells: with the page's script the tables are sent
// anew, without it the whole page. It knows no rule: totals and findings come as they are.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { TableShown } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import { barHtml, leaveItem } from './bar.ts'
import type { WebDeps } from './deps.ts'
import { limitForm } from './form-limit.ts'
import { frame, type Html } from './frame.ts'
import { limitPosts } from './limits.ts'
import { incomingOf, largestPost, readCell, readFields } from './read.ts'
import type { Env } from './session-cookie.ts'
import { gridHtml, type TableScene, type Told } from './table-grid.ts'

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
    const isKnown = told === null && c.req.query('version') === `${tables.version}`
    return isKnown ? c.body(null, 204) : c.html(tablesHtml(scene))
  }

  routes.get('/table', sessions.required, c => show(c))

  routes.post('/table', sessions.required, posts, limit, async c => {
    const posting = readCell(await readFields(c))
    if (!posting) return refusals.page(c, 400, 'refused.malformed')
    const { notice, repeat, isRefused } = await receive(incomingOf(c.get('account'), posting, now(), id()))
    if (isRefused) return refusals.noPlace(c)
    const { cell, text } = posting.input
    // The notice of a post that came twice is about its first coming.
    if (notice !== null && !repeat) return show(c, { cell, text, sentence: notice })
    return isScripted(c) ? show(c) : c.redirect(`/chat/table#c-${encodeURIComponent(cell)}`, 303)
  })
  return routes
}

const isScripted = (c: Context): boolean => c.req.header('hx-request') === 'true'

const tablePage = (scene: TableScene): Html => {
  const { words, tables } = scene
  const status = html`<p id="status" class="small" role="status" data-saving="${words.say('table.saving')}"
    data-saved="${words.say('table.saved')}" data-unsaved="${words.say('table.unsaved')}"></p>`
  return html`${barHtml(words, {
    heading: tables.unit,
    detail: words.say('heading.year', { year: tables.year }),
    aside: html`${status}<a class="button" href="/chat">${words.say('table.back')}</a>`,
    menu: [leaveItem(words)],
    isWide: true,
  })}
    <main class="wide" hx-target="#tables" hx-swap="outerHTML" hx-sync="this:drop">
      <p class="small">${words.say('table.how')}</p>
      ${tablesHtml(scene)}
    </main>`
}

/** Everything that a figure may change; the script puts it in the place of the one before. */
const tablesHtml = (scene: TableScene): Html => {
  const { words, tables, told } = scene
  const { open, errors, sections } = tables
  const left = open === 0 ? words.say('progress.full') : words.say('progress.open', { count: open })
  const wrong = errors === 0 ? '' : ` · ${words.say('progress.errors', { count: errors })}`
  const isPlaced = told === null || sections.some(({ figures }) => isEntered(figures, told.cell))
  return html`<div id="tables" data-version="${tables.version}">
    <p><strong>${left}${wrong}</strong></p>
    ${isPlaced ? '' : html`<p class="told" role="alert">⚠ ${told?.sentence}</p>`}
    ${sections.map(section => sectionHtml(scene, section))}
  </div>`
}

const isEntered = (figures: TableShown['figures'], cell: string): boolean =>
  Object.hasOwn(figures, cell) && figures[cell]?.isComputed === false

const sectionHtml = (scene: TableScene, section: TableShown): Html => {
  const { words } = scene
  const { name } = section.table
  return html`<section aria-labelledby="h-${name}">
    <h2 id="h-${name}" lang="zh-CN">${section.heading}</h2>
    ${findingsHtml(words, section)}
    <div class="table" id="t-${name}" role="region" tabindex="0" aria-label="${words.say('table.frame', { name: section.heading })}">
      ${gridHtml(scene, section)}
    </div>
  </section>`
}

const findingsHtml = (words: WebWords, { findings, table: { name } }: TableShown): Html | '' =>
  findings.length === 0
    ? ''
    : html`<div class="findings">
        <h3 id="f-${name}">${words.say('table.findings')}</h3>
        <ul aria-labelledby="f-${name}">
          ${findings.map(
            finding => html`<li>
              <strong>${words.say(`table.finding.${finding.severity}`)}</strong> ${finding.text}
              <span class="places">${finding.cells.map(({ key, name }) => html`<a href="#c-${key}">${name}</a> `)}</span>
            </li>`,
          )}
        </ul>
      </div>`
