// The buttons of a gate: yes or no, or its branches to tick, each with the place of its row in the table.

import { word } from './choice.ts'
import { isFigure, tickedNow } from './derive.ts'
import type { Ask, Choice } from './effect.ts'
import type { Question } from './focus.ts'
import type { Branch, Form } from './form.ts'
import { cellOf, gateOf, tableOf } from './index-of.ts'

/** The branches that hardly ever occur for this level of unit stand last and say so. */
export const gateChoices = (
  { form, filing, figures, level, rowsLastYear }: Ask,
  question: Extract<Question, { type: 'gate' }>,
): readonly Choice[] => {
  const gate = gateOf(form, question.gate)
  const none = word('none', { type: 'open', gate: gate.key, branches: [] })
  if (question.ticked === null) {
    const no = word('no', { type: 'open', gate: gate.key, branches: [] })
    return [
      no,
      word('yes', { type: 'put', question: { ...question, ticked: tickedNow(form, filing, gate) } }),
    ]
  }
  const { ticked } = question
  const isRare = ({ rareFor }: Branch): boolean => level !== null && rareFor?.includes(level) === true
  const { common = [], rare = [] } = Object.groupBy(gate.branches, each => (isRare(each) ? 'rare' : 'common'))
  return [
    ...[...common, ...rare].map(
      (branch): Choice => ({
        label: { type: 'branch', branch, ticked: ticked.includes(branch.key), rare: isRare(branch) },
        event: { type: 'tick', gate: gate.key, branch: branch.key, ticked },
        ...rowOf(form, figures, rowsLastYear, branch),
      }),
    ),
    ...(ticked.length === 0 ? [none] : [word('chosen', { type: 'open', gate: gate.key, branches: ticked })]),
  ]
}

/** Where the row of a branch stands in its table, and why it may stand ahead of the others. */
const rowOf = (
  form: Form,
  figures: Ask['figures'],
  rowsLastYear: Ask['rowsLastYear'],
  { cells, isCommon }: Branch,
): Pick<Choice, 'group' | 'ahead'> => {
  const [first] = cells
  const cell = first && cellOf(form, first)
  if (!cell || cells.length > 1) return {}
  const [, group] = cell.groups
  const isUsed = tableOf(form, cell.section).cells.some(
    ({ key, rowKey, sum }) =>
      rowKey === cell.rowKey && key !== cell.key && !sum && isFigure(form, key, figures.get(key)),
  )
  const ahead = isUsed
    ? 'used'
    : rowsLastYear.includes(cell.rowKey)
      ? 'last-year'
      : isCommon
        ? 'common'
        : undefined
  return { ...(group !== undefined && { group }), ...(ahead && { ahead }) }
}
