// The unit that an asking is about: by what stands on a button, or by a name as people say it. Where the name is not clear
// the answer asks which, with a button for each that goes on with the same asking.

import { findUnit } from '../../district/unit-names.ts'
import { plain } from '../conversation/compose/view.ts'
import type { AskingName } from '../doors.ts'
import type { ListedUnit } from '../ports/registry.ts'
import { listUnits } from '../registry/list-units.ts'
import type { Asker, DeskAnswer } from './asking.ts'
import { ways } from './choices.ts'
import type { DeskDeps } from './desk-deps.ts'

/** `unit`, or the answer that is given in its place. `units` are all that the asker reaches. */
export type MeantUnit =
  | { readonly type: 'unit'; readonly unit: ListedUnit; readonly units: readonly ListedUnit[] }
  | { readonly type: 'answer'; readonly answer: DeskAnswer }

/** `more` is what the asking wants besides the unit: it stands behind its id on each button. */
export const meantUnit = async (
  { registry, words }: Pick<DeskDeps, 'registry' | 'words'>,
  { caller }: Pick<Asker, 'caller'>,
  asking: AskingName,
  said: { readonly id: string } | { readonly name: string; readonly more?: readonly string[] },
): Promise<MeantUnit> => {
  const units = await listUnits(registry, caller)
  if ('id' in said) {
    const unit = units.find(({ id }) => id === said.id)
    return unit ? { type: 'unit', unit, units } : unknown(words, said.id)
  }
  const found = findUnit(units, said.name)
  if (found.type === 'one') return { type: 'unit', unit: found.unit, units }
  const choices = (of: readonly ListedUnit[]) => [
    ...of.slice(0, most).map(({ id, name }) => ({ asking, args: [id, ...(said.more ?? [])], label: name })),
    ...ways(words, 'units'),
  ]
  if (found.type === 'none' && found.nearest.length === 0) return unknown(words, said.name)
  const [text, of] =
    found.type === 'several'
      ? [words.desk('which', { count: found.units.length }), found.units]
      : [words.desk('unknown.near', { said: said.name }), found.nearest]
  return { type: 'answer', answer: { lines: [plain(text)], choices: choices(of) } }
}

/** Telegram takes a hundred buttons (Bot API). */
const most = 90

const unknown = (words: DeskDeps['words'], said: string): MeantUnit => ({
  type: 'answer',
  answer: { lines: [plain(words.desk('unknown', { said }))], choices: ways(words, 'units') },
})
