// The printed tables of a filing as a page shows them: each cell's figure, and the findings beside it. It only reads.

import { answers } from '../../engine/answers/answers.ts'
import { bodyOf } from '../../engine/body-of.ts'
import { standsIn } from '../../engine/derive.ts'
import type { Value } from '../../engine/filing.ts'
import { type Focus, keysOf } from '../../engine/focus.ts'
import type { CellKey, Form, PrintedCell, TableSection, TextSection } from '../../engine/form.ts'
import { cellOf } from '../../engine/index-of.ts'
import { review } from '../../engine/review.ts'
import { blocks, type Finding, findingKey, isUnanswered } from '../../engine/rules/finding.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { cellName } from '../../i18n/cell-words.ts'
import { findingWords } from '../../i18n/finding-words.ts'
import { wordingOf } from '../../i18n/wording.ts'
import type { Words } from '../../i18n/words.ts'
import { type View, valueIn, viewOf } from '../conversation/compose/view.ts'
import type { ShownCell } from '../message.ts'
import { checkContext, presentSeat } from '../opened.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { TableFigure, TableShown, Tables, TextShown } from '../use-cases.ts'

export const tablesOf = (words: Words, catalog: Catalog, environment: Environment, stored: Seat): Tables => {
  const form = catalog.formOf(stored.filing.form)
  const seat = presentSeat(form, stored)
  const { filing, unit } = seat
  const view = viewOf(words, catalog, seat)
  const { findings, errors, incomplete } = review(
    form,
    filing,
    checkContext(catalog, seat, environment, environment.now()),
  )
  const live = findings.filter(finding => blocks(finding) || isUnanswered(finding))
  return {
    unit: unit.name,
    year: filing.year,
    version: filing.version,
    open: incomplete.length,
    errors: errors.length,
    asked: askedIn(seat.focus),
    sections: form.sections.map(section =>
      section.type === 'table' ? sectionOf(view, section, live) : textShown(view, section),
    ),
  }
}

const askedIn = ({ question }: Focus): readonly string[] => {
  switch (question.type) {
    case 'finding':
    case 'which':
    case 'differing':
      return question.cells
    default:
      return keysOf(question)
  }
}

/** A text without a heading goes by its name. */
const textShown = ({ words, form, filing, unit }: View, { key, heading, text }: TextSection): TextShown => ({
  type: 'text',
  key: text,
  heading: heading ?? words.form.section(form, key, 'name', wordingOf(filing, unit.name)),
  body: bodyOf(form, filing, text) ?? '',
})

const sectionOf = (view: View, section: TableSection, findings: readonly Finding[]): TableShown => {
  const { key, heading, table, cells } = section
  const own = new Set<CellKey>(cells.map(cell => cell.key))
  return {
    type: 'table',
    heading,
    table: {
      name: key,
      widths: table.widths,
      headRows: table.headRows,
      rows: table.rows.map(row => row.map(cell => shownCell(view, cell))),
    },
    figures: Object.fromEntries(cells.map(cell => [cell.key, figureOf(view, cell.key)])),
    findings: findings
      .filter(finding => finding.cells.some(cell => own.has(cell)))
      .map(finding => ({
        key: findingKey(finding),
        severity: finding.severity,
        text: findingWords(view.words, view.form, finding, cell => valueIn(view, cell)),
        cells: finding.cells.map(cell => ({ key: cell, name: cellName(view.words, view.form, cell) })),
      })),
  }
}

const shownCell = (view: View, printed: PrintedCell): ShownCell => {
  const { columns = 1, rows = 1 } = printed
  return 'cell' in printed
    ? { role: 'figure', text: textIn(view, printed.cell), columns, rows, key: printed.cell }
    : { role: printed.role, text: printed.text, columns, rows, key: null }
}

/** As it prints, with its note; a bare number in a cell of money came from a file without a unit. */
const textIn = ({ form, figures }: View, key: CellKey): string => {
  const figure = figures.get(key)
  if (!figure) return ''
  const { value, note } = figure
  const text = typeof value === 'number' ? String(value) : printIn(form, key, value)
  return `${text}${note ?? ''}`
}

const printIn = (form: Form, key: CellKey, value: Value): string => {
  const { answer, options } = cellOf(form, key)
  return answers[answer].print(value, options)
}

const figureOf = ({ words, form, filing }: View, key: CellKey): TableFigure => {
  const { answer, sum } = cellOf(form, key)
  return {
    name: cellName(words, form, key),
    isComputed: sum !== undefined,
    isNumber: answer === 'count' || answer === 'money-wan',
    shown: standsIn(form, filing, key),
  }
}
