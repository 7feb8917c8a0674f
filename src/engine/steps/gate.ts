// Gates: ticking branches, and deciding which of them have figures.

import { agenda } from '../agenda.ts'
import { answers } from '../answers/answers.ts'
import { derive, isFigure } from '../derive.ts'
import { apply, diff, type EntryKey, type Filing } from '../filing.ts'
import type { CellKey, GateKey, SectionKey } from '../form.ts'
import { cellOf, cellsBehind, gateOf, gatesBehind, indexOf } from '../index-of.ts'
import { differs, proceed } from './figures.ts'
import { again, put } from './put.ts'
import { change, entryChange, entryNow, say, type Turn } from './turn.ts'

/** Tick or untick; nothing is stored. A tick on an older card brings its gate back first. */
export const tick = (turn: Turn, key: GateKey, branch: string, shown: readonly string[]): Turn => {
  const { question } = turn.focus
  const gate = gateOf(turn.form, key)
  const isHere = question.type === 'gate' && question.gate === key
  const ticked = (isHere ? question.ticked : null) ?? shown
  // The other way round than on the card that was tapped: a double tap is one.
  const now = shown.includes(branch) ? ticked.filter(each => each !== branch) : [...ticked, branch]
  const inOrder = gate.branches.map(each => each.key).filter(each => now.includes(each))
  return put(turn, { type: 'gate', gate: key, ticked: inOrder, rare: isHere && question.rare })
}

/** Exactly these branches have figures; what was entered behind the others goes, and can be undone. */
export const open = (turn: Turn, key: GateKey, chosen: readonly string[]): Turn => {
  const gate = gateOf(turn.form, key)
  const closed = gate.branches.filter(branch => !chosen.includes(branch.key))
  const behind: EntryKey[] = closed.flatMap(branch => [
    ...cellsBehind(branch),
    ...(branch.gate ? gatesBehind(branch.gate).map(inner => inner.key) : []),
  ])
  const gone = behind.filter(each => turn.filing.entries.has(each))
  const cleared = gone.filter(
    each => isCell(turn, each) && isFigure(turn.form, each, turn.filing.entries.get(each)),
  ).length
  const changes = [
    entryChange(turn.filing, key, entryNow(turn, { open: chosen }, null, 'gate')),
    ...gone.map(each => entryChange(turn.filing, each, undefined)),
  ].filter(differs)
  const after = say(change(turn, changes), { type: 'opened', gate: key, branches: chosen, cleared })
  return proceed(turn, after)
}

/** What is open in a section is 0: unanswered gates close, open cells become 0. Figures that stand stay. */
export const rest = (turn: Turn, section: SectionKey): Turn => {
  if (indexOf(turn.form).sections.get(section)?.type !== 'table') return again(turn)
  const closed = closeGates(turn, turn.filing, section)
  const open = agenda(turn.form, closed, derive(turn.form, closed)).filter(item => item.section === section)
  const cells = open.flatMap(item => (item.type === 'cell' ? [item.key] : []))
  const zeroed = apply(
    closed,
    cells.map(cell =>
      entryChange(closed, cell, entryNow(turn, answers[cellOf(turn.form, cell).answer].zero, null, 'gate')),
    ),
  )
  const after = change(turn, diff(turn.filing, zeroed))
  return proceed(turn, say(after, { type: 'rest', section, zeros: cells.length }))
}

/** The filing with every unanswered gate of the section open for what has figures already, closed for all else. */
const closeGates = (turn: Turn, filing: Filing, section: SectionKey): Filing => {
  const figures = derive(turn.form, filing)
  const item = agenda(turn.form, filing, figures).find(
    each => each.type === 'gate' && each.section === section,
  )
  if (item?.type !== 'gate') return filing
  const gate = gateOf(turn.form, item.key)
  const open = gate.branches
    .filter(branch => cellsBehind(branch).some(cell => figures.has(cell)))
    .map(branch => branch.key)
  const entry = entryNow(turn, { open }, null, 'gate')
  return closeGates(turn, apply(filing, [entryChange(filing, gate.key, entry)]), section)
}

const isCell = (turn: Turn, key: EntryKey): key is CellKey => indexOf(turn.form).cells.has(key)
