// The port of contacts: the steps of chasing that people took, by whom and when.

import type { ChaseStep } from '../../district/chasing/ladder.ts'
import type { FilingId, PersonId } from '../../engine/filing.ts'
import type { Recorded } from './audits.ts'

/** A step that was taken towards a unit. */
export type Contact = {
  readonly id: string
  readonly filing: FilingId
  readonly step: ChaseStep
  /** The name of whoever was spoken to; null where that is not known, and for a group. */
  readonly whom: string | null
  /** Their answer, in short. */
  readonly note: string | null
  /** As the audit names them. */
  readonly by: PersonId
  /** Epoch milliseconds. */
  readonly at: number
}

/** `byName` is null for the shell, and for somebody who was erased. */
export type ListedContact = Contact & { readonly unit: string; readonly byName: string | null }

export type Contacts = {
  /** Of a campaign, the latest first. */
  readonly contacts: (campaign: string) => Promise<readonly ListedContact[]>
  /** False when something came in between, and then nothing is written. */
  readonly addContacts: (contacts: readonly Contact[], recorded: Recorded) => Promise<boolean>
}
