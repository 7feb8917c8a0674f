// The same browser takes its link again: the second of two taps, or the first whose answer was lost. For some minutes
// after the first, and never another browser.

import { hashOf } from '../hash-of.ts'
import type { Deliver } from '../mail/deliver.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { People } from '../ports/people.ts'
import type { Session, Sessions, TakenInvitation } from '../ports/sessions.ts'

/** Milliseconds: time enough for an outage on the way, or a restart of ours. */
const takenAgainFor = 10 * 60_000

type Deps = {
  readonly sessions: Pick<Sessions, 'session' | 'takenInvitation'>
  readonly people: Pick<People, 'personOf'>
  readonly deliver: Pick<Deliver, 'commit'>
}

/** The nonce of a browser, bound to one link: two links that it takes do not tell that it was the same. */
export const heldHash = (code: string, nonce: string): Promise<string> => hashOf(`${code}\n${nonce}`)

/** The invitation that this browser has taken a short while ago; null when there is none. */
export const takenHere = async (
  sessions: Pick<Sessions, 'takenInvitation'>,
  code: string,
  nonce: string | null,
  now: number,
): Promise<TakenInvitation | null> => {
  if (nonce === null) return null
  const taken = await sessions.takenInvitation(await hashOf(code))
  const isHere = taken !== null && taken.takenWith === (await heldHash(code, nonce))
  return isHere && now < taken.takenAt + takenAgainFor ? taken : null
}

type Again = {
  readonly code: string
  readonly nonce: string | null
  readonly channel: string
  /** The session that this tap gets. */
  readonly session: Omit<Session, 'account'>
  /** The hash of the session's token that the browser sent along. */
  readonly held: string | null
}

/**
 * Whether the browser is in by `session`: it was opened by the first tap, or it takes the place of the one that the
 * browser holds.
 */
export const takeAgain = async (
  { sessions, people, deliver }: Deps,
  { code, nonce, channel, session, held }: Again,
): Promise<boolean> => {
  const now = session.since
  const taken = await takenHere(sessions, code, nonce, now)
  if (!taken) return false
  if (await sessions.session(session.hash, now)) return true
  const former = held === null ? null : await sessions.session(held, now)
  if (!former || (await people.personOf(former.account))?.id !== taken.person.id) return false
  const { account } = former
  const committed = await deliver.commit({
    ...emptyCommit({ channel, id: `enter/${session.hash}`, at: now, chat: account }),
    rights: { members: [taken.member], above: [] },
    session: { ...session, account },
    sessionsEnded: [former.hash],
  })
  return committed !== 'lost'
}
