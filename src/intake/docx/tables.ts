// Reads all tables of the document: each section's are put together where a page cut them in two. Tables that are not
// the form's, and cells of the form that the document has not, are told.

import type { Form, SectionKey, TableSection } from '../../engine/form.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import type { WordTable } from './blocks.ts'
import { type Found, leaveUnread, nothingFound } from './found.ts'
import { type GridRow, gridOf } from './grid.ts'
import { labelsOf } from './labels.ts'
import { stop } from './refusal.ts'
import { readRowTable } from './row-table.ts'
import { readWideTable } from './wide-table.ts'

/** No form has a table of fifty rows. */
const mostRows = 200

export const readTables = (
  form: Form,
  tables: readonly WordTable[],
  sections: readonly (SectionKey | null)[],
): Found => {
  const found = nothingFound()
  let copies = 0
  for (const section of form.sections) {
    if (section.type !== 'table') continue
    const rows = tables.filter((_, at) => sections[at] === section.key).flatMap(table => gridOf(table.rows))
    if (rows.length > mostRows) stop('too-large')
    if (rows.length === 0) {
      leaveUnread(found, null, section.heading, 'missing')
      continue
    }
    copies += isTwice(section, rows) ? 1 : 0
    if (copies > 1) stop('several-reports')
    readTable(section, rows, found)
    const open = section.cells.filter(
      ({ key }) => !found.figures.has(key) && !found.unread.some(({ place }) => place === key),
    )
    for (const { key } of open) leaveUnread(found, key, '', 'missing')
  }
  tables.forEach(({ rows }, at) => {
    const words = rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join(' ')
    if (sections[at] === null && words.trim() !== '') leaveUnread(found, null, words, 'unknown-table')
  })
  return found
}

const readTable = (section: TableSection, rows: readonly GridRow[], found: Found): void => {
  const isWide = !section.table.rows.flat().some(cell => 'role' in cell && cell.role === 'label')
  if (!isWide || !readWideTable(section, rows, found)) readRowTable(section, rows, found)
}

/** Whether half of its rows, or of the names above it, stand there twice. */
const isTwice = (section: TableSection, rows: readonly GridRow[]): boolean => {
  const names = new Set([...labelsOf(section).rows.exact].map(([words]) => words))
  const counts = new Map<string, number>()
  for (const { text, above } of rows.flat()) {
    const words = plainLabel(text)
    if (!above && names.has(words)) counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const twice = [...counts.values()].filter(count => count > 1).length
  return twice > 1 && twice * 2 > counts.size
}
