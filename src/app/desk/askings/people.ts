// The people that have come in, unit by unit, and the units that have nobody yet who fills in.

import { plain } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import type { ListedPerson } from '../../ports/people.ts'
import type { ListedInvitation } from '../../ports/registry.ts'
import { listInvitations } from '../../registry/list-invitations.ts'
import { listPeople } from '../../registry/list-people.ts'
import { listUnits } from '../../registry/list-units.ts'
import { invitationName } from '../../registry/revoke-invitation.ts'
import type { Asker, Asking, AskingChoice, DeskAnswer } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { rightsAt } from '../desk-of.ts'
import { meantUnit } from '../named-unit.ts'

export const people: Asking = async (deps, asker, { text, args }) => {
  const { words } = deps
  const [id] = args
  if (!text && id === undefined) return everybody(deps, asker)
  const meant = await meantUnit(deps, asker, 'people', text ? { name: text } : { id: id ?? '' })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const of = await peopleIn(deps, asker, unit.id)
  const line =
    of.length === 0
      ? words.desk('people.nobody', { unit: unit.name })
      : words.desk('people.unit', { unit: unit.name, people: namesIn(words, of, unit.id) })
  const waiting = (await listInvitations(deps.registry, asker.caller)).filter(each => each.unit === unit.id)
  const nameless = words.desk('people.nameless')
  const links = waiting.map(({ name, expiresAt }) =>
    words.desk('people.link', {
      name: name ?? nameless,
      until: dayWords(words, deps.environment.dateOf(expiresAt)),
    }),
  )
  const mayInvite = rightsAt(asker, 'invite-person') !== null
  return {
    lines: [line, ...links].map(plain),
    choices: [
      ...of.map(
        ({ id: who, name }): AskingChoice => ({ asking: 'person', args: [unit.id, who], label: name }),
      ),
      ...(mayInvite ? waiting.flatMap(each => aboutLink(words, unit.id, each, nameless)) : []),
      choiceOf(words, 'invite', unit.id),
      ...ways(words, 'people'),
    ],
  }
}

/** Made anew in one tap where it is for somebody who fills in all; taken back in any case. */
const aboutLink = (
  words: DeskDeps['words'],
  unit: string,
  { hash, name, role, replaces, sections }: ListedInvitation,
  nameless: string,
): readonly AskingChoice[] => {
  const link = invitationName(hash)
  const about = { name: name ?? nameless }
  return [
    ...(role === 'filler' && sections === null
      ? [
          {
            ...({ asking: 'resend', args: [unit, '', link, name ?? '', replaces ?? ''] } as const),
            label: words.desk('choice.link.resend', about),
          },
        ]
      : []),
    { asking: 'revoke-link', args: [unit, link], label: words.desk('choice.link.revoke', about) },
  ]
}

const everybody = async (deps: DeskDeps, asker: Asker): Promise<DeskAnswer> => {
  const { words, registry } = deps
  const all = await peopleIn(deps, asker)
  const units = (await listUnits(registry, asker.caller)).filter(({ closed }) => closed === null)
  const unitsOf = (each: ListedPerson) => each.members.map(({ unit }) => unit)
  const lines = units.flatMap(({ id, name }) => {
    const here = all.filter(each => unitsOf(each).includes(id))
    return here.length > 0
      ? [words.desk('people.unit', { unit: name, people: namesIn(words, here, id) })]
      : []
  })
  const isFilled = (id: string) =>
    all.some(({ members }) => members.some(({ unit, role }) => unit === id && role === 'filler'))
  const without = units.filter(({ id, files, isRoot }) => files && !isRoot && !isFilled(id))
  const names = without.map(({ name }) => name).join(words.say('list'))
  return {
    lines: [
      all.length === 0 ? words.desk('people.none') : words.desk('people.count', { count: all.length }),
      ...lines,
      ...(without.length > 0 ? [words.desk('people.without', { count: without.length, units: names })] : []),
    ].map(plain),
    choices: [choiceOf(words, 'invite'), ...ways(words, 'progress', 'units')],
  }
}

const peopleIn = (
  { people, registry }: DeskDeps,
  { caller }: Asker,
  unit?: ListedPerson['members'][number]['unit'],
) =>
  listPeople(
    { people: people.people, unitGrounds: registry.unitGrounds },
    caller,
    unit ?? null,
    'list-people',
  )

const namesIn = (words: DeskDeps['words'], people: readonly ListedPerson[], unit: string): string =>
  people
    .map(({ name, members }) => {
      const roles = members.filter(each => each.unit === unit).map(({ role }) => words.say(`role.${role}`))
      return words.desk('people.person', { name, role: roles.join(words.say('list')) })
    })
    .join(words.say('list'))
