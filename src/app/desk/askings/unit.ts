// Where one unit stands: its report in each campaign that is open, who fills it in, and what it was called.

import { plain, strong } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import { rightsAt } from '../desk-of.ts'
import { meantUnit } from '../named-unit.ts'
import { unitLines } from '../unit-lines.ts'

export const unit: Asking = async (deps, asker, { text, args }) => {
  const { words } = deps
  const said = text === null ? { id: args[0] ?? '' } : { name: text }
  const meant = await meantUnit(deps, asker, 'unit', said)
  if (meant.type === 'answer') return meant.answer
  const { unit, units } = meant
  const lines = await unitLines(deps, asker.caller, unit, units)
  return {
    lines: [strong(unit.name), ...lines.map(plain)],
    choices: [
      ...(rightsAt(asker, 'invite-person') && unit.closed === null
        ? [choiceOf(words, 'invite', unit.id)]
        : []),
      ...ways(words, 'progress', 'units'),
    ],
  }
}
