// Reads the figures that a message in words states, and where they belong. Half of it may not be understood: then the
// words of that half are told, and nothing is made of them.

import { answers } from '../answers/answers.ts'
import type { Filing, Value } from '../filing.ts'
import type { Question } from '../focus.ts'
import type { CellKey, Form } from '../form.ts'
import { cellOf } from '../index-of.ts'
import { alternativesOf } from './alternatives.ts'
import { type Stand, standOf, valueIn } from './candidates.ts'
import { mentionsIn } from './mentions-in.ts'
import { isUsed, type Placing, place } from './place.ts'
import type { Rest, Said } from './said.ts'
import { same } from './same.ts'
import { settleTotals } from './totals.ts'

export const readFigures = (form: Form, filing: Filing, question: Question, text: string): Said => {
  const placing = place({ form, filing, stand: standOf(form, question) }, mentionsIn(form, filing.year, text))
  const { placed, totals, wrong, untaken } = settleTotals(placing)
  const { unsure, untaken: unclear } = alternativesOf(form, filing, placed)
  const certain = placed.flatMap(({ cells: [cell, ...more], figure, said }) => {
    const stated = cell && more.length === 0 ? valueIn(form, filing.year, cell.key, figure) : undefined
    return stated ? [{ said, stated }] : []
  })
  const zeros = placing.zeros.map(({ key, answer }) => [key, answers[answer].zero ?? 0, null] as const)
  const contrary = new Set(contradicted(form, [...certain.map(({ stated }) => stated), ...zeros]))
  const hasFigures = placing.placed.length + zeros.length > 0
  const unused = placing.named.filter(({ cells }) => !isUsed(placing, cells))
  const lost = [
    ...placing.untaken,
    ...untaken,
    ...unclear,
    ...certain.flatMap(({ said, stated: [key] }) => (contrary.has(key) ? [said] : [])),
    ...(hasFigures ? unused.map(({ said }) => said) : []),
  ]
  // A cell that the lost words may be about is none of the rest: no zero comes of a word that was not read.
  const rest = placing.rest === null || lost.length > 0 ? null : restOf(placing, hasFigures ? [] : unused)
  return {
    cells: [
      ...new Map(
        [...certain.map(({ stated }) => stated), ...zeros].flatMap(stated =>
          contrary.has(stated[0]) ? [] : [[stated[0], stated] as const],
        ),
      ).values(),
    ],
    totals,
    unsure,
    wrong,
    rest,
    untaken: [...lost, ...(placing.rest !== null && rest === null ? [placing.rest] : [])],
    named: hasFigures ? [] : unused,
  }
}

/** Cells for which two different figures were said. */
const contradicted = (form: Form, stated: readonly (readonly [CellKey, Value, string | null])[]) => {
  const values = Map.groupBy(stated, ([key]) => key)
  return [...values].flatMap(([key, [first, ...more]]) => {
    const { answer } = cellOf(form, key)
    return first && more.some(([, value]) => !answers[answer].equal(value, first[1])) ? [key] : []
  })
}

/** The rest is that of the place where one stands, if all that was said is there too. */
const restOf = (placing: Placing, named: Placing['named']): Rest | null => {
  const said = [...placing.placed, ...named].flatMap(({ cells }) => cells)
  const stand: Stand = placing.stand
  const section = stand.section ?? same(said.map(cell => cell.section))
  if (section === null || said.some(cell => cell.section !== section)) return null
  const isHere = stand.branch !== null && said.every(cell => stand.around.has(cell))
  return { section, branch: isHere ? stand.branch : null }
}
