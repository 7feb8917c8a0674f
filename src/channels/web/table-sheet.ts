// The sheet itself: the report in print order, each table with what does not agree in it, each text in a field. The
// script puts it anew in the place of the one before.

import { html } from 'hono/html'
import type { TableShown, Tables, TextShown } from '../../app/use-cases.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { Html } from './frame.ts'
import { cornerOf, gridHtml, placeHtml, type TableScene, toldHtml } from './table-grid.ts'

/** Tells two sheets apart; an open page asks with it whether there is another one. */
export const stateOf = ({ version, asked }: Tables): string => `${version}.${asked.join('+').slice(0, 200)}`

/** A text that is empty has this many lines, a long one scrolls. */
const fewestLines = 3
const mostLines = 12
/** Signs on a line of a desk's screen. */
const signsPerLine = 45

/** All that a figure may change. */
export const sheetHtml = (scene: TableScene): Html => {
  const { words, tables, told } = scene
  const { open, errors, sections } = tables
  const left = open === 0 ? words.say('progress.full') : words.say('progress.open', { count: open })
  const wrong = errors === 0 ? '' : ` · ${words.say('progress.errors', { count: errors })}`
  const isPlaced = told === null || sections.some(section => isWritten(section, told.cell))
  return html`<div id="tables" data-version="${tables.version}" data-state="${stateOf(tables)}"
    hx-target="#tables" hx-swap="outerHTML" hx-sync="#tables:drop">
    <div class="state"><strong>${left}${wrong}</strong>
      <span id="sheet-status" class="small" role="status" data-saving="${words.say('table.saving')}"
        data-saved="${words.say('table.saved')}" data-unsaved="${words.say('table.unsaved')}"></span></div>
    ${isPlaced ? '' : html`<p class="told" role="alert">⚠ ${told?.sentence}</p>`}
    ${sections.map(section => (section.type === 'table' ? tableHtml(scene, section) : textHtml(scene, section)))}
  </div>`
}

const isWritten = (section: Tables['sections'][number], key: string): boolean =>
  section.type === 'text'
    ? section.key === key
    : Object.hasOwn(section.figures, key) && section.figures[key]?.isComputed === false

const tableHtml = (scene: TableScene, section: TableShown): Html => {
  const { words } = scene
  const { name } = section.table
  const corner = cornerOf(section)
  return html`<section aria-labelledby="h-${name}">
    <h2 id="h-${name}" lang="zh-CN">${section.heading}</h2>
    ${findingsHtml(words, section)}
    ${corner === '' ? '' : html`<p class="small" lang="zh-CN">${corner}</p>`}
    <div class="table" id="t-${name}" role="region" tabindex="0" aria-label="${words.say('table.frame', { name: section.heading })}">
      ${gridHtml(scene, section)}
    </div>
  </section>`
}

const textHtml = (scene: TableScene, { key, heading, body }: TextShown): Html => {
  const { words, tables, told } = scene
  const own = told?.cell === key ? told : null
  const lines = body.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / signsPerLine), 0)
  const isAsked = tables.asked.includes(key)
  return html`<section aria-labelledby="h-${key}">
    <h2 id="h-${key}" lang="zh-CN">${heading}</h2>
    <form class="written${isAsked ? ' asked' : ''}" method="post" action="/chat/table" hx-post="/chat/table">
      ${placeHtml(scene, key, body)}
      <textarea id="c-${key}" class="field" name="text" rows="${Math.min(mostLines, Math.max(fewestLines, lines))}"
        lang="zh-CN" aria-labelledby="h-${key}" autocomplete="off" ${isAsked ? html`aria-current="true"` : ''}
        ${own ? html`aria-describedby="e-${key}"` : ''}>${own?.text ?? body}</textarea>
      ${own ? toldHtml(key, own) : ''}
      <button class="unscripted">${words.say('table.save')}</button>
    </form>
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
