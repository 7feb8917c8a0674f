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

/** By which session the browser is in: the new one, or the one that it holds; null when it is not. */
export type InBy = 'new' | 'held' | null

/**
 * A session that this link opened stays: the answer that tells of another one may be lost on its way. One that stood
 * before gives its place to the new one, if it still stands then.
 */
export const takeAgain = async (
  { sessions, people, deliver }: Deps,
  { code, nonce, channel, session, held }: Again,
): Promise<InBy> => {
  const now = session.since
  const taken = await takenHere(sessions, code, nonce, now)
  if (!taken) return null
  if (await sessions.session(session.hash, now)) return 'new'
  const former = held === null ? null : await sessions.session(held, now)
  if (!former || (await people.personOf(former.account))?.id !== taken.person.id) return null
  if (former.since >= taken.takenAt) return 'held'
  const { account } = former
  await deliver.commit({
    ...emptyCommit({ channel, id: `enter/${session.hash}`, at: now, chat: account }),
    rights: { members: [taken.member], above: [] },
    session: { ...session, account },
    sessionsEnded: [former.hash],
  })
  // Lost, the former one has ended meanwhile: by another tap that is the same as this one, or by who ended it.
  return (await sessions.session(session.hash, now)) === null ? null : 'new'
}
