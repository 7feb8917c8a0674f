// Browsers come in by a link and stay by a session. Tokens, codes and what a browser holds are known here only while
// they are handed over; only hashes are stored.

import type { Words } from '../../i18n/words.ts'
import { deskHere } from '../desk/desk-here.ts'
import { rightsAt } from '../desk/desk-of.ts'
import { hashOf } from '../hash-of.ts'
import type { AccountRef } from '../message.ts'
import { open } from '../open.ts'
import type { Receive } from '../ports/channel.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Desks } from '../ports/desks.ts'
import type { Environment } from '../ports/environment.ts'
import type { People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'
import { type Sessions, sessionLasts, type TakenInvitation } from '../ports/sessions.ts'
import { askNewLink, mayAskNewLink } from '../registry/ask-new-link.ts'
import { makeOwnCode, membershipAt } from '../registry/make-own-code.ts'
import { openInvitation } from '../registry/open-invitation.ts'
import { heldHash, takeAgain, takenHere } from '../registry/take-again.ts'
import { type TakeDeps, takeInvitation } from '../registry/take-invitation.ts'
import type { Entrance, Invited, LinkEntry } from '../use-cases.ts'

type Deps = TakeDeps & {
  readonly people: Pick<People, 'overseersOf'>
  readonly words: Words
  readonly registry: Pick<Registry, 'units' | 'invite'>
  readonly conversations: Pick<Conversations, 'readSeat' | 'ground'>
  readonly desks: Pick<Desks, 'deskPlace'>
  readonly sessions: Sessions
  readonly environment: Environment
  readonly receive: Receive
}

const day = 86_400_000

export const createEntrance = (deps: Deps): Entrance => {
  const { words, registry, people, sessions, environment, receive, seal } = deps

  const session: Entrance['session'] = async token => {
    const hash = await hashOf(token)
    const now = environment.now()
    const found = await sessions.session(hash, now)
    if (!found) return null
    const isRenewed = found.expiresAt < now + sessionLasts - day
    if (isRenewed && !(await sessions.renewSession(hash, now + sessionLasts))) return null
    return { account: found.account, isRenewed }
  }

  /** A link bound to a person gets a new account unless this browser is already theirs. */
  const accountFor = async (
    channel: string,
    person: string | null,
    account: AccountRef | null,
  ): Promise<AccountRef> => {
    const known = account && (await people.personOf(account))
    const stays = account && known && (person === null || person === known.id)
    return stays ? account : `${channel}:${environment.id()}${environment.id()}`
  }

  /**
   * Two taps that left with the same cookies get the same token, so that it does not matter which answer comes first or
   * at all. Nobody works it out who does not have our key.
   */
  const tokenFor = async ({ code, nonce, token }: LinkEntry): Promise<string> =>
    nonce === null
      ? // Four ids are 32 random bytes: nobody guesses it (OWASP asks for 16 at least).
        environment.id() + environment.id() + environment.id() + environment.id()
      : hashOf(await seal('session', [code, nonce, token ?? ''].join('\n')))

  /** The unit and what is done there: a report, or what the role is called. */
  const placeIn = async (
    at: Pick<TakenInvitation, 'unit' | 'filing' | 'role'>,
  ): Promise<Pick<Invited, 'unit' | 'title'> | null> => {
    const unit = (await registry.units()).find(({ id }) => id === at.unit)
    if (!unit) return null
    if (at.filing === null) return { unit: unit.name, title: words.say(`role.${at.role}`) }
    const filing = unit.filings.find(({ id }) => id === at.filing)
    if (!filing) return null
    const title = words.form.title(filing.form, { year: filing.year })
    return { unit: unit.name, title }
  }

  return {
    invited: async (code, nonce) => {
      const now = environment.now()
      const found = await openInvitation(registry, code, now)
      if (found) {
        const { invitation } = found
        const about = await placeIn({ role: 'filler', ...invitation })
        return about && { ...about, name: invitation.name ?? null, person: invitation.person ?? null }
      }
      const taken = await takenHere(sessions, code, nonce, now)
      const about = taken && (await placeIn(taken))
      return about && { ...about, name: taken.person.name, person: taken.person.id }
    },

    whoIsHere: async account => {
      const known = await people.personOf(account)
      const [newest] = known?.members ?? []
      return known && newest ? { id: known.id, name: known.name, unit: newest.unitName } : null
    },

    mayAskNewLink: code => mayAskNewLink(deps, code),
    askNewLink: (channel, code) => askNewLink(deps, channel, code),

    isOwn: async (code, account) => {
      const taken = await sessions.takenInvitation(await hashOf(code))
      return taken !== null && (await people.personOf(account))?.id === taken.person.id
    },

    enter: async entry => {
      const { channel, code, name, nonce } = entry
      const now = environment.now()
      const token = await tokenFor(entry)
      const hash = await hashOf(token)
      const held = entry.token === null ? null : await hashOf(entry.token)
      const opening = { hash, since: now, expiresAt: now + sessionLasts }
      const found = await openInvitation(registry, code, now)
      const account = await accountFor(channel, found?.invitation.person ?? null, entry.account)
      const isTaken =
        found !== null &&
        (await takeInvitation(deps, {
          ...{ code, channel, name, at: now, id: `enter/${hash}`, chat: account, person: account },
          browser: {
            takenWith: nonce === null ? null : await heldHash(code, nonce),
            session: { ...opening, account },
            ended: held === null ? [] : [held],
          },
        }))
      const inBy = isTaken ? 'new' : await takeAgain(deps, { code, nonce, channel, session: opening, held })
      if (inBy === null) return null
      const [by, key] = inBy === 'held' ? [entry.token, held] : [token, hash]
      const opened = key === null ? null : await sessions.session(key, now)
      if (!opened) return null
      // The first screen; once for a link, however often it is tapped.
      await receive({
        ...{ channel, name, chat: opened.account, person: opened.account, at: now },
        id: `${opened.account}/start/${await hashOf(code)}`,
        input: { type: 'command', name: 'start', argument: code },
        message: null,
      })
      return by
    },

    session,
    accountIn: async token =>
      (await sessions.session(await hashOf(token), environment.now()))?.account ?? null,
    ownCode: async (channel, account) => {
      const opened = await open(deps.conversations, { account, chat: account }, 'ask-own-link')
      const desk = await deskHere(deps, account, opened?.seat ?? null)
      if (!desk) return opened && makeOwnCode(deps, channel, membershipAt(opened))
      const rights = rightsAt(desk, 'ask-own-link')
      const { person } = desk.place
      const member = person.members.find(({ id }) => rights?.members.includes(id))
      return rights && member ? makeOwnCode(deps, channel, { person, member, filing: null, rights }) : null
    },
    leave: async token => sessions.endSession(await hashOf(token)),
  }
}
