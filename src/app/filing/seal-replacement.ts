// Last year's report from outside, with the lines that it adds to its filing's chain: that it came, and what differs.

import { contentOf, diff, type Filing } from '../../engine/filing.ts'
import { type Actor, auditLines, changeActs, type Seal } from '../audit.ts'
import type { Audits } from '../ports/audits.ts'
import type { Replacement } from '../ports/commit.ts'

export const sealReplacement = async (
  { audits, seal }: { readonly audits: Pick<Audits, 'headsOf'>; readonly seal: Seal },
  who: Actor,
  place: Replacement,
  stands: Filing | null,
): Promise<Replacement> => {
  const { filing, expected } = place
  const scope = `filing/${filing.id}` as const
  const [head = ''] = await audits.headsOf([scope])
  const came = {
    what: expected === null ? 'report-imported' : 'report-replaced',
    about: scope,
    old: stands && JSON.stringify([stands.form, stands.year]),
    new: JSON.stringify([filing.form, filing.year]),
  } as const
  const changes = await changeActs(seal, stands ? diff(stands, filing) : contentOf(filing))
  const acts = [came, ...changes.filter(({ old, new: now }) => old !== now)]
  return { ...place, chain: await auditLines(seal, scope, head, acts, who) }
}
