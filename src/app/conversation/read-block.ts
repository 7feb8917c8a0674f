// A block of cells pasted from a spreadsheet into a printed table: read cell by cell from the place where it was pasted.
// One cell that does not fit, and nothing of the block counts; each is named. Blanks leave what stands.

import { derive } from '../../engine/derive.ts'
import { apply, personId, type Value } from '../../engine/filing.ts'
import type { CellKey, Form } from '../../engine/form.ts'
import { cellOf } from '../../engine/index-of.ts'
import { readFigure } from '../../engine/read-figure.ts'
import { cellName, sayValue } from '../../i18n/cell-words.ts'
import type { Input } from '../message.ts'
import type { View } from './compose/view.ts'

type Values = readonly (readonly [CellKey, Value, string | null])[]

export type BlockRead = { readonly values: Values } | { readonly refused: string }

/** Pasted cells that are looked at: more than the largest table has. */
const mostCells = 1_000
/** Cells that a refusal names. */
const mostNamed = 5

export const readBlock = (
  view: View,
  { cell, text, version }: Extract<Input, { type: 'block' }>,
): BlockRead => {
  const { words, form, filing } = view
  const refuse = (problems: readonly string[]): BlockRead => ({
    refused: words.say('block.refused', {
      why: problems.slice(0, mostNamed).reduce((before, next) => words.say('block.and', { before, next })),
      more:
        problems.length > mostNamed ? words.say('block.more', { count: problems.length - mostNamed }) : '',
    }),
  })
  if (version !== filing.version) return { refused: words.say('block.moved') }
  const pasted = cellsOf(text)
  if (pasted.length > mostCells) return refuse([words.say('block.too-large')])
  const placed = placesFrom(form, cell)
  if (!placed) return { refused: words.say('toast.no-cell') }
  const problems: string[] = []
  const values: [CellKey, Value, string | null][] = []
  const totals: [CellKey, Value][] = []
  for (const { row, column, said } of pasted) {
    const key = placed(row, column)
    const place = { row: row + 1, column: column + 1, said: said.slice(0, 20) }
    if (!key) {
      problems.push(words.say('block.outside', place))
      continue
    }
    const read = readFigure(form, filing, key, said)
    if ('unread' in read)
      problems.push(words.say('block.unread', { ...place, name: cellName(words, form, key) }))
    else if (cellOf(form, key).sum) totals.push([key, read.value])
    else values.push([key, read.value, read.note ?? null])
  }
  problems.push(...wrongTotals(view, values, totals))
  if (problems.length > 0) return refuse(problems)
  return values.length === 0 ? refuse([words.say('block.empty')]) : { values }
}

/** Tabs and line breaks divide; a spreadsheet puts quotation marks around a cell that has a line break in it. */
const cellsOf = (text: string) =>
  text
    .replace(/"((?:[^"\t]|""){0,200})"(?=[\t\r\n]|$)/g, (_, inner: string) =>
      inner.replaceAll('""', '"').replaceAll('\n', ' '),
    )
    .split(/\r\n?|\n/)
    .flatMap((line, row) =>
      line
        .split('\t')
        .map((cell, column) => ({ row, column, said: cell.trim() }))
        .filter(({ said }) => said !== ''),
    )

/** The cell so many rows below and so many to the right of this one, rows without figures left out. */
const placesFrom = (
  { sections }: Form,
  anchor: string,
): ((row: number, column: number) => CellKey | undefined) | null => {
  for (const section of sections) {
    if (section.type !== 'table') continue
    const rows = section.table.rows
      .map(row => row.flatMap(printed => ('cell' in printed ? [printed.cell] : [])))
      .filter(row => row.length > 0)
    const top = rows.findIndex(row => row.some(key => key === anchor))
    const left = rows[top]?.indexOf(anchor as CellKey) ?? -1
    if (left >= 0) return (row, column) => rows[top + row]?.[left + column]
  }
  return null
}

const nobody = personId('')

/** Pasted totals that their parts do not make once the block stands; of one with an open part nothing is known. */
const wrongTotals = (
  { words, form, filing }: View,
  values: Values,
  totals: readonly (readonly [CellKey, Value])[],
): readonly string[] => {
  const trial = apply(
    filing,
    values.map(([key, value, note]) => ({
      type: 'entry' as const,
      key,
      from: filing.entries.get(key),
      to: { value, note, source: 'typed' as const, by: nobody, at: 0, message: null },
    })),
  )
  const figures = derive(form, trial)
  return totals.flatMap(([key, value]) => {
    const figure = figures.get(key)
    if (!figure || JSON.stringify(figure.value) === JSON.stringify(value)) return []
    const said = { said: sayValue(form, key, value), sum: sayValue(form, key, figure.value) }
    return [words.say('block.total', { name: cellName(words, form, key), ...said })]
  })
}
