// The ports that askings use, as a type. No code.

import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Seal } from '../audit.ts'
import type { ReadDocument } from '../conversation/sent-file.ts'
import type { Deliver } from '../mail/deliver.ts'
import type { Absences } from '../ports/absences.ts'
import type { Audits } from '../ports/audits.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Collected } from '../ports/collected.ts'
import type { Contacts } from '../ports/contacts.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Desks } from '../ports/desks.ts'
import type { Environment, Log } from '../ports/environment.ts'
import type { Handling } from '../ports/handling.ts'
import type { Nudges } from '../ports/nudges.ts'
import type { People } from '../ports/people.ts'
import type { Registry } from '../ports/registry.ts'

export type DeskDeps = {
  readonly desks: Desks
  readonly registry: Pick<
    Registry,
    'units' | 'unitGround' | 'unitGrounds' | 'invite' | 'invitation' | 'invitations' | 'revokeInvitation'
  >
  readonly people: Pick<People, 'people' | 'placesOf' | 'personsNamed' | 'endPerson' | 'erasePerson'>
  readonly absences: Absences
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'campaignStandings' | 'extend'>
  readonly collected: Collected
  readonly audits: Pick<Audits, 'headsOf'>
  readonly nudges: Pick<Nudges, 'filingsToNudge' | 'nudgesOf'>
  readonly contacts: Pick<Contacts, 'contacts' | 'addContacts'>
  /** The notices of holidays, by which a return rings. */
  readonly calendar: Pick<Calendar, 'notices'>
  readonly handling: Handling
  readonly conversations: Pick<Conversations, 'othersAt'>
  readonly deliver: Pick<Deliver, 'commit'>
  /** Reads a unit's Word draft. */
  readonly readDocument: ReadDocument
  readonly catalog: Catalog
  readonly environment: Environment
  readonly words: Words
  readonly seal: Seal
  readonly log: Log
  /** The addresses at which a code is taken, by channel; none where nobody could reach any. */
  readonly links: (code: string) => Promise<ReadonlyMap<string, string>>
  /** Where a code is taken in a browser; absent when nobody could reach it. */
  readonly webLink?: ((code: string) => string) | undefined
}
