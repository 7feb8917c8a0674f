// Takes units away with all that was filed in them. Their chains stay, and the root's line says where each of them ends.

import type { UnitId } from '../../engine/filing.ts'
import type { Actor } from '../audit.ts'
import type { AuditLine, Audits, ChainEnd } from '../ports/audits.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'
import { type Recorder, recordActs } from '../record-acts.ts'

type Deps = Omit<Recorder, 'audits'> & {
  readonly registry: Pick<Registry, 'removeUnits'>
  readonly audits: Pick<Audits, 'headsOf'>
}

export const removeUnits = async (
  deps: Deps,
  who: Actor,
  units: readonly Pick<ListedUnit, 'id' | 'filings'>[],
): Promise<void> => {
  const acts = await Promise.all(
    units.map(async ({ id, filings }) => {
      const scopes = [`unit/${id}`, ...filings.map(filing => `filing/${filing.id}`)] as const
      const heads = await deps.audits.headsOf(scopes as readonly (`unit/${UnitId}` | `filing/${string}`)[])
      const ends = scopes.flatMap((scope, at) => (heads[at] ? [[scope, heads[at]]] : []))
      return {
        what: removed,
        scope: 'root',
        about: `unit/${id}`,
        old: JSON.stringify(ends),
        new: null,
      } as const
    }),
  )
  const ids = units.map(({ id }) => id)
  await recordActs(deps, who, acts, chains => deps.registry.removeUnits(ids, chains))
}

const removed = 'unit-removed'

/** Where the chains ended that such a line tells of. */
export const erasedEnds = ({ what, old }: AuditLine): readonly ChainEnd[] => {
  if (what !== removed) return []
  const ends = JSON.parse(old ?? '[]') as readonly (readonly [string, string])[]
  return ends.map(([scope, head]) => {
    const [n = '', hash = ''] = head.split(':')
    return { scope, n: Number(n), hash }
  })
}
