// The sample district: an empty database shows it at the first start, so that a person who tries the project can file a
// report at once. Every unit's name says that it is a sample, and so does every document of it.

import type { Seal } from '../app/audit.ts'
import type { Unit } from '../app/ports/registry.ts'
import { addUnit } from '../app/registry/add-unit.ts'
import { type Administered, done } from '../app/registry/administer.ts'
import { makeInvitation } from '../app/registry/make-invitation.ts'
import { removeUnits } from '../app/registry/remove-units.ts'
import { reportYear } from '../district/calendar.ts'
import { unitId } from '../engine/filing.ts'
import { catalog } from '../forms/catalog.ts'
import { sampleUnits } from '../forms/sample.ts'
import type { Store } from '../storage/store.ts'
import { recorderOf } from './audit-seal.ts'

const prefix = 'sample-'
const fortnight = 14 * 86_400_000
/** A year of the edition of 2019 beside the present one, to see both. */
const formerYear = 2020

export type SampleLink = { readonly unit: string; readonly year: number; readonly code: string }

const isSample = ({ id }: Pick<Unit, 'id'>): boolean => id.startsWith(prefix)

/** Make the sample in a database without units, and fresh links to it wherever it is; none beside real units alone. */
export const openSample = async (
  store: Store,
  seal: Seal,
  now: number,
  today: string,
): Promise<readonly SampleLink[]> => {
  const before = await store.units()
  const recorder = recorderOf(store, seal)
  const itself = { type: 'server', at: now } as const
  if (before.length === 0) {
    for (const [key, unit] of Object.entries(sampleUnits)) {
      done(await addUnit(recorder, itself, { id: unitId(`${prefix}${key}`), powers: {}, ...unit }))
    }
  }
  const links: SampleLink[] = []
  const [obligation] = catalog.obligations
  for (const unit of (await store.units()).filter(isSample)) {
    for (const year of [formerYear, reportYear(today)]) {
      const form = obligation && catalog.formFor(obligation.id, year)
      if (!form) continue
      const wish = { unit: unit.id, role: 'filler', form, year, expiresAt: now + fortnight } as const
      const { code } = done(await makeInvitation(recorder, itself, wish))
      links.push({ unit: unit.name, year, code })
    }
  }
  return links
}

/** Take the sample away with all that was filed in it; what is real stays. The number of units that went. */
export const clearSample = async (store: Store, seal: Seal, now: number): Promise<Administered<number>> => {
  const units = (await store.units()).filter(isSample).map(({ id }) => id)
  if (units.length === 0) return { type: 'done', value: 0 }
  return removeUnits(recorderOf(store, seal), { type: 'shell', at: now }, { units, withReports: true })
}
