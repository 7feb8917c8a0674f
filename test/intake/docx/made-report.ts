// A report as an office's Word file, drawn by the test from the form's printed tables: every cell holds a figure of
// its own, so that one read in the wrong place is seen. A layout changes the rows, the cells or the paragraphs.

import type { CellKey, Form, TableSection } from '../../../src/engine/form.ts'
import { cellOf } from '../../../src/engine/index-of.ts'
import { tables } from '../../forms/material.ts'
import { p, wordOf } from './word.ts'

export type MadeCell = {
  readonly text: string
  readonly columns: number
  readonly down: 'restart' | 'continue' | null
  readonly key: CellKey | null
}
export type MadeRow = readonly MadeCell[]

export type Layout = {
  readonly title?: string
  readonly heading?: (text: string) => string
  readonly figure?: (text: string, key: CellKey) => string
  readonly rows?: (rows: readonly MadeRow[], section: TableSection) => readonly MadeRow[]
  /** A cell's XML; most layouts keep the plain one. */
  readonly cell?: (cell: MadeCell, plain: (inside?: string) => string) => string
  /** The XML of a table's rows as what stands in the body. */
  readonly table?: (rows: readonly string[], section: TableSection) => string
  readonly before?: string
  readonly text?: (words: string) => string
  readonly namespace?: string
}

export const unit = '青石街道'
export const words: Readonly<Record<string, string>> = {
  preamble: '现公布本机关年度报告。统计期限为本年1月1日至12月31日。',
  overview: '全年公开信息35条。',
  problems: '人手不足，下一步充实力量。',
  other: '无。',
}

/** What the office's table says in each cell. */
export const figuresOf = (form: Form): ReadonlyMap<CellKey, string> =>
  new Map(
    tables(form)
      .flatMap(({ cells }) => cells)
      .map(({ key, answer }, at) => [key, answer === 'money' ? `${at + 1}.5万元` : `${at + 1}`]),
  )

export const docxIn = (form: Form, layout: Layout = {}): Uint8Array => {
  const { heading = p, text = p, title = form.title } = layout
  const printed = title.replace('{unit}', unit).replace('{year}', `${form.years.from}`)
  const parts = form.sections.flatMap(section => {
    const head = section.heading === null ? [] : [heading(section.heading)]
    return [
      ...head,
      section.type === 'text' ? text(words[section.key] ?? '') : tableXml(form, section, layout),
    ]
  })
  return wordOf([layout.before ?? '', p(printed), ...parts].join(''), layout.namespace)
}

const tableXml = (form: Form, section: TableSection, layout: Layout): string => {
  const { rows = same, table = rows => `<w:tbl>${rows.join('')}</w:tbl>` } = layout
  const made = rows(rowsOf(form, section, layout), section)
  return table(
    made.map(row => `<w:tr>${row.map(cell => cellXml(cell, layout)).join('')}</w:tr>`),
    section,
  )
}

const same = (rows: readonly MadeRow[]): readonly MadeRow[] => rows

const cellXml = (cell: MadeCell, { cell: edit = (_, plain) => plain() }: Layout): string => {
  const merge =
    cell.down === null ? '' : cell.down === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : ''
  return edit(cell, (inside = p(cell.text)) => `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${inside}</w:tc>`)
}

/** The printed rows as Word keeps them, the continuations of merged cells among them. */
const rowsOf = (
  form: Form,
  { table }: TableSection,
  { figure = same => same }: Layout,
): readonly MadeRow[] => {
  const figures = figuresOf(form)
  const open: (MadeCell & { left: number })[] = []
  return table.rows.map(row => {
    const cells: MadeCell[] = []
    const waiting = [...row]
    for (let column = 0; column < table.widths.length; ) {
      const above = open[column]
      if (above && above.left > 0) {
        above.left -= 1
        cells.push({ text: '', columns: above.columns, down: 'continue', key: null })
        column += above.columns
        continue
      }
      const printed = waiting.shift()
      if (!printed) break
      const { columns = 1, rows = 1 } = printed
      const key = 'cell' in printed ? cellOf(form, printed.cell).key : null
      const text =
        'cell' in printed
          ? figure(figures.get(printed.cell) ?? '', printed.cell)
          : printed.text.replace('\n', '')
      const cell: MadeCell = { text, columns, down: rows > 1 ? 'restart' : null, key }
      open[column] = { ...cell, left: rows - 1 }
      cells.push(cell)
      column += columns
    }
    return cells
  })
}
