// The buttons of a broken rule: the cells to compare with the ledger, the likeliest slips first, each with the figure
// it holds now. What it would have to hold is no matter of this question.

import { answers } from './answers/answers.ts'
import { cellChoice, hasFigure, word } from './choice.ts'
import type { Ask, Choice } from './effect.ts'
import type { Question } from './focus.ts'
import type { CellKey } from './form.ts'
import { cellOf } from './index-of.ts'
import { blocks, type Finding, findingKey } from './rules/finding.ts'
import { suspectsOf } from './suspects-of.ts'

/** At most this many cells before the rest: more is a table, not a question. */
const mostCells = 5

export const findingChoices = (
  ask: Ask,
  question: Extract<Question, { type: 'finding' }>,
): readonly Choice[] => {
  const parts = [...new Set(question.cells.flatMap(key => cellOf(ask.form, key).sum ?? [key]))]
  const shown = question.all ? parts : likeliest(ask, question, parts)
  return [
    ...shown.map(key => cellChoice(ask, key)),
    ...(parts.some(key => !shown.includes(key))
      ? [word('other-cells', { type: 'put', question: { ...question, all: true } })]
      : []),
    ...zerosChoice(ask),
    ...textChoice(ask.finding),
    ...reasonChoices(ask),
    word('leave', { type: 'later' }),
  ]
}

/** Blanks become zeros with one tap; a computed one does so by itself. */
const zerosChoice = ({ form, filing, finding }: Ask): readonly Choice[] => {
  const blanks = (finding?.cells ?? []).filter(
    key => filing.entries.get(key)?.value === null && !cellOf(form, key).sum,
  )
  if (blanks.length === 0) return []
  const zeros = blanks.map(key => [key, answers[cellOf(form, key).answer].zero ?? 0] as const)
  return [word('zeros', { type: 'set', values: zeros, source: 'typed' })]
}

/** To the words that are at fault. */
const textChoice = (finding: Finding | undefined): readonly Choice[] =>
  finding?.text === undefined
    ? []
    : [
        {
          label: { type: 'text', text: finding.text },
          event: { type: 'put', question: { type: 'text', text: finding.text } },
        },
      ]

/** Reasons ready to be tapped, where a reason answers. */
const reasonChoices = ({ form, finding }: Ask): readonly Choice[] => {
  if (!finding || finding.severity === 'error') return []
  return [...(form.reasons[finding.rule] ?? []), ...form.reasons.any].map(body => ({
    label: { type: 'reason', body },
    event: { type: 'explain', finding: findingKey(finding), body },
  }))
}

const likeliest = (
  ask: Ask,
  question: Extract<Question, { type: 'finding' }>,
  parts: readonly CellKey[],
): readonly CellKey[] => {
  const { form, filing, findings } = ask
  const isTelling = (key: CellKey) => hasFigure(ask, key) || question.cells.includes(key)
  const suspects = suspectsOf(form, filing, question.key, findings.filter(blocks))
    .flatMap(suspect => (suspect.with ? [suspect.cell, suspect.with] : [suspect.cell].filter(isTelling)))
    // A total is never asked here: it is computed from its parts.
    .filter(key => !cellOf(form, key).sum)
  return [...new Set([...suspects, ...parts.filter(isTelling)])].slice(0, mostCells)
}
