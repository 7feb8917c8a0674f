// One message, end to end: load the seat, interpret, step, compose, and commit all of it or nothing.

import { type FilingId, filingId, type UnitId, unitId } from '../../engine/filing.ts'
import { errorFields, fault, isFault, mayPass } from '../../faults.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { deskHere } from '../desk/desk-here.ts'
import { receiveAtDesk } from '../desk/receive-at-desk.ts'
import { actionOf } from '../doors.ts'
import { createLimit } from '../limit.ts'
import { strangerLimit } from '../limits.ts'
import { lostRace } from '../lost-race.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import { admit, admitAnyState, open } from '../open.ts'
import { presentSeat } from '../opened.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Receive, Received } from '../ports/channel.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import type { Feeds } from '../ports/feeds.ts'
import type { Handling } from '../ports/handling.ts'
import { isLifeEvent } from '../ports/life-event.ts'
import type { People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { TakeToken } from '../token-bucket.ts'
import { answerBeside } from './beside-report.ts'
import { chooseUnit } from './choose-unit.ts'
import { cleanWords } from './clean-words.ts'
import { commitOf } from './commit-of.ts'
import { codeOf, enrol, ownPlace, turnAway } from './enrol.ts'
import { greetMember } from './greet-member.ts'
import { interpret } from './interpret.ts'
import type { Elsewhere } from './interpretation.ts'
import { type DocumentRead, fileRead } from './sent-file.ts'
import { createTurns, type TakeTurn } from './turns.ts'

type Deps = DeskDeps & {
  readonly conversations: Pick<Conversations, 'loadSeat' | 'readSeat' | 'card' | 'othersAt'>
  readonly registry: Pick<Registry, 'members' | 'groundOf' | 'changeUnit'>
  readonly people: Pick<People, 'personOf'>
  readonly sessions: Pick<Sessions, 'takenInvitation'>
  readonly campaigns: Pick<Campaigns, 'datesOf'>
  readonly handling: Handling
  readonly deliver: Pick<Deliver, 'commit' | 'wake' | 'quiet' | 'isQuiet'>
  readonly feeds: Pick<Feeds, 'addFeed' | 'endFeeds' | 'feeds'>
  /** Where a calendar fetches days; absent when nobody could reach it. */
  readonly feedLink?: ((code: string) => string) | undefined
  /** Told of each filing that a commit changed: its colleagues' pages look again. */
  readonly changed?: (filing: FilingId) => void
}

type Inside = Deps & {
  readonly takeTurn: TakeTurn
  readonly takeStranger: TakeToken
  /** How many signs were taken out of this message. */
  readonly removed: number
}

/** A person who answers before our reply is out waits for it this long at most, so that questions keep their order. */
const longestWaitMs = 3_000

/**
 * Take one message in. A failure for want of the database rejects, so that the sender repeats it; any other is ours:
 * it is recorded without its words, apologised for, and blocks nobody.
 */
export const createReceive = (deps: Deps): Receive => {
  const { deliver, environment } = deps
  const takeStranger = createLimit(strangerLimit, environment, deps.log)
  const inside = { ...deps, takeTurn: createTurns(environment), takeStranger }
  return async given => {
    const { incoming, removed } = cleanWords(given)
    const { chat } = incoming
    if (!deliver.isQuiet(chat)) await Promise.race([deliver.quiet(chat), environment.sleep(longestWaitMs)])
    const received = await receiveOrApologise({ ...inside, removed }, incoming)
    if (received.repeat) deliver.wake(chat) // its mail may not have been sent
    return received
  }
}

const receiveOrApologise = async (deps: Inside, incoming: Incoming): Promise<Received> => {
  try {
    const code = codeOf(incoming)
    if (code) await enrol(deps, incoming, code)
    const { filing, desk } = code ? await ownPlace(deps, incoming, code) : {}
    const received =
      (desk === undefined ? await receiveSeated(deps, incoming, filing) : null) ??
      (await receiveStanding(deps, incoming, desk)) ??
      (await greetMember(deps, incoming))
    if (received) return received
    // Beyond the limit a stranger is heard and not answered: nothing is stored for them.
    const isTap = incoming.input.type === 'choice'
    if (deps.takeStranger(incoming.person) > 0)
      return { repeat: false, notice: isTap ? deps.words.say('toast.unknown') : null, isRefused: true }
    return await turnAway(deps, incoming, code ? 'stranger.expired' : 'stranger')
  } catch (error) {
    if (mayPass(error)) throw error
    return apologise(deps, incoming, error)
  }
}

const apologise = async (deps: Deps, incoming: Incoming, error: unknown): Promise<Received> => {
  const { deliver, environment, words, log } = deps
  const code = isFault(error) ? `${error.code}` : error instanceof Error ? error.name : 'unknown'
  log('receive.failed', { ...errorFields(error), fault: code, channel: incoming.channel, id: incoming.id })
  const outbox = [
    wordsMessage(environment.id(), incoming.chat, [{ text: words.say('failed'), style: 'plain' }]),
  ]
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox, fault: code })
  return { repeat: committed === 'repeat', notice: null }
}

