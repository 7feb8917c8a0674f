// Last year's report from outside: when it may take the place of the unit's filing of its year. A filing that was
// filled in here is never replaced.

import type { Filing, FilingId, UnitId } from '../../engine/filing.ts'
import { importer } from '../../intake/report.ts'
import type { Replacement } from '../ports/commit.ts'

/** Whether nobody here has entered anything of it. */
const isFromOutside = ({ entries, texts, remarks }: Filing): boolean =>
  [...entries.values(), ...[...texts.values()].flat(), ...remarks.values()].every(({ by }) => by === importer)

/** The report to store; null when the one that stands was filed here. `id` is for a new one. */
export const replacementFor = (
  read: Filing,
  stands: Filing | null,
  unit: UnitId,
  id: FilingId,
): Replacement | null => {
  if (stands && !isFromOutside(stands)) return null
  const own = { id: stands?.id ?? id, unit, version: stands?.version ?? 0 }
  return { filing: { ...read, ...own }, expected: stands?.version ?? null }
}
