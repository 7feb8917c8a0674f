// Another person for one who fills in: what the new link will end is told first, with the name or without one.

import { plain } from '../../conversation/compose/view.ts'
import { nameOf } from '../../registry/name-of.ts'
import type { Asking, AskingChoice } from '../asking.ts'
import { ways } from '../choices.ts'
import { fillersOf } from '../fillers-of.ts'
import { longestName } from '../make-link.ts'
import { meantUnit } from '../named-unit.ts'

/** `args`: the unit, who gives way, and the new person's name; the name may be sent as words. */
export const newFiller: Asking = async (deps, asker, { text, args: [id = '', person = '', given] }) => {
  const { words } = deps
  const meant = await meantUnit(deps, asker, 'change-filler', { id })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const former = (await fillersOf(deps, asker, unit.id)).find(each => each.id === person)
  if (!former)
    return {
      lines: [plain(words.desk('new-filler.gone', { unit: unit.name }))],
      choices: ways(words, 'people', 'units'),
    }
  const typed = text ?? given ?? ''
  const name = typed === '' ? null : nameOf(typed, longestName)
  const about = { unit: unit.name, former: former.name, name: name ?? '' }
  const link: AskingChoice = {
    ...{ asking: 'replace-filler', args: [unit.id, person, name ?? ''] },
    ...{ label: words.desk('choice.replace-filler'), main: true },
  }
  if (name === null) {
    const question = words.desk('change-filler.now', { unit: unit.name, people: former.name })
    return {
      lines: [],
      choices: [link],
      pending: { asking: 'new-filler', args: [unit.id, person], question },
    }
  }
  return { lines: [plain(words.desk('new-filler.sure', about))], choices: [link, ...ways(words, 'cancel')] }
}
