// The people that a leave is about: whose it is, who stands in, and the words to both.

import type { UnitId } from '../../engine/filing.ts'
import type { Words } from '../../i18n/words.ts'
import { plain } from '../conversation/compose/view.ts'
import { type Outgoing, wordsMessage } from '../message.ts'
import { type AdmittedCaller, type Caller, openUnit } from '../open.ts'
import type { Absences, UnitFiller } from '../ports/absences.ts'
import type { People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder } from '../record-acts.ts'
import { refuse } from './administer.ts'

export type AbsenceDeps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround' | 'units'>
  readonly people: Pick<People, 'personsNamed'>
  readonly absences: Absences
  readonly words: Words
}

export type NamedFiller = Pick<UnitFiller, 'person' | 'name'>

/** The filler who is meant, and the right to say it of them. */
export const personAsked = async (deps: AbsenceDeps, caller: Caller, unit: UnitId, named: string) => {
  const admitted = await openUnit(deps.registry, caller, unit, 'record-absence')
  if (!admitted) return refuse('not-allowed')
  const fillers = await deps.absences.fillersOf(unit)
  const [person, ...more] = namedIn(fillers, named)
  if (!person) return refuse('person-unknown')
  if (more.length > 0) return refuse('person-ambiguous')
  const isOwn = admitted.who.by === person.person
  if (!isOwn && !(await openUnit(deps.registry, caller, unit, 'invite-person'))) return refuse('not-allowed')
  return { admitted, person, fillers }
}

const namedIn = (fillers: readonly UnitFiller[], named: string): readonly UnitFiller[] => {
  const person = fillers.find(each => each.person === named)
  return person ? [person] : fillers.filter(({ name }) => name === named)
}

type Substitute = NamedFiller & {
  readonly chat: UnitFiller['chat']
  /** Null: they come to fill in for the unit with this. */
  readonly member: string | null
  readonly members: readonly string[]
}

/** A colleague who fills in already, else somebody who is known and whom the caller may let in to the unit. */
export const substituteOf = async (
  deps: AbsenceDeps,
  caller: Caller,
  unit: UnitId,
  fillers: readonly UnitFiller[],
  named: string,
): Promise<Substitute | ReturnType<typeof refuse>> => {
  const [own, ...more] = namedIn(fillers, named)
  if (more.length > 0) return refuse('person-ambiguous')
  if (own) return { ...own, members: [] }
  if (!(await openUnit(deps.registry, caller, unit, 'invite-person'))) return refuse('substitute-unknown')
  const [known, ...others] = await deps.people.personsNamed(named)
  if (!known) return refuse('substitute-unknown')
  if (others.length > 0) return refuse('person-ambiguous')
  return {
    person: known.id,
    name: known.name,
    chat: known.chat,
    member: null,
    members: known.members.map(({ id: member }) => member),
  }
}

/** Without a sound: nothing of it has to be done at once. */
export const tellOfAbsence = async (
  { registry, id }: AbsenceDeps,
  unit: UnitId,
  people: readonly Pick<UnitFiller, 'person' | 'chat'>[],
  { who }: AdmittedCaller,
  textOf: (unit: string) => string,
): Promise<readonly Outgoing[]> => {
  const name = (await registry.units()).find(each => each.id === unit)?.name ?? ''
  const chats = people.flatMap(({ person, chat }) => (chat === null || person === who.by ? [] : [chat]))
  return [...new Set(chats)].map(chat => ({
    ...wordsMessage(id(), chat, [plain(textOf(name))]),
    isSilent: true,
  }))
}
