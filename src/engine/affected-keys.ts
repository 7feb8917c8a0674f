// The keys that an answer or an event would change, so that one that comes after somebody else's change is known.

import type { Event } from './event.ts'
import { keysOf, type Proposal, type Question } from './focus.ts'
import type { CellKey, Form, GateKey } from './form.ts'
import { cellsBehind, gateOf, gatesBehind, indexOf, tableOf } from './index-of.ts'
import type { Rest } from './mentions/said.ts'

/**
 * The keys whose change makes a typed answer to this question stale: to close a gate clears what is behind it, and a
 * figure under a finding goes into one of its cells, or into a part of one that is computed.
 */
export const keysWatchedBy = (form: Form, question: Question): readonly string[] => {
  switch (question.type) {
    case 'gate':
      return behind(form, question.gate)
    case 'finding':
      return question.cells.flatMap(cell => [cell, ...(indexOf(form).cells.get(cell)?.sum ?? [])])
    case 'proposal':
      return [
        ...keysOf(question),
        ...unsureKeys(question),
        ...(question.rest ? keysOfRest(form, question.rest) : []),
      ]
    default:
      return keysOf(question)
  }
}

/** The keys whose change makes a tap stale. A mere move has none. */
export const keysWrittenBy = (form: Form, event: Event): readonly string[] => {
  switch (event.type) {
    case 'set': {
      const cells = event.values.map(([cell]) => cell)
      const rest = event.rest ? keysOfRest(form, event.rest) : []
      return event.source === 'typed' && event.message === undefined
        ? [...cells, ...balanced(form, cells)]
        : [...cells, ...rest]
    }
    case 'open':
      return behind(form, event.gate)
    case 'unnote':
      return [event.cell]
    case 'standard':
    case 'omit':
    case 'rewrite':
    case 'sentence':
    case 'write':
    case 'replaced':
      return [event.text]
    case 'rest':
      return keysOfRest(form, { section: event.section, branch: null })
    default:
      return []
  }
}

const unsureKeys = ({ unsure }: Proposal): readonly CellKey[] =>
  unsure.flat().flatMap(({ cells }) => cells.map(([cell]) => cell))

const keysOfRest = (form: Form, { section, branch }: Rest): readonly string[] => {
  const { gate, cells } = tableOf(form, section)
  const found = gate?.branches.find(({ key }) => key === branch)
  if (found) return cellsBehind(found)
  return [...(gate ? [gate.key] : []), ...cells.flatMap(cell => (cell.sum ? [] : [cell.key]))]
}

/** The cells that a remainder rests on: when one changes, another figure is left. */
const balanced = (form: Form, cells: readonly CellKey[]): readonly string[] =>
  cells.slice(0, 1).flatMap(cell => {
    const balance = indexOf(form).balances.get(cell)
    return balance ? [...balance.whole, ...balance.parts].filter(key => !cells.includes(key)) : []
  })

const behind = (form: Form, gate: GateKey): readonly string[] => [
  ...gatesBehind(gateOf(form, gate)).map(({ key }) => key),
  ...gateOf(form, gate).branches.flatMap(cellsBehind),
]
