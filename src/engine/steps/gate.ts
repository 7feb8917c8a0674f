// Gates: ticking branches, and deciding which of them have figures.

import { isFigure } from '../derive.ts'
import { diff, type EntryKey } from '../filing.ts'
import type { CellKey, GateKey, SectionKey } from '../form.ts'
import { cellsBehind, gateOf, gatesBehind, indexOf } from '../index-of.ts'
import { ask, askAgain } from './ask.ts'
import { afterAnswer, differs } from './figures.ts'
import { entryChange, entryNow, makeChanges, type StepState, say } from './step-state.ts'
import { zeroRest } from './zero-rest.ts'

/** Tick or untick; nothing is stored. A tick on an older card brings its gate back first. */
export const tick = (state: StepState, key: GateKey, branch: string, shown: readonly string[]): StepState => {
  const { question } = state.focus
  const gate = gateOf(state.form, key)
  const isHere = question.type === 'gate' && question.gate === key
  const ticked = (isHere ? question.ticked : null) ?? shown
  // The other way round than on the card that was tapped: a double tap is one.
  const now = shown.includes(branch) ? ticked.filter(each => each !== branch) : [...ticked, branch]
  const inOrder = gate.branches.map(each => each.key).filter(each => now.includes(each))
  return ask(state, { type: 'gate', gate: key, ticked: inOrder })
}

/** Exactly these branches have figures; what was entered behind the others goes, and can be undone. */
export const open = (state: StepState, key: GateKey, chosen: readonly string[]): StepState => {
  const gate = gateOf(state.form, key)
  const closed = gate.branches.filter(branch => !chosen.includes(branch.key))
  const behind: EntryKey[] = closed.flatMap(branch => [
    ...cellsBehind(branch),
    ...(branch.gate ? gatesBehind(branch.gate).map(inner => inner.key) : []),
  ])
  const gone = behind.filter(each => state.filing.entries.has(each))
  const cleared = gone.filter(
    each => isCell(state, each) && isFigure(state.form, each, state.filing.entries.get(each)),
  ).length
  const changes = [
    entryChange(state.filing, key, entryNow(state, { open: chosen }, null, 'gate')),
    ...gone.map(each => entryChange(state.filing, each, undefined)),
  ].filter(differs)
  const after = say(makeChanges(state, changes), { type: 'opened', gate: key, branches: chosen, cleared })
  return afterAnswer(state, after)
}

/** Closes a section's unanswered gates and sets its open cells that have a zero to it. The rest stays. */
export const rest = (state: StepState, section: SectionKey): StepState => {
  if (indexOf(state.form).sections.get(section)?.type !== 'table') return askAgain(state)
  const zeroed = zeroRest(state, state.filing, { section, branch: null })
  const after = makeChanges(state, diff(state.filing, zeroed))
  return afterAnswer(state, say(after, { type: 'rest', section, branch: null }))
}

const isCell = (state: StepState, key: EntryKey): key is CellKey => indexOf(state.form).cells.has(key)
