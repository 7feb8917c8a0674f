// The law's own last day for a report, which no campaign moves.

import type { Level, ObligationId } from '../engine/form.ts'
import { fault } from '../faults.ts'
import type { Catalog } from '../forms/catalog.ts'

/** A day (`YYYY-MM-DD`) for a unit of this level; null stands for departments, towns and street offices. */
export const legalDay = (
  { obligations }: Pick<Catalog, 'obligations'>,
  { obligation, year }: { readonly obligation: ObligationId; readonly year: number },
  level: Level | null,
): string => {
  const found = obligations.find(({ id }) => id === obligation)
  if (!found) throw fault('case-unknown', obligation)
  return found.lastDay(year, level)
}
