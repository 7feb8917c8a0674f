// The person's own words as a row of the chat's list, for a page that keeps no history of its own. Stored in the same
// commit as their effects, before them.

import type { Event } from '../../engine/event.ts'
import type { CellKey } from '../../engine/form.ts'
import { cellOf, gateOf } from '../../engine/index-of.ts'
import { assertNever } from '../../faults.ts'
import { cellName, sayValue } from '../../i18n/cell-words.ts'
import { type Incoming, type Outgoing, wordsMessage } from '../message.ts'
import type { LifeEvent } from '../ports/life-event.ts'
import { cellText, type View } from './compose/view.ts'
import type { Interpretation } from './interpretation.ts'

/** Nothing for other channels, and for a message that did nothing. */
export const ownMessage = (
  incoming: Incoming,
  view: View,
  { event, label }: Pick<Interpretation, 'event' | 'label'>,
): readonly Outgoing[] => {
  const { input } = incoming
  if (!event) return []
  const row = (text: string, edits: string | null) => ownRow(incoming, text, edits)
  switch (input.type) {
    case 'text':
      return row(input.text, null)
    case 'cell':
      return event.type === 'replaced'
        ? row(input.text, null)
        : row(figureWords(view, input.cell as CellKey), null).map(own => ({ ...own, cells: [input.cell] }))
    case 'block':
      return event.type === 'filled'
        ? blockRow(
            incoming,
            view,
            event.values.map(([cell]) => cell),
          )
        : []
    case 'choice':
      return label === null ? [] : row(chosenWords(view, event) ?? label, input.card)
    case 'edit':
      return row(input.text, input.message)
    case 'file':
      return row(input.name, null)
    case 'point':
    case 'retract':
    case 'command':
    case 'unsupported':
      return []
    default:
      return assertNever(input)
  }
}

/** The cell by its name, and what stands there now. */
const figureWords = (view: View, cell: CellKey): string =>
  view.words.say('choice.cell', { name: cellName(view.words, view.form, cell), value: cellText(view, cell) })

/** Each cell of a block on a line. */
const blockRow = (incoming: Incoming, view: View, cells: readonly CellKey[]): readonly Outgoing[] =>
  ownRow(incoming, '', null).map(own => ({
    ...own,
    lines: cells.map(cell => ({ text: figureWords(view, cell), style: 'plain' as const })),
    cells,
  }))

/** The names of all that was ticked, where the button only ends a list. */
const chosenWords = ({ words, form }: View, event: Event | LifeEvent): string | undefined => {
  if (event.type === 'open' && event.branches.length > 0)
    return gateOf(form, event.gate)
      .branches.filter(branch => event.branches.includes(branch.key))
      .map(branch => words.form.branch(form, branch))
      .join(words.say('list'))
  if (event.type !== 'set' || event.values.length !== 1) return undefined
  const [[cell, value] = []] = event.values
  const isList = cell !== undefined && cellOf(form, cell).answer === 'choices' && Array.isArray(value)
  return isList && value.length > 0 ? sayValue(form, cell, value) : undefined
}

/** These words, where the channel is a page. */
export const ownRow = ({ page, chat }: Incoming, text: string, edits: string | null): readonly Outgoing[] =>
  page ? [{ ...wordsMessage(page.own, chat, [{ text, style: 'plain' }]), kind: 'own', edits }] : []
