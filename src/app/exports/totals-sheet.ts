// The sums of a campaign (汇总) as a sheet: each cell a column, each unit a row, the sums below and who is missing.

import type { SheetCell, XlsxSheet } from '../../document/xlsx.ts'
import { answers } from '../../engine/answers/answers.ts'
import { decimalOf, isMoney } from '../../engine/answers/yuan.ts'
import type { Value } from '../../engine/filing.ts'
import type { Cell } from '../../engine/form.ts'
import { indexOf } from '../../engine/index-of.ts'
import { cellName } from '../../i18n/cell-words.ts'
import type { Words } from '../../i18n/words.ts'
import { momentWords } from '../moment-words.ts'
import type { Environment } from '../ports/environment.ts'
import { missingWords } from './missing-words.ts'
import type { Totals } from './read-totals.ts'

type Deps = { readonly words: Words; readonly environment: Pick<Environment, 'dateOf' | 'startOf'> }

export const totalsSheet = (
  { words, environment }: Deps,
  totals: Totals,
  { title, at }: { readonly title: string; readonly at: number },
): XlsxSheet => {
  const { form, cells, units, sums, of, campaign } = totals
  const say = words.district
  const { sections } = indexOf(form)
  const aboveOf = ({ section, groups, row }: Cell): string =>
    [sections.get(section)?.heading ?? '', ...groups, row].filter(part => part !== '').join(' / ')
  const summed = [say('totals.summed', { count: units.length, of })]
  const isOwnLevel = units.some(({ unit }) => unit.standing.id === campaign.root)
  return {
    ...{
      name: say('totals'),
      title: say('totals.title', { title, at: momentWords(words, environment, at) }),
    },
    heads: [
      ['', '', ...cells.map(aboveOf), ''],
      [say('ledger.unit'), say('ledger.state'), ...cells.map(({ column }) => column), say('ledger.note')],
    ],
    rows: units.map(({ unit: { standing }, values, notes }) => [
      ...[standing.unit, words.cli(`filing.state.${standing.state}`)],
      ...cells.map(cell => figureOf(cell, values.get(cell.key))),
      [...notes].map(([key, note]) => `${cellName(words, form, key)}${note}`).join(words.say('list')),
    ]),
    sums: [...summed, '', ...cells.map(cell => figureOf(cell, sums.get(cell.key))), ''],
    notes: [
      missingWords(words, totals),
      say('totals.meaning'),
      ...(isOwnLevel ? [say('totals.own-level')] : []),
    ].filter(note => note !== ''),
    widths: [26, 14, 12],
    fixed: 1,
  }
}

/** As a number where it is one in the unit that the form prints, else as it prints. */
const figureOf = ({ answer, options }: Cell, value: Value | undefined): SheetCell => {
  if (value === undefined || value === null) return null
  if (typeof value === 'number') return value
  if (answer === 'money-wan' && isMoney(value)) return Number(decimalOf(value))
  return answers[answer].print(value, options)
}
