// The keyed hash by which the audit knows a sign-off's row.

import type { Seal } from '../audit.ts'
import type { SignOff } from '../ports/life-rows.ts'

/** A name that is put in its place, or another day, no longer agrees with it. */
export const sealSignOff = async (
  seal: Seal,
  { who, capacity, way, signedOn, number, isUnderAuthority }: SignOff,
): Promise<string> => seal('row', JSON.stringify([who, capacity, way, signedOn, number, isUnderAuthority]))
