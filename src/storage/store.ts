// The store, written once for sqlite3 and D1: one file per port, over the caches and the writer that they share.

import type { ChatRef } from '../app/message.ts'
import type { Absences } from '../app/ports/absences.ts'
import type { Archive } from '../app/ports/archive.ts'
import type { Audits } from '../app/ports/audits.ts'
import type { Calendar } from '../app/ports/calendar.ts'
import type { Campaigns } from '../app/ports/campaigns.ts'
import type { Collected } from '../app/ports/collected.ts'
import type { Contacts } from '../app/ports/contacts.ts'
import type { Conversations } from '../app/ports/conversations.ts'
import type { Desks } from '../app/ports/desks.ts'
import type { Log } from '../app/ports/environment.ts'
import type { Feeds } from '../app/ports/feeds.ts'
import type { Groups } from '../app/ports/groups.ts'
import type { Handling } from '../app/ports/handling.ts'
import type { Nudges } from '../app/ports/nudges.ts'
import type { Outbox } from '../app/ports/outbox.ts'
import type { People } from '../app/ports/people.ts'
import type { Registry } from '../app/ports/registry.ts'
import type { Schedule } from '../app/ports/schedule.ts'
import type { Sessions } from '../app/ports/sessions.ts'
import type { Setup } from '../app/ports/setup.ts'
import type { Standings } from '../app/ports/standings.ts'
import { absences } from './absences.ts'
import { archive } from './archive.ts'
import { audits } from './audits.ts'
import { calendar } from './calendar.ts'
import { campaigns } from './campaigns.ts'
import { collected } from './collected.ts'
import { createCommitAndLease } from './commit-and-lease.ts'
import { contacts } from './contacts.ts'
import { conversations } from './conversations.ts'
import { desks } from './desks.ts'
import { feeds } from './feeds.ts'
import { groups } from './groups.ts'
import { handling } from './handling.ts'
import { createMemory } from './memory.ts'
import { nudges } from './nudges.ts'
import { outbox } from './outbox.ts'
import { people } from './people.ts'
import { registry } from './registry.ts'
import { schedule } from './schedule.ts'
import { sentNudges } from './sent-nudges.ts'
import { sessions } from './sessions.ts'
import { setup } from './setup.ts'
import type { Sql } from './sql.ts'
import { standings } from './standings.ts'
import { tryToStore } from './try-to-store.ts'
import { createWriter } from './writer.ts'

/** All ports at once; a use case takes the ones it needs. */
export type Store = Conversations &
  Outbox &
  Registry &
  Archive &
  Audits &
  Sessions &
  Setup &
  Campaigns &
  People &
  Desks &
  Standings &
  Handling &
  Calendar &
  Nudges &
  Contacts &
  Collected &
  Feeds &
  Groups &
  Absences &
  Schedule & {
    /** Rejects while no answer can be stored. Nothing of the trial stays but its instant. */
    readonly ready: () => Promise<void>
  }

/**
 * The store over a database. The log is told of commits that are lost, and of stored shapes that cannot be read; `name`
 * gives a name at each call that no process has given before.
 */
export const createStore = (
  sql: Sql,
  log: Log = () => {},
  name: () => string = () => crypto.randomUUID(),
): Store => {
  const memory = createMemory(sql.sharing > 1)
  const writer = createWriter(sql, name)
  const commitAndLease = createCommitAndLease(writer, memory, log)
  const settling = new Map<ChatRef, Promise<void>>()
  const parts = { sql, writer, memory, commitAndLease, settling, log }
  return {
    ...conversations(parts),
    ...outbox(parts),
    ...registry(sql),
    ...archive(sql),
    ...audits(sql),
    ...sessions(sql),
    ...setup(sql),
    ...campaigns(sql),
    ...people(sql),
    ...desks(sql),
    ...schedule(sql),
    ...standings(sql),
    ...handling(sql),
    ...calendar(sql),
    ...nudges(sql),
    ...sentNudges(sql),
    ...contacts(sql),
    ...collected(sql),
    ...feeds(sql),
    ...groups(sql),
    ...absences(sql),
    ready: () => tryToStore(sql),
  }
}
