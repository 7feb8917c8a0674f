// Reads all tables of the document: each section's are put together where a page cut them in two. Tables that are not
// the form's, and cells of the form that the document has not, are told.

import type { Form, SectionKey } from '../../engine/form.ts'
import { type Found, leaveUnread, nothingFound } from '../../engine/tables/found.ts'
import type { GridRow } from '../../engine/tables/grid.ts'
import { type Labels, labelIn, labelsOf } from '../../engine/tables/labels.ts'
import { readTable } from '../../engine/tables/read-table.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import type { WordTable } from './blocks.ts'
import { gridOf } from './grid.ts'
import { stop } from './refusal.ts'
import { type Sliced, slice } from './slices.ts'

/** No form has a table of fifty rows. */
const mostRows = 200

export function* readTables(
  form: Form,
  tables: readonly WordTable[],
  sections: readonly (SectionKey | null)[],
): Sliced<Found> {
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
    const labels = labelsOf(section)
    yield* recognise(labels, rows)
    copies += isTwice(labels, rows) ? 1 : 0
    if (copies > 1) stop('several-reports')
    yield* readTable(section, labels, rows, found)
    const open = section.cells.filter(
      ({ key }) => !found.figures.has(key) && !found.unread.some(({ place }) => place === key),
    )
    for (const { key } of open) leaveUnread(found, key, '', 'missing')
  }
  for (const [at, { rows }] of tables.entries()) {
    if (sections[at] !== null) continue
    const words = rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join(' ')
    if (words.trim() !== '') leaveUnread(found, null, words, 'unknown-table')
    yield Math.min(words.length, slice.part)
  }
  return found
}

/** Signs that comparing one cell's words with all labels is like. */
const perLabel = 4_000

/** The words of every cell are compared with the labels one by one; after that they are known (labels.ts). */
function* recognise(labels: Labels, rows: readonly GridRow[]): Sliced<void> {
  for (const { text } of rows.flat()) {
    if (!labels.rows.seen.has(text) || !labels.columns.seen.has(text)) {
      labelIn(labels.rows, text)
      labelIn(labels.columns, text)
      yield Math.max(perLabel, text.length)
    }
  }
}

/** Whether half of its rows, or of the names above it, stand there twice. */
const isTwice = (labels: Labels, rows: readonly GridRow[]): boolean => {
  const names = labels.rows.exact
  const counts = new Map<string, number>()
  for (const { text, above } of rows.flat()) {
    const words = plainLabel(text)
    if (!above && names.has(words)) counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  const twice = [...counts.values()].filter(count => count > 1).length
  return twice > 1 && twice * 2 > counts.size
}
