// The acts with which tests put their world into a store: without lines of the audit, and past the door.

import type { Outgoing } from '../src/app/message.ts'
import type { Recorded } from '../src/app/ports/audits.ts'
import type { Feed } from '../src/app/ports/feeds.ts'
import type { GroupRobot } from '../src/app/ports/groups.ts'
import type { Invitation, NewUnit, UnitFacts } from '../src/app/ports/registry.ts'
import type { Seen } from '../src/app/ports/seen.ts'
import { type Filing, type FilingId, personId, type UnitId } from '../src/engine/filing.ts'
import type { Store } from '../src/storage/store.ts'

/** The types ask for a line. */
const nothing = { chains: [], rights: { members: [], above: [] } } as unknown as Recorded

export const seeding = (store: Store) => ({
  addUnit: (unit: NewUnit) => store.addUnit(unit, nothing),
  renameUnit: (unit: UnitId, name: string) => store.renameUnit(unit, name, nothing),
  placeUnit: (unit: UnitId, parent: UnitId | null) => store.placeUnit(unit, parent, nothing),
  removeUnits: (units: readonly UnitId[], seen: Seen = {}) => store.removeUnits(units, nothing, seen),
  changeUnit: (unit: UnitId, facts: UnitFacts, seen: Seen) =>
    store.changeUnit(unit, facts, true, nothing, seen),
  addFeed: (feed: Feed) => store.addFeed(feed, [], nothing),
  addGroup: (group: GroupRobot) => store.addGroup(group, nothing),
  tellGroups: (mail: readonly Outgoing[], at: number) => store.tellGroups(mail, [], at, nothing),
  invite: (hash: string, invitation: Invitation) => store.invite(hash, invitation, nothing),
  endMembership: (id: string, at: number) =>
    store.endPerson({ person: personId('nobody'), members: [id], endsSessions: false, at }, nothing, {}),
  /** The unit's filing of this obligation and year, made when there is none. */
  openFiling: async (filing: Filing): Promise<FilingId> => {
    await store.importFiling(filing, null)
    const stands = await store.filingOf(filing.unit, filing.obligation, filing.year)
    if (!stands) throw new Error('no filing')
    return stands.id
  },
})
