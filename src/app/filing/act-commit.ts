// An act in a filing's life as one commit: the new state, the rows beside the report, and lines in the filing's chain
// that name the content. A note's words stand there as a keyed hash.

import type { Rights } from '../../district/access.ts'
import type { FilingAct } from '../../district/lifecycle.ts'
import type { Standing } from '../../district/standing.ts'
import { diff, type Filing, raisesContent } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { type AuditAct, auditLines, changeActs, type Seal } from '../audit.ts'
import { legalDay } from '../legal-day.ts'
import { snapshotOf } from '../mail/snapshot.ts'
import type { AdmittedCaller } from '../open.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { HandledFiling } from '../ports/handling.ts'
import type { LifeRows, Note } from '../ports/life-rows.ts'
import { effectsOf, type FilingWish } from './effects-of.ts'

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
  { catalog, environment, seal }: Deps,
  { who, rights }: AdmittedCaller,
  { stored, stood, wish, form, standing }: Act,
): Promise<Commit> => {
  const { filing, state, unit } = stood
  const changes = diff(stored, filing)
  const content = stood.content + (raisesContent(changes) ? 1 : 0)
  const life = effectsOf({
    ...{ wish, stood, content, by: who.by, at: who.at, id: environment.id },
    isOnBehalf: wish.isOnBehalf === true || rights.above.length > 0,
    isInTime: environment.dateOf(who.at) <= mendDay(catalog, stood),
  })
  const acts = [
    ...(await changeActs(seal, changes)),
    { what: done[wish.act], about: `content/${content}`, old: state, new: standing.state },
    ...(await Promise.all(life.notes.map(note => noteAct(seal, note)))),
    ...(life.signOff ? [await signOffAct(seal, life.signOff)] : []),
  ]
  const audit = await auditLines(seal, `filing/${filing.id}`, stood.auditHead, acts, who)
  return {
    ...emptyCommit({ channel: who.channel, id: environment.id() + environment.id(), at: who.at }),
    rights,
    filings: [
      {
        ...{ filing: { ...filing, version: filing.version + 1 }, expected: filing.version, state, changes },
        ...{ auditHead: audit.head, audit: audit.lines, life },
        standing: { ...standing, touchedAt: isOwn(rights) ? who.at : stood.touchedAt },
        snapshot: life.isHandIn ? snapshotOf(form, filing, unit) : undefined,
      },
    ],
  }
}

/** The day that the return set, else that of the publication, else the law's. */
const mendDay = (catalog: Catalog, { mendBy, publishOn, filing, unit }: HandledFiling): string =>
  mendBy ?? publishOn ?? legalDay(catalog, filing, unit.level)

const noteAct = async (seal: Seal, { id, kind, body }: Note): Promise<AuditAct> => ({
  ...{ what: 'noted', about: `${kind}/${id}`, old: null, new: await seal('words', body) },
})

/** The row as a keyed hash: a name that is put in its place, or another day, no longer agrees with it. */
const signOffAct = async (
  seal: Seal,
  { id, ...row }: NonNullable<LifeRows['signOff']>,
): Promise<AuditAct> => ({
  ...{ what: 'noted', about: `sign-off/${id}`, old: null },
  new: await seal(
    'row',
    JSON.stringify([row.who, row.capacity, row.way, row.signedOn, row.number, row.isUnderAuthority]),
  ),
})

/** Acts of the office, and of whoever acts for it, are none of the unit's: its reminders count from its own. */
const isOwn = ({ members, above }: Rights): boolean => members.length > 0 && above.length === 0

const done = {
  'submit-filing': 'submitted',
  'withdraw-filing': 'withdrawn',
  'take-filing': 'taken',
  'ask-filing': 'asked',
  'answer-question': 'question-answered',
  'return-filing': 'returned',
  'approve-filing': 'approved',
  'undo-approval': 'approval-undone',
  'sign-filing': 'signed',
  'exempt-filing': 'exempted',
  'readmit-filing': 'readmitted',
} as const satisfies Readonly<Record<FilingAct, AuditAct['what']>>
