// A document of this report, read: it fills what is open and nothing else. What was given stays, and is said where the
// document says otherwise; then only what is missing or broken is asked.

import { answers, isNothing } from '../answers/answers.ts'
import { bodyOf } from '../body-of.ts'
import { derive, opened } from '../derive.ts'
import { type Doubt, type Draft, isDraftOf } from '../draft.ts'
import { type Change, type EntryChange, longestText, type StatedFigures, type Value } from '../filing.ts'
import { findingQuestion } from '../focus.ts'
import type { CellKey, Gate, TextKey } from '../form.ts'
import { cellOf, cellsBehind, indexOf } from '../index-of.ts'
import { ask, askNext, reviewOf } from './ask.ts'
import { newlyBroken } from './figures.ts'
import { entryChange, entryNow, makeChanges, type StepState, say } from './step-state.ts'
import { clean } from './text.ts'

/** `sure`: the person has said that it belongs here, whatever it names. */
export const imported = (state: StepState, draft: Draft, sure: boolean): StepState => {
  const doubts = sure ? [] : doubtsAbout(state, draft)
  if (doubts.length > 0) return ask(state, { type: 'import', draft, doubts })
  const { cells, texts: known } = indexOf(state.form)
  const stated = draft.figures.filter(([key, value]) => value !== null && cells.has(key))
  const figures = fillFigures(state, stated)
  const texts = draft.texts.filter(([key, body]) => known.has(key) && clean(body) !== '')
  const changes = [...figures.changes, ...fillTexts(state, texts)]
  const after = makeChanges(state, changes)
  const told = say(after, {
    type: 'imported',
    figures: stated.length,
    texts: texts.length,
    unread: draft.unread,
    foreign: draft.figures.filter(([key]) => !cells.has(key)).length,
    differing: figures.differing,
    differingTexts: differingTexts(state, texts),
    long: texts.flatMap(([key, body]) => (isTooLong(body) && !state.filing.texts.has(key) ? [key] : [])),
    totals: wrongTotals(after, stated),
    open: reviewOf(after).incomplete.length,
  })
  const [first] = figures.differing
  if (first) return ask(told, { type: 'differing', cells: figures.differing.map(([key]) => key) })
  const [broken] = newlyBroken(state, told)
  return broken ? ask(told, findingQuestion(broken)) : askNext(told)
}

const doubtsAbout = ({ form, filing, context }: StepState, draft: Draft): readonly Doubt[] => [
  ...(isDraftOf(draft, context.known.unit.name) ? [] : (['unit'] as const)),
  ...(draft.year !== null && draft.year !== filing.year ? (['year'] as const) : []),
  ...(draft.form !== form.id ? (['form'] as const) : []),
]

const isEqual = ({ form }: StepState, key: CellKey, one: Value, other: Value): boolean =>
  answers[cellOf(form, key).answer].equal(one, other)

/** The changes that fill open cells and unanswered gates, and what differs from figures that stand. */
const fillFigures = (state: StepState, stated: StatedFigures) => {
  const { form, filing } = state
  const figures = derive(form, filing)
  const entered = stated.filter(([key]) => !cellOf(form, key).sum)
  const differing = entered.filter(([key, value]) => {
    const stands = figures.get(key)
    return stands && !isEqual(state, key, stands.value, value)
  })
  const given = new Map(entered.flatMap(each => (figures.has(each[0]) ? [] : [[each[0], each] as const])))
  const isZero = (key: CellKey): boolean => {
    const value = given.get(key)?.[1] ?? figures.get(key)?.value
    return value !== undefined && isNothing(cellOf(form, key).answer, value)
  }
  const gates: EntryChange[] = []
  const zeros = new Set<CellKey>()
  /** A branch closes where all of it is 0; what the document left out stands open and is asked. */
  const settle = (gate: Gate): void => {
    const behind = gate.branches.flatMap(cellsBehind)
    const answered = opened(filing, gate)
    if (!answered && !behind.some(key => given.has(key))) return
    const isOpen = (key: string): boolean => answered?.includes(key) ?? false
    const open = gate.branches.filter(branch =>
      answered ? isOpen(branch.key) : cellsBehind(branch).some(key => !isZero(key)),
    )
    if (!answered) {
      const value = { open: open.map(branch => branch.key) }
      gates.push(entryChange(filing, gate.key, entryNow(state, value, null, 'imported', null)))
      for (const branch of gate.branches)
        if (!open.includes(branch)) for (const key of cellsBehind(branch)) zeros.add(key)
    }
    for (const branch of open) if (branch.gate) settle(branch.gate)
  }
  for (const section of form.sections) if (section.type === 'table' && section.gate) settle(section.gate)
  const cells = [...given.values()]
    .filter(([key, , note]) => note !== null || !zeros.has(key))
    .map(([key, value, note]) => entryChange(filing, key, entryNow(state, value, note, 'imported', null)))
  return { changes: [...cells, ...gates], differing }
}

const isTooLong = (body: string): boolean => clean(body).length > longestText

const fillTexts = (state: StepState, texts: Draft['texts']): readonly Change[] =>
  texts
    .filter(([key, body]) => !state.filing.texts.has(key) && !isTooLong(body))
    .map(([key, body]) => {
      const { by, now: at } = state.context
      return { type: 'text', key, from: undefined, to: [{ body: clean(body), by, at, message: null }] }
    })

/** Texts that say something else here than in the document; white space aside. */
const differingTexts = ({ form, filing }: StepState, texts: Draft['texts']): readonly TextKey[] =>
  texts.flatMap(([key, body]) => {
    const stands = bodyOf(form, filing, key)
    return stands !== undefined && bare(stands) !== bare(body) ? [key] : []
  })

const bare = (body: string): string => body.replace(/\s/g, '')

/** Totals of the document that are not the sum of what stands here now. */
const wrongTotals = (state: StepState, stated: StatedFigures): StatedFigures => {
  const figures = derive(state.form, state.filing)
  return stated.filter(([key, value]) => {
    const sum = cellOf(state.form, key).sum && figures.get(key)
    return sum && !isEqual(state, key, sum.value, value)
  })
}
