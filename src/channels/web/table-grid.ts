// One printed table on the page, cell by cell: words as headers, figures as fields, totals as they are. Where the paper
// puts names of rows into several columns, the page has one: a group's name stands on a row of its own above its rows.

import { html } from 'hono/html'
import type { ShownCell } from '../../app/message.ts'
import type { TableShown, Tables } from '../../app/use-cases.ts'
import { assertNever } from '../../faults.ts'
import type { WebWords } from '../../i18n/words.ts'
import type { Html } from './frame.ts'

/** A refused figure: the sentence beside its cell, and the words that were typed there; null words were pasted. */
export type Told = { readonly cell: string; readonly text: string | null; readonly sentence: string }

export type TableScene = {
  readonly words: WebWords
  readonly tables: Tables
  readonly told: Told | null
  readonly id: () => string
}

type Row = readonly ShownCell[]

export const gridHtml = (scene: TableScene, section: TableShown): Html => {
  const { headRows, rows } = section.table
  const faulty = new Set(section.findings.flatMap(({ cells }) => cells.map(({ key }) => key)))
  const rowHtml = (row: Row): Html =>
    html`<tr>${ownCells(row).map(cell => cellHtml(scene, section, faulty, cell))}</tr>`
  const width = Math.max(...rows.map(row => ownCells(row).reduce((sum, { columns }) => sum + columns, 0)))
  return html`<table aria-labelledby="h-${section.table.name}">
    ${headRows > 0 ? html`<thead>${rows.slice(0, headRows).map(rowHtml)}</thead>` : ''}
    ${groupsOf(rows.slice(headRows)).map(
      ({ names, rows }) =>
        html`<tbody>${names.map(name => groupNameHtml(name, width))}${rows.map(rowHtml)}</tbody>`,
    )}
  </table>`
}

/** The rule that the form prints in the corner of a table. */
export const cornerOf = ({ table: { rows } }: TableShown): string =>
  rows.flat().find(({ role }) => role === 'corner')?.text ?? ''

/** The row as the page has it: its own name and the corner take one column. */
const ownCells = (row: Row): Row => {
  const own = row.findLast(({ role }) => role === 'label')
  return row
    .filter(cell => cell.role !== 'label' || cell === own)
    .map(cell => (cell === own || cell.role === 'corner' ? { ...cell, columns: 1 } : cell))
}

type Group = { readonly names: Row; readonly rows: Row[] }

/** Rows under the names that begin with the first of them, outermost first; a row behind a group begins another. */
const groupsOf = (rows: readonly Row[]): readonly Group[] => {
  const groups: Group[] = []
  let left = 0
  for (const row of rows) {
    const names = row.filter(({ role }) => role === 'label').slice(0, -1)
    if (names.length > 0 || left === 0) {
      groups.push({ names, rows: [] })
      left = names.at(-1)?.rows ?? rows.length
    }
    groups.at(-1)?.rows.push(row)
    left -= 1
  }
  return groups
}

const groupNameHtml = ({ text }: ShownCell, width: number): Html =>
  html`<tr><th lang="zh-CN" scope="rowgroup" class="group-name" colspan="${width}"><span>${text}</span></th></tr>`

const cellHtml = (
  scene: TableScene,
  section: TableShown,
  faulty: ReadonlySet<string>,
  cell: ShownCell,
): Html => {
  const { role, columns, rows, key } = cell
  const spans = html`${columns > 1 ? html` colspan="${columns}"` : ''}${rows > 1 ? html` rowspan="${rows}"` : ''}`
  const text = html`${cell.text.split('\n').map((line, at) => html`${at > 0 ? html`<br />` : ''}${line}`)}`
  switch (role) {
    case 'head':
      return html`<th lang="zh-CN" scope="${columns > 1 ? 'colgroup' : 'col'}"${spans}>${columns > 1 ? html`<span>${text}</span>` : text}</th>`
    case 'label':
      return html`<th lang="zh-CN" scope="row" class="own-name">${text}</th>`
    case 'corner':
      return html`<td class="own-name"${spans}></td>`
    case 'figure':
      return figureHtml(scene, section, key ?? '', cell.text, faulty.has(key ?? ''), spans)
    default:
      return assertNever(role)
  }
}

const figureHtml = (
  scene: TableScene,
  { figures }: TableShown,
  key: string,
  text: string,
  isFaulty: boolean,
  spans: Html,
): Html => {
  const { words, told, tables } = scene
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
  const isAsked = tables.asked.includes(key)
  const label =
    text === '' ? words.say('table.cell.open', { name }) : words.say('table.cell', { name, value: text })
  const described = [...(own ? [`e-${key}`] : []), ...(isFaulty ? [`w-${key}`] : [])].join(' ')
  return html`<td class="entered${look}${isAsked ? ' asked' : ''}"${spans}><form method="post" action="/chat/table" hx-post="/chat/table">
    ${placeHtml(scene, key, shown)}
    <input id="c-${key}" name="text" value="${own?.text ?? text}" aria-label="${label}" autocomplete="off"
      enterkeyhint="next" inputmode="${isNumber ? 'decimal' : 'text'}" ${own || isFaulty ? html`aria-invalid="true"` : ''}
      ${isAsked ? html`aria-current="true"` : ''}
      ${described === '' ? '' : html`aria-describedby="${described}"`} />${fault}
    ${own ? toldHtml(key, own) : ''}
  </form></td>`
}

/** The fields that say where the words of a form belong, and what stood there. */
export const placeHtml = ({ id }: TableScene, key: string, shown: string): Html =>
  html`<input type="hidden" name="id" value="${id()}" />
    <input type="hidden" name="cell" value="${key}" />
    <input type="hidden" name="shown" value="${shown}" />`

export const toldHtml = (key: string, { sentence }: Told): Html =>
  html`<p class="told" id="e-${key}" role="alert">${sentence}</p>`
