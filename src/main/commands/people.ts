// `nianbao people list|end`: who is in, since when and with which devices, and the end of it.

import type { ListedPerson } from '../../app/ports/people.ts'
import { addMember } from '../../app/registry/add-member.ts'
import { endPerson, type PersonEnd } from '../../app/registry/end-person.ts'
import { erasePerson } from '../../app/registry/erase-person.ts'
import { listPeople } from '../../app/registry/list-people.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import type { CommandContext } from './command-context.ts'
import { refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { readRole } from './invite-options.ts'
import { readUnit } from './options.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export type PeopleOptions = { readonly unit?: string; readonly json?: boolean }
export type AddMemberOptions = { readonly role?: string; readonly json?: boolean }
export type EndOptions = PeopleOptions & { readonly sessions?: boolean }

/** The people of a unit, or of all. */
export const people = async (options: PeopleOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const unit = options.unit === undefined ? null : (await readUnit(context, store, options.unit)).id
    const all = await listPeople(store, { type: 'shell', at: context.now() }, unit)
    if (options.json) context.print(JSON.stringify({ people: all.map(personJson) }))
    else if (all.length === 0) context.print(context.say('people.none'))
    else context.print(all.flatMap(person => linesOf(context, config, person)).join('\n'))
    return 0
  })

/** End a person's memberships and sessions: all, those of one unit, or the sessions alone. */
export const endOf = async (named: string, options: EndOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const { say } = context
    if (options.unit !== undefined && options.sessions) throw refusal(say('usage.people-end'))
    const unit = options.unit === undefined ? null : await readUnit(context, store, options.unit)
    const end: PersonEnd = options.sessions
      ? { type: 'sessions' }
      : unit
        ? { type: 'unit', unit: unit.id }
        : { type: 'all' }
    const name = named.trim()
    const recorder = recorderOf(store, auditSeal(config))
    const act = await endPerson(recorder, { type: 'shell', at: context.now() }, name, end)
    const { person, members, sessions } = doneOr(context, act, { name })
    if (options.json) {
      const ended = members.map(memberJson)
      context.print(JSON.stringify({ ended: { id: person.id, name: person.name, units: ended, sessions } }))
      return 0
    }
    for (const { unitName, role } of members)
      context.print(
        say('people.ended', { name: person.name, unit: unitName, role: context.words.say(`role.${role}`) }),
      )
    if (sessions > 0 || members.length === 0)
      context.print(say('people.sessions-ended', { name: person.name, count: sessions }))
    return 0
  })

/** Give somebody a further right in a unit. */
export const addTo = async (
  named: string,
  unitNamed: string,
  options: AddMemberOptions,
  context: CommandContext,
): Promise<number> => {
  const role = readRole(context, options.role ?? 'filler')
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, unitNamed)
    const name = named.trim()
    const recorder = recorderOf(store, auditSeal(config))
    const wish = { person: name, unit: unit.id, role }
    const act = await addMember(recorder, { type: 'shell', at: context.now() }, wish)
    const { id } = doneOr(context, act, { name, unit: unit.name })
    const words = { name, unit: unit.name, role: context.words.say(`role.${role}`) }
    context.print(
      options.json
        ? JSON.stringify({ added: { id, unit: { id: unit.id, name: unit.name }, role } })
        : context.say('people.added', words),
    )
    return 0
  })
}

/** Take away all that says who somebody is or was. */
export const eraseOne = async (
  named: string,
  { json }: PeopleOptions,
  context: CommandContext,
): Promise<number> =>
  withStore(context, async (store, config) => {
    const name = named.trim()
    const recorder = recorderOf(store, auditSeal(config))
    const act = await erasePerson(recorder, { type: 'shell', at: context.now() }, name)
    const erased = doneOr(context, act, { name })
    context.print(json ? JSON.stringify({ erased }) : context.say('people.erased', { name }))
    return 0
  })

const linesOf = (context: CommandContext, config: Config, person: ListedPerson): readonly string[] => {
  const { say } = context
  const devices = person.devices.map(({ channel, session }) =>
    session
      ? say('people.browser', { at: instantWords(context, config, session.usedAt) })
      : say('people.account', { channel }),
  )
  return [
    say('people.person', { name: person.name, id: person.id }),
    ...person.members.map(({ unitName: unit, role, since }) =>
      say('people.member', {
        unit,
        role: context.words.say(`role.${role}`),
        at: instantWords(context, config, since),
      }),
    ),
    ...(devices.length > 0 ? devices : [say('people.no-device')]),
  ]
}

const memberJson = ({ unit, unitName, role, since }: ListedPerson['members'][number]) => ({
  unit: { id: unit, name: unitName },
  role,
  since: new Date(since).toISOString(),
})

/** An account is told by its channel alone. */
const personJson = ({ id, name, members, devices }: ListedPerson) => ({
  ...{ id, name, units: members.map(memberJson) },
  devices: devices.map(({ channel, session }) => ({
    channel,
    ...(session && {
      since: new Date(session.since).toISOString(),
      usedAt: new Date(session.usedAt).toISOString(),
    }),
  })),
})
