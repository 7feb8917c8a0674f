// The sample district: an empty database shows it at the first start, so that a person who tries the project can file a
// report at once. Every unit's name says that it is a sample, and so does every document of it.

import type { Seal } from '../app/audit.ts'
import { hashOf } from '../app/hash-of.ts'
import type { Unit } from '../app/ports/registry.ts'
import { addUnit } from '../app/registry/add-unit.ts'
import { type Administered, done } from '../app/registry/administer.ts'
import { type InvitationWish, makeInvitation } from '../app/registry/make-invitation.ts'
import { removeUnits } from '../app/registry/remove-units.ts'
import { reportYear } from '../district/calendar.ts'
import { unitId } from '../engine/filing.ts'
import { isFault } from '../faults.ts'
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

/** Make the sample in a database without units, and links to it wherever it is; none beside real units alone. */
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
      links.push({ unit: unit.name, year, code: await standingCode(store, seal, wish, now) })
    }
  }
  return links
}

/**
 * The code of the link that stands, or of a new one: codes follow from the audit's key, so that each start finds those
 * of the starts before, until a link is taken or its fortnight is over.
 */
const standingCode = async (
  store: Store,
  seal: Seal,
  wish: Omit<InvitationWish, 'code'>,
  now: number,
): Promise<string> => {
  for (let n = 0; ; n += 1) {
    const place = [wish.unit, wish.year, Math.floor(now / fortnight), n]
    const code = (await seal('sample', place.join('/'))).slice(0, codeLength)
    if (await store.invitation(await hashOf(code), now)) return code
    try {
      return done(
        await makeInvitation(recorderOf(store, seal), { type: 'server', at: now }, { ...wish, code }),
      ).code
    } catch (error) {
      if (!isFault(error, 'database-refused')) throw error // it was taken: the next one
    }
  }
}

/** Of hex digits: 24 bytes. */
const codeLength = 48

/** Take the sample away with all that was filed in it; what is real stays. The number of units that went. */
export const clearSample = async (store: Store, seal: Seal, now: number): Promise<Administered<number>> => {
  const units = (await store.units()).filter(isSample).map(({ id }) => id)
  if (units.length === 0) return { type: 'done', value: 0 }
  return removeUnits(recorderOf(store, seal), { type: 'shell', at: now }, { units, withReports: true })
}
