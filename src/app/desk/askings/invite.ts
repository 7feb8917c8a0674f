// Makes a link with which somebody of a unit comes in to fill in its report, as a text ready to be forwarded.

import { findUnit } from '../../../district/unit-names.ts'
import { plain } from '../../conversation/compose/view.ts'
import type { ListedUnit } from '../../ports/registry.ts'
import { listUnits } from '../../registry/list-units.ts'
import { nameOf } from '../../registry/name-of.ts'
import type { Asker, Asking, DeskAnswer } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { longestName, makeLink } from '../make-link.ts'
import { meantUnit } from '../named-unit.ts'

/** Typed as `西门街道 王芳`: the unit's name, and behind it the person's, which may be left out. */
export const invite: Asking = async (deps, asker, { text, args }) => {
  const { words, registry } = deps
  const [id, given] = args
  // The person's name was awaited: the unit is known.
  if (text && id !== undefined)
    return invite(deps, asker, { text: null, args: [id, nameOf(text, longestName) ?? ''] })
  if (!text && id === undefined) {
    const question = words.desk('invite.whom')
    return { lines: [], pending: { asking: 'invite', args: [], question } }
  }
  const named = text ? splitName(await listUnits(registry, asker.caller), text) : null
  const name = named?.person ?? (given === '' ? null : (given ?? null))
  const meant = await meantUnit(
    deps,
    asker,
    'invite',
    named ? { name: named.unit, more: name === null ? [] : [name] } : { id: id ?? '' },
  )
  return meant.type === 'answer' ? meant.answer : said(deps, asker, meant.unit, name)
}

/** The last word is the person's where the words before it are a unit's name, and all of them are not. */
const splitName = (units: readonly ListedUnit[], text: string) => {
  const words = text.split(/[\s\uff0c,\u3001]/u).filter(word => word !== '')
  const typed = words.at(-1) ?? ''
  const isWhole = words.length < 2 || findUnit(units, text).type !== 'none'
  const person = isWhole ? null : nameOf(typed, longestName)
  return { unit: person === null ? text : words.slice(0, -1).join(' '), person }
}

const said = async (
  deps: DeskDeps,
  { caller, message }: Asker,
  unit: ListedUnit,
  name: string | null,
): Promise<DeskAnswer> => {
  const { words } = deps
  const link = await makeLink(deps, caller, { message, unit, name })
  const choices = [choiceOf(words, 'invite'), ...ways(words, 'people', 'units')]
  if (link.type === 'refused') return { lines: [plain(link.text)], choices }
  const done = words.desk('invite.done', { unit: unit.name })
  return { links: [[plain(link.text)]], lines: [plain(done)], choices }
}
