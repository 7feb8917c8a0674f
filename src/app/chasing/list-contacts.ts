// The steps of chasing that were taken in a campaign, the latest first.

import type { Campaign } from '../../district/campaign.ts'
import { type Caller, openUnit } from '../open.ts'
import type { Contacts, ListedContact } from '../ports/contacts.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly contacts: Pick<Contacts, 'contacts'>
}

/** Null where the door is shut. */
export const listContacts = async (
  { registry, contacts }: Deps,
  caller: Caller,
  { id, root }: Pick<Campaign, 'id' | 'root'>,
): Promise<readonly ListedContact[] | null> =>
  (await openUnit(registry, caller, root, 'see-chased')) ? contacts.contacts(id) : null
