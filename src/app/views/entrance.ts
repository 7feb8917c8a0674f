// Browsers come in by a link and stay by a session. Tokens and codes are known here only while they are handed over;
// only hashes are stored.

import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { hashOf } from '../hash-of.ts'
import type { AccountRef } from '../message.ts'
import type { Receive } from '../ports/channel.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { Registry } from '../ports/registry.ts'
import type { Sessions } from '../ports/sessions.ts'
import { openInvitation } from '../registry/open-invitation.ts'
import type { Entrance } from '../use-cases.ts'

type Deps = {
  readonly catalog: Catalog
  readonly words: Words
  readonly conversations: Pick<Conversations, 'readSeat'>
  readonly registry: Pick<Registry, 'invitation' | 'members' | 'units'>
  readonly sessions: Sessions
  readonly environment: Environment
  readonly receive: Receive
}

const day = 86_400_000
/** A session ends when it was not used for so long. */
const sessionDays = 120

export const createEntrance = ({
  catalog,
  words,
  conversations,
  registry,
  sessions,
  environment,
  receive,
}: Deps): Entrance => {
  const session: Entrance['session'] = async token => {
    const hash = await hashOf(token)
    const now = environment.now()
    const found = await sessions.session(hash, now)
    if (!found) return null
    const isRenewed = found.expiresAt < now + (sessionDays - 1) * day
    if (isRenewed) await sessions.saveSession({ ...found, expiresAt: now + sessionDays * day })
    return { account: found.account, isRenewed }
  }

  /** A link bound to a person gets a new account unless this browser is already theirs. */
  const accountFor = async (
    channel: string,
    person: string | null,
    account: AccountRef | null,
  ): Promise<AccountRef> => {
    const seat = account && (await conversations.readSeat(account, account))
    const stays = account && seat && (person === null || person === seat.person.id)
    return stays ? account : `${channel}:${environment.id()}${environment.id()}`
  }

  return {
    invited: async code => {
      const found = await openInvitation(registry, code, environment.now())
      if (!found) return null
      const open = found.invitation
      const unit = (await registry.units()).find(({ id }) => id === open.unit)
      const filing = unit?.filings.find(({ id }) => id === open.filing)
      if (!unit || !filing) return null
      const title = words.title(catalog.formOf(filing.form).obligation, { year: filing.year })
      return { unit: unit.name, title, name: open.name ?? null, person: open.person ?? null }
    },

    enter: async ({ channel, code, name, account: known }) => {
      const found = await openInvitation(registry, code, environment.now())
      if (!found) return null
      const open = found.invitation
      const account = await accountFor(channel, open.person ?? null, known)
      await receive({
        id: `${account}/enter/${environment.id()}`,
        channel,
        chat: account,
        person: account,
        name,
        at: environment.now(),
        input: { type: 'command', name: 'start', argument: code },
        message: null,
      })
      const seat = await conversations.readSeat(account, account)
      if (seat?.filing.id !== open.filing) return null
      // Four ids are 32 random bytes: nobody guesses it (OWASP asks for 16 at least).
      const token = environment.id() + environment.id() + environment.id() + environment.id()
      const now = environment.now()
      const hash = await hashOf(token)
      await sessions.saveSession({ hash, account, since: now, expiresAt: now + sessionDays * day })
      return token
    },

    session,
    leave: async token => sessions.endSession(await hashOf(token)),
  }
}
