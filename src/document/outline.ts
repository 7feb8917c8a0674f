// The document as neutral data, in print order: every output format prints this and nothing else.
// It must not know a format (docx, HTML, text), and it trusts no stated total: computed cells are computed here.

import { answers } from '../engine/answers/answers.ts'
import { bodyOf } from '../engine/body-of.ts'
import { derive, type Figure, type Figures } from '../engine/derive.ts'
import type { Filing } from '../engine/filing.ts'
import type { Cell, Form, PrintedCell, SectionKey, TableSection } from '../engine/form.ts'
import { cellOf } from '../engine/index-of.ts'
import { pageStyle } from '../forms/page-style.ts'
import { type Paragraph, paragraphsOf, printable } from './paragraphs.ts'

/** A figure's state: `open` was never answered, `blank` was left empty on purpose; both print nothing. */
export type FigureState = 'open' | 'blank' | 'zero' | 'figure'

/** A printed table cell. `text` is what stands in it, `\n` breaking the line; spans count grid columns and rows. */
export type OutlineCell = {
  readonly text: string
  readonly columns: number
  readonly rows: number
} /** A `field` holds words beside its label, or is left for a hand. */ & (
  | { readonly role: 'head' | 'label' | 'corner' | 'field' }
  /** `labels` name the row, outermost first; `column` the column. */
  | {
      readonly role: 'figure'
      readonly state: FigureState
      readonly labels: readonly string[]
      readonly column: string
    }
)

export type OutlineTable = {
  readonly type: 'table'
  readonly section: SectionKey
  /** Relative widths of the grid's columns. */
  readonly widths: readonly number[]
  /** The number of rows that repeat on a new page. */
  readonly headRows: number
  /** The least height of each row, where rows are left for a hand. */
  readonly heightsMm?: readonly number[]
  readonly rows: readonly (readonly OutlineCell[])[]
}

/** A letter's 主送, 署名 and 成文日期 (GB/T 9704—2012, 7.3.2 and 7.3.5). */
export type LetterPlace = 'addressee' | 'signature' | 'date'

export type Block =
  | { readonly type: 'heading'; readonly section: SectionKey; readonly text: string }
  | ({ readonly type: 'paragraph'; readonly place?: LetterPlace } & Paragraph)
  | OutlineTable
  /** The last lines: whose report it is, and the day. */
  | { readonly type: 'closing'; readonly unit: string; readonly day: string }

/** `titleBreak` is where in the title a second line begins when it needs one; 0 is anywhere. */
export type Outline = {
  readonly title: string
  readonly titleBreak: number
  readonly blocks: readonly Block[]
}

export type OutlineInput = {
  readonly form: Form
  readonly filing: Filing
  readonly unitName: string
  /** The title as the unit wants it; the form's own otherwise. */
  readonly title?: string | null | undefined
  /** How the unit can be reached, as it prints. */
  readonly contact?: string | null | undefined
  /** The name under the document; the unit's own otherwise. */
  readonly signs?: string | null | undefined
  /** The day (`YYYY-MM-DD`) with which the document closes; it closes without one where there is none. */
  readonly closesOn?: string | null | undefined
}

/**
 * The document of a filing. Open cells print empty, so a draft can be shown at any time. A text that was left out on
 * purpose prints nothing; its heading, where it has one, stays.
 */
export const outlineOf = (input: OutlineInput): Outline => {
  const { form, filing, unitName, title, contact, signs, closesOn } = input
  const figures = derive(form, filing)
  const blocks = form.sections.flatMap((section): readonly Block[] => {
    const heading = section.heading
    const head: readonly Block[] =
      heading === null ? [] : [{ type: 'heading', section: section.key, text: heading }]
    if (section.type === 'table') return [...head, tableOf(form, section, figures)]
    const body = bodyOf(form, filing, section.text) ?? ''
    const reached = contact && body !== '' && form.contact?.text === section.text && !body.includes(contact)
    const ending = reached ? contactSentence(form.contact.wording, unitName, contact) : ''
    const paragraphs = paragraphsOf(`${body}\n${ending}`)
    return [...head, ...paragraphs.map(paragraph => ({ type: 'paragraph' as const, ...paragraph }))]
  })
  const named = form.title.replaceAll('{unit}', () => unitName).replaceAll('{year}', String(filing.year))
  const printed = printable(title || named)
    .replaceAll('\n', ' ')
    .trim()
  const closing = closesOn
    ? [{ type: 'closing' as const, unit: printable(signs || unitName), day: printedDay(closesOn) }]
    : []
  return { title: printed, titleBreak: titleBreakOf(printed, form.title), blocks: [...blocks, ...closing] }
}

const contactSentence = (wording: string, unit: string, contact: string): string =>
  wording.replaceAll('{unit}', () => unit).replaceAll('{contact}', () => contact)

/** A day (`YYYY-MM-DD`) as documents print it. */
export const printedDay = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-').map(part => String(Number(part)))
  return pageStyle.closing.day.replace('{year}', year).replace('{month}', month).replace('{day}', day)
}

const tableOf = (form: Form, { key, table }: TableSection, figures: Figures): OutlineTable => ({
  type: 'table',
  section: key,
  widths: table.widths,
  headRows: table.headRows,
  rows: table.rows.map(row => row.map(cell => outlineCell(form, cell, figures))),
})

const outlineCell = (form: Form, printed: PrintedCell, figures: Figures): OutlineCell => {
  const span = { columns: printed.columns ?? 1, rows: printed.rows ?? 1 }
  if (!('cell' in printed)) return { ...span, role: printed.role, text: printed.text }
  const cell = cellOf(form, printed.cell)
  const figure = figures.get(cell.key)
  return {
    ...span,
    role: 'figure',
    text: print(cell, figure),
    state: stateOf(cell, figure),
    labels: [...cell.groups, cell.row],
    column: cell.column,
  }
}

/** A bare number in a cell of money came from a file without a unit; it prints as it stood there. */
const print = ({ answer, options }: Cell, figure: Figure | undefined): string => {
  if (!figure) return ''
  const { value, note } = figure
  const text = typeof value === 'number' ? String(value) : printable(answers[answer].print(value, options))
  return note === null ? text : `${text}${printable(note)}`
}

const stateOf = ({ answer }: Cell, figure: Figure | undefined): FigureState => {
  if (!figure) return 'open'
  const { value, note } = figure
  if (value === null) return note === null ? 'blank' : 'figure'
  const amount = typeof value === 'number' ? value : answers[answer].amount?.(value)
  return amount === 0 && note === null ? 'zero' : 'figure'
}

/**
 * The place where a title that needs two lines breaks, by the form's own title (`{unit}{year}…`); 0 when it ends otherwise. Behind the year
 * the first word (the year's own) stays above.
 */
export const titleBreakOf = (title: string, template: string): number => {
  const tail = template.slice(template.lastIndexOf('}') + 1)
  let shared = 0
  while (shared < tail.length && title.at(-1 - shared) === tail.at(-1 - shared)) shared += 1
  if (shared === 0) return 0
  const [first] = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(tail)
  return title.length - shared + (shared === tail.length ? (first?.segment.length ?? 0) : 0)
}