/** Take in a message of somebody who stands at a desk, at this unit's where one is named; null for somebody who has none. */
const receiveStanding = async (deps: Inside, incoming: Incoming, desk?: UnitId): Promise<Received | null> => {
  const received = await receiveAtDesk(deps, incoming, desk)
  if (!received || !('goes' in received)) return received
  const { goes } = received
  const arriving = { ...incoming, input: { type: 'command', name: 'start', argument: '' } as const }
  return 'desk' in goes
    ? receiveStanding(deps, arriving, unitId(goes.desk))
    : receiveSeated(deps, arriving, filingId(goes.filing))
}

/** Take in a message of somebody whom the door lets in to a filing; null when it does not, and at a desk. */
const receiveSeated = async (
  deps: Inside,
  incoming: Incoming,
  at?: FilingId,
  attempt = 0,
): Promise<Received | null> => {
  const { conversations, environment } = deps
  const { input, chat } = incoming
  const who = { account: incoming.person, chat }
  const loaded = await conversations.loadSeat(who.account, chat, at)
  if (!loaded) return null
  if (input.type === 'choice') {
    // A button of a desk, tapped by somebody who stands elsewhere.
    const known = await conversations.card(input.card, loaded.person.id, chat)
    const received = known ? null : await receiveStanding(deps, incoming)
    if (received) return received
  } else if (at === undefined && (await deskHere(deps, who.account, loaded, chat))) return null
  const aside = await answerBeside(deps, incoming)
  if (aside !== undefined) return aside
  if (at === undefined) {
    const chosen = await chooseUnit(deps, incoming, loaded)
    if (chosen === 'lost') {
      if (attempt + 1 >= lostRace.attempts) throw fault('contention', 'choose-unit')
      await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
      return receiveSeated(deps, incoming, undefined, attempt + 1)
    }
    if (chosen) return chosen
  }
  if (input.type !== 'file') return inTurn(deps, incoming, { file: null, loaded, at })
  if (!(await open(conversations, who, 'import-report'))) return null
  const file = await fileRead(deps.readDocument, input)
  return inTurn(deps, incoming, { file, loaded, at })
}

type Applying = {
  readonly file: DocumentRead | null
  readonly loaded: Seat
  readonly at: FilingId | undefined
}

/** In the turn of the filing where the person stands, else of the one that the message turns out to be about. */
const inTurn = async (
  deps: Inside,
  incoming: Incoming,
  { file, loaded, at }: Applying,
): Promise<Received | null> => {
  const { id } = loaded.filing
  const applied = await deps.takeTurn(id, waited =>
    apply(deps, incoming, file, waited || file ? null : loaded, at),
  )
  if (applied === null || !('elsewhere' in applied)) return applied
  const { elsewhere } = applied
  if (typeof elsewhere !== 'string')
    return receiveStanding(
      deps,
      { ...incoming, input: { type: 'command', name: 'start', argument: '' } },
      elsewhere.desk,
    )
  const there = await deps.takeTurn(elsewhere, () => apply(deps, incoming, file, null, elsewhere))
  return there === null || 'elsewhere' in there ? null : there
}

/** A word about signs that were taken out, behind the person's own words and before the reply. */
const tellsRemoved = (
  { words, environment, removed }: Inside,
  { chat }: Incoming,
  commit: Commit,
): Commit => {
  if (commit.outbox.length === 0) return commit
  const text = words.say('cleaned', { count: removed })
  const told = wordsMessage(environment.id(), chat, [{ text, style: 'plain' }])
  const own = commit.outbox.filter(({ kind }) => kind === 'own')
  return { ...commit, outbox: [...own, told, ...commit.outbox.filter(({ kind }) => kind !== 'own')] }
}

/**
 * The seat, `loaded` or not, may be remembered: what is committed is confirmed by the guard, which asks for the rights
 * too.
 */
const apply = async (
  deps: Inside,
  incoming: Incoming,
  file: DocumentRead | null,
  loaded: Seat | null,
  at: FilingId | undefined,
): Promise<Received | { readonly elsewhere: Elsewhere } | null> => {
  const { conversations, deliver, catalog, environment } = deps
  const who = { account: incoming.person, chat: incoming.chat }
  let first = loaded
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const stored = first ?? (await conversations.loadSeat(who.account, who.chat, at))
    first = null
    if (!stored) return null
    const seat = presentSeat(catalog.formOf(stored.filing.form), stored)
    const interpretation = await interpret(deps, incoming, seat, file)
    const { event, notice, elsewhere } = interpretation
    if (elsewhere !== undefined) return { elsewhere }
    const action = event ? actionOf(event) : 'see-filing'
    const asks = event && isLifeEvent(event) ? admitAnyState : admit
    const rights = asks(stored.ground, action)
    if (!rights) {
      if (!(await open(conversations, who, action))) return null
      continue // memory was behind
    }
    const stepped = await commitOf(deps, incoming, seat, stored.filing, interpretation, rights)
    const commit = deps.removed === 0 ? stepped : tellsRemoved(deps, incoming, stepped)
    const committed = await deliver.commit(commit)
    if (committed === 'done') for (const { filing } of commit.filings) deps.changed?.(filing.id)
    if (committed !== 'lost') return { repeat: committed === 'repeat', notice }
    if (attempt + 1 < lostRace.attempts)
      await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
  }
  throw fault('contention', 'filing')
}
