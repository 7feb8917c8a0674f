// The buttons of figures that are shown back: they count, or, while one of them fits several cells, which is meant.

import { word } from './choice.ts'
import type { Choice, Label } from './effect.ts'
import type { Event } from './event.ts'
import type { StatedFigures } from './filing.ts'
import type { Proposal } from './focus.ts'

export const proposalChoices = (proposal: Proposal): readonly Choice[] => {
  const [first] = proposal.unsure
  if (!first) return [word('confirm', confirmed(proposal))]
  return first.flatMap(({ cells: figures }): readonly Choice[] => {
    const [one, ...more] = figures
    if (!one) return []
    const [cell, value] = one
    const isOneCell = first.every(each => each.cells.length === 1 && each.cells[0]?.[0] === cell)
    const label: Label = isOneCell
      ? { type: 'amount', cell, value }
      : { type: 'cell', cell, ...(more.length === 0 && { value }) }
    return [{ label, event: withChosen(proposal, figures) }]
  })
}

/** The event that makes a proposal count. */
const confirmed = ({ cells, message, rest }: Proposal): Event => ({
  type: 'set',
  values: cells,
  source: 'typed',
  message,
  ...(rest && { rest }),
})

/** These figures settle the first that is not sure; where nothing else is left to be seen, they count at once. */
export const withChosen = (proposal: Proposal, figures: StatedFigures): Event => {
  const [, ...unsure] = proposal.unsure
  const settled = { ...proposal, cells: [...proposal.cells, ...figures], unsure }
  return unsure.length === 0 ? confirmed(settled) : { type: 'put', question: settled }
}
