// An act in a filing's life as one commit: the new state, the rows beside the report, and the lines of its chain.

import type { Rights } from '../../district/access.ts'
import type { Standing } from '../../district/standing.ts'
import { diff, type Filing, raisesContent } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { auditLines, changeActs, type Seal } from '../audit.ts'
import { snapshotOf } from '../mail/snapshot.ts'
import type { AdmittedCaller } from '../open.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { HandledFiling } from '../ports/handling.ts'
import { actRows } from './act-rows.ts'
import type { FilingWish } from './effects-of.ts'
import { signedDay } from './signed-day.ts'

type Deps = {
  readonly catalog: Catalog
  readonly environment: Pick<Environment, 'id' | 'dateOf'>
  readonly seal: Seal
}

/** `stored` is the filing as it was read; `stood` has it in the form's present revision. */
type Act = {
  readonly stored: Filing
  readonly stood: HandledFiling
  readonly wish: FilingWish
  readonly form: Form
  /** With the state that the act leads to. */
  readonly standing: Standing
}

export const actCommit = async (
  deps: Deps,
  { who, rights }: AdmittedCaller,
  { stored, stood, wish, form, standing }: Act,
): Promise<Commit> => {
  const { environment, seal } = deps
  const { filing, state, unit } = stood
  const changes = diff(stored, filing)
  const content = stood.content + (raisesContent(changes) ? 1 : 0)
  const isFromAbove = rights.above.length > 0
  const { life, acts } = await actRows(deps, { wishes: [wish], stood, filing, content, who, isFromAbove })
  const signOffs = [...stood.signOffs, ...life.signOffs.map(each => ({ ...each, content, at: who.at }))]
  const closesOn = signedDay({ signOffs, content }) ?? environment.dateOf(who.at)
  const all = [...(await changeActs(seal, changes)), ...acts]
  const audit = await auditLines(seal, `filing/${filing.id}`, stood.auditHead, all, who)
  return {
    ...emptyCommit({ channel: who.channel, id: environment.id() + environment.id(), at: who.at }),
    rights,
    filings: [
      {
        ...{ filing: { ...filing, version: filing.version + 1 }, expected: filing.version, state, changes },
        ...{ auditHead: audit.head, audit: audit.lines, life },
        standing: { ...standing, touchedAt: isOwn(rights) ? who.at : stood.touchedAt },
        snapshot: life.isHandIn ? snapshotOf(form, filing, unit, closesOn) : undefined,
      },
    ],
  }
}

/** Acts of the office, and of whoever acts for it, are none of the unit's: its reminders count from its own. */
const isOwn = ({ members, above }: Rights): boolean => members.length > 0 && above.length === 0
