// Makes the link of a new filler; whoever filled in until then gives way as it is taken.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { fillersOf } from '../fillers-of.ts'
import { makeLink } from '../make-link.ts'
import { meantUnit } from '../named-unit.ts'

/** `args`: the unit, who gives way, and the new person's name, which may be empty. */
export const replaceFiller: Asking = async (deps, asker, { args: [id = '', person = '', given = ''] }) => {
  const { words } = deps
  const meant = await meantUnit(deps, asker, 'change-filler', { id })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const former = (await fillersOf(deps, asker, unit.id)).find(each => each.id === person)
  const choices = ways(words, 'people', 'units')
  if (!former) return { lines: [plain(words.desk('new-filler.gone', { unit: unit.name }))], choices }
  const name = given === '' ? null : given
  const wish = { message: asker.message, unit, name, replaces: former.member }
  const made = await makeLink(deps, asker.caller, wish)
  if (made.type === 'refused') return { lines: [plain(made.text)], choices }
  const about = { unit: unit.name, former: former.name }
  return { links: [[plain(made.text)]], lines: [plain(words.desk('new-filler.done', about))], choices }
}
