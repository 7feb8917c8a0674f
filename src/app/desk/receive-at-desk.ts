// One message at a desk, end to end: the place is loaded, the message read as an asking, the door asked, and answer,
// place, card and what an act writes are committed together or not at all.

import type { Rights } from '../../district/access.ts'
import type { UnitId } from '../../engine/filing.ts'
import { fault } from '../../faults.ts'
import { plain } from '../conversation/compose/view.ts'
import { doors } from '../doors.ts'
import { lostRace } from '../lost-race.ts'
import type { Incoming } from '../message.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import { answerCommit } from './answer-commit.ts'
import type { DeskAnswer, OtherPlace } from './asking.ts'
import { askings } from './askings.ts'
import type { DeskDeps } from './desk-deps.ts'
import { type Desk, deskOf, rightsAt } from './desk-of.ts'
import { type ReadAsking, readAsking } from './read-asking.ts'

/** `goes`: the person goes to another place, where they are received as if they had just come. */
export type AtDesk = Received | { readonly goes: OtherPlace }

/** With `at` at that unit's desk. Null for somebody who has none. */
export const receiveAtDesk = async (deps: DeskDeps, given: Incoming, at?: UnitId): Promise<AtDesk | null> => {
  const { desks, deliver, environment } = deps
  const incoming = fetchedOnce(given)
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const desk = deskOf(await desks.deskPlace(incoming.person, incoming.chat), at)
    if (!desk) return null
    const read = await readAsking(deps, incoming, desk)
    if (read.type === 'nothing') {
      const committed = await deliver.commit(emptyCommit(incoming))
      const { notice, isRefused } = read
      return { repeat: committed === 'repeat', notice, ...(isRefused && { isRefused }) }
    }
    const admitted = admittedTo(desk, read)
    if (!admitted) return null
    const answer = admitted.isRefused ? refusalOf(deps, desk) : await ask(deps, incoming, desk, read)
    if (answer.goes) return { goes: answer.goes }
    const commit = answerCommit(deps, incoming, { desk, read, answer, rights: admitted.rights })
    const committed = await deliver.commit(commit)
    if (committed !== 'lost') return { repeat: committed === 'repeat', notice: null }
    await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
  }
  throw fault('contention', 'desk')
}

/** A message that is read anew after a lost race fetches its file once. */
const fetchedOnce = (incoming: Incoming): Incoming => {
  const { input } = incoming
  if (input.type !== 'file') return incoming
  let fetched: Promise<Uint8Array> | undefined
  const read = () => {
    fetched ??= input.read()
    return fetched
  }
  return { ...incoming, input: { ...input, read } }
}

type Read = Extract<ReadAsking, { readonly type: 'asking' }>

/** The rows on which they ask this; refused are those who may stand here and may not ask it. */
const admittedTo = (
  desk: Desk,
  { asking }: Read,
): { readonly rights: Rights; readonly isRefused: boolean } | null => {
  const rights = rightsAt(desk, doors.askings[asking])
  if (rights) return { rights, isRefused: false }
  const here = rightsAt(desk, 'see-desk')
  return here && { rights: here, isRefused: true }
}

const refusalOf = ({ words }: DeskDeps, { place, unit }: Desk): DeskAnswer => {
  const roles = place.person.members.filter(each => each.unit === unit.id).map(({ role }) => role)
  const role = roles.map(each => words.say(`role.${each}`)).join(words.say('list'))
  return { lines: [plain(words.desk('refused', { role }))] }
}

const ask = (
  deps: DeskDeps,
  incoming: Incoming,
  desk: Desk,
  { asking, asked }: Read,
): Promise<DeskAnswer> => {
  const { person: account, channel, id } = incoming
  const caller = { type: 'person', account, channel, at: deps.environment.now() } as const
  return askings[asking](deps, { ...desk, caller, message: `${channel}/${id}` }, asked)
}
