// A new link in the place of one that was lost, in one tap: a link that nobody took is revoked; where somebody came in by
// it, their former right ends as the new one is taken.

import { plain } from '../../conversation/compose/view.ts'
import { revokeInvitation } from '../../registry/revoke-invitation.ts'
import type { Asking, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import { fillersOf } from '../fillers-of.ts'
import { makeLink } from '../make-link.ts'
import { meantUnit } from '../named-unit.ts'

/** `args`: the unit, and the person; or in the person's place nothing, and behind it the link's name, the person's, and the right that it ends. */
export const resend: Asking = async (
  deps,
  asker,
  { args: [id = '', person = '', link = '', given = '', gives = ''] },
) => {
  const { words } = deps
  const meant = await meantUnit(deps, asker, 'people', { id })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const choices = ways(words, 'people', 'units')
  const filler =
    person === '' ? null : (await fillersOf(deps, asker, unit.id)).find(each => each.id === person)
  if (filler === undefined) return { lines: [plain(words.desk('person.gone', { unit: unit.name }))], choices }
  const name = filler?.name ?? (given === '' ? null : given)
  const replaces = filler?.member ?? gives
  const wish = { message: asker.message, unit, name, ...(replaces && { replaces }) }
  const made = await makeLink(deps, asker.caller, wish)
  if (made.type === 'refused') return { lines: [plain(made.text)], choices }
  if (link !== '') await revokeInvitation(recorderOf(deps), asker.caller, link)
  const done = words.desk(link === '' ? 'resend.done.person' : 'resend.done', {
    unit: unit.name,
    name: name ?? '',
  })
  return { links: [[plain(made.text)]], lines: [plain(done)], choices }
}

/** `args`: the unit and the link's name. */
export const revokeLink: Asking = async (deps, asker, { args: [, link = ''] }): Promise<DeskAnswer> => {
  const { words } = deps
  const act = await revokeInvitation(recorderOf(deps), asker.caller, link)
  const said = act.type === 'done' ? 'revoke-link.done' : 'revoke-link.gone'
  return { lines: [plain(words.desk(said))], choices: ways(words, 'people', 'units') }
}

const recorderOf = (deps: Parameters<Asking>[0]) => ({ ...deps, ...deps.environment })
