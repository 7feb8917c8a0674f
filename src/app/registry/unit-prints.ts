// How a unit's documents print, for those who fill in its report: as it stands, and set anew from a page or a chat.

import type { UnitId } from '../../engine/filing.ts'
import type { Caller } from '../open.ts'
import type { Prints } from '../ports/registry.ts'
import { changeUnit, noPrints } from './change-unit.ts'
import { tooLong } from './read-prints.ts'

export type PrintsSet =
  | { readonly type: 'set'; readonly prints: Prints }
  | { readonly type: 'too-long'; readonly field: 'contact' | 'signs' }
  | { readonly type: 'refused' }

/** Those that are given change. */
export const setPrints = async (
  deps: Parameters<typeof changeUnit>[0],
  caller: Caller,
  unit: UnitId,
  prints: Partial<Prints>,
): Promise<PrintsSet> => {
  const field = tooLong(prints)
  if (field !== null) return { type: 'too-long', field }
  const changed = await changeUnit(deps, caller, { unit, change: { prints }, goesOn: false })
  return changed.type === 'refused'
    ? { type: 'refused' }
    : { type: 'set', prints: changed.value.prints ?? noPrints }
}
