// One printed table on the page, cell by cell: words as headers, figures as fields, totals as they are.

import { html } from 'hono/html'
import type { ShownCell } from '../../app/message.ts'
import type { TableShown, Tables } from '../../app/use-cases.ts'
import { assertNever } from '../../faults.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { Html } from './frame.ts'

/** A refused figure: the sentence beside its cell, and the words that were typed there. */
export type Told = { readonly cell: string; readonly text: string; readonly sentence: string }

export type TableScene = {
  readonly words: WebWords
  readonly tables: Tables
  readonly told: Told | null
  readonly id: () => string
}

export const gridHtml = (scene: TableScene, section: TableShown): Html => {
  const { headRows, rows } = section.table
  const faulty = new Set(section.findings.flatMap(({ cells }) => cells.map(({ key }) => key)))
  const rowHtml = (row: readonly ShownCell[]): Html => {
    const own = row.findLast(({ role }) => role === 'label')
    return html`<tr>${row.map(cell => cellHtml(scene, section, faulty, cell, cell === own))}</tr>`
  }
  return html`<table aria-labelledby="h-${section.table.name}">
    ${headRows > 0 ? html`<thead>${rows.slice(0, headRows).map(rowHtml)}</thead>` : ''}
    <tbody>${rows.slice(headRows).map(rowHtml)}</tbody>
  </table>`
}

/** `isOwn`: the row's own name, which stays in sight while the figures move sideways. */
const cellHtml = (
  scene: TableScene,
  section: TableShown,
  faulty: ReadonlySet<string>,
  cell: ShownCell,
  isOwn: boolean,
): Html => {
  const { role, columns, rows, key } = cell
  const spans = html`${columns > 1 ? html` colspan="${columns}"` : ''}${rows > 1 ? html` rowspan="${rows}"` : ''}`
  const text = cell.text.split('\n').map((line, at) => html`${at > 0 ? html`<br />` : ''}${line}`)
  switch (role) {
    case 'head':
      return html`<th lang="zh-CN" scope="${columns > 1 ? 'colgroup' : 'col'}"${spans}>${text}</th>`
    case 'label':
      return html`<th lang="zh-CN" scope="${rows > 1 ? 'rowgroup' : 'row'}"${isOwn ? html` class="own-name"` : ''}${spans}>${text}</th>`
    case 'corner':
      return html`<td lang="zh-CN"${spans}>${text}</td>`
    case 'figure':
      return figureHtml(scene, section, key ?? '', cell.text, faulty.has(key ?? ''), spans)
    default:
      return assertNever(role)
  }
}

const figureHtml = (
  { words, told, id }: TableScene,
  { figures }: TableShown,
  key: string,
  text: string,
  isFaulty: boolean,
  spans: Html,
): Html => {
  const figure = figures[key]
  const fault = isFaulty
    ? html`<span class="fault" aria-hidden="true">⚠</span><span class="unseen" id="w-${key}">${words.say('table.fault')}</span>`
    : ''
  const look = isFaulty ? ' marked' : ''
  if (!figure || figure.isComputed)
    return html`<td id="c-${key}" class="sum${look}" tabindex="-1"${spans}>${text}<span aria-hidden="true"> ∑</span>
      <span class="unseen">${words.say('table.computed')}</span>${fault}</td>`
  const { name, shown, isNumber } = figure
  const own = told?.cell === key ? told : null
  const label =
    text === '' ? words.say('table.cell.open', { name }) : words.say('table.cell', { name, value: text })
  const described = [...(own ? [`e-${key}`] : []), ...(isFaulty ? [`w-${key}`] : [])].join(' ')
  return html`<td class="entered${look}"${spans}><form method="post" action="/chat/table" hx-post="/chat/table">
    <input type="hidden" name="id" value="${id()}" />
    <input type="hidden" name="cell" value="${key}" />
    <input type="hidden" name="shown" value="${shown}" />
    <input id="c-${key}" name="text" value="${own ? own.text : text}" aria-label="${label}" autocomplete="off"
      enterkeyhint="done" inputmode="${isNumber ? 'decimal' : 'text'}" ${own || isFaulty ? html`aria-invalid="true"` : ''}
      ${described === '' ? '' : html`aria-describedby="${described}"`} />${fault}
    ${own ? html`<p class="told" id="e-${key}" role="alert">${own.sentence}</p>` : ''}
  </form></td>`
}
