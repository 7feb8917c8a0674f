// A filing that is opened: empty, with the first line of its chain.

import { emptyFiling, filingId, type UnitId } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { type Actor, auditLines, type Seal } from '../audit.ts'
import type { Replacement } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'

/** Refused by the schema where the unit has one of that obligation and year. */
export const openedFiling = async (
  deps: { readonly seal: Seal } & Pick<Environment, 'id'>,
  who: Actor,
  form: Form,
  unit: UnitId,
  year: number,
): Promise<Replacement> => {
  const id = filingId(deps.id() + deps.id())
  const now = JSON.stringify([form.id, year])
  const opened = { what: 'filing-opened', about: `filing/${id}`, old: null, new: now } as const
  const chain = await auditLines(deps.seal, `filing/${id}`, '', [opened], who)
  return { filing: emptyFiling(form, { id, unit, year }), expected: null, chain }
}
