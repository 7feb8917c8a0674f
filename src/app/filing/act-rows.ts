// Acts in a filing's life as the rows they leave beside it and as lines of its chain, which name the content. A note's
// words stand there as a keyed hash.

import { type FilingAct, type FilingState, stateAfter } from '../../district/lifecycle.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Actor, AuditAct, Seal } from '../audit.ts'
import { legalDay } from '../legal-day.ts'
import type { Environment } from '../ports/environment.ts'
import type { HandledFiling } from '../ports/handling.ts'
import type { LifeRows, Note, Publication } from '../ports/life-rows.ts'
import { effectsOf, type FilingWish } from './effects-of.ts'
import { sealSignOff } from './sign-off-seal.ts'

type Deps = {
  readonly catalog: Catalog
  readonly environment: Pick<Environment, 'id' | 'dateOf'>
  readonly seal: Seal
}

type Acting = {
  /** Done one after the other; each has an arrow from where the one before it led. */
  readonly wishes: readonly FilingWish[]
  readonly stood: HandledFiling
  /** The report, and its content, as they stand after the acts. */
  readonly filing: Filing
  readonly content: number
  readonly who: Actor
  /** Done for the unit by somebody above it. */
  readonly isFromAbove: boolean
}

type ActRows = {
  readonly state: FilingState
  readonly life: LifeRows
  readonly acts: readonly AuditAct[]
}

export const actRows = async (deps: Deps, acting: Acting): Promise<ActRows> => {
  const { wishes, stood, who } = acting
  const none: LifeRows = { by: who.by, at: who.at, ...noRows }
  let rows: ActRows = { state: stood.state, life: none, acts: [] }
  for (const wish of wishes) rows = await withAct(deps, acting, wish, rows)
  return rows
}

const noRows = {
  marks: {},
  notes: [],
  closed: [],
  signOffs: [],
  sealed: [],
  publications: [],
  isHandIn: false,
} as const

const withAct = async (
  { catalog, environment, seal }: Deps,
  { stood, filing, content, who, isFromAbove }: Acting,
  wish: FilingWish,
  { state, life, acts }: ActRows,
): Promise<ActRows> => {
  const next = stateAfter(state, wish.act) ?? state
  const more = effectsOf({
    ...{
      wish,
      filing,
      form: catalog.formOf(filing.form),
      content,
      by: who.by,
      at: who.at,
      id: environment.id,
    },
    stood: { ...stood, state },
    isOnBehalf: wish.isOnBehalf === true || isFromAbove,
    isInTime: environment.dateOf(who.at) <= mendDay(catalog, stood),
  })
  const [sealed] = more.sealed
  const line = {
    ...{ what: done[wish.act], about: `content/${content}` },
    ...(sealed ? { old: null, new: sealed } : { old: state, new: next }),
  }
  return {
    state: next,
    life: {
      ...{ by: who.by, at: who.at, marks: { ...life.marks, ...more.marks } },
      notes: [...life.notes, ...more.notes],
      closed: [...life.closed, ...more.closed],
      signOffs: [...life.signOffs, ...more.signOffs],
      sealed: [...life.sealed, ...more.sealed],
      publications: [...life.publications, ...more.publications],
      isHandIn: life.isHandIn || more.isHandIn,
    },
    acts: [
      ...acts,
      line,
      ...(await Promise.all(more.notes.map(note => noteAct(seal, note)))),
      ...(await Promise.all(more.publications.map(each => publicationAct(seal, each)))),
      ...(await Promise.all(more.signOffs.map(signOff => signOffAct(seal, signOff)))),
    ],
  }
}

/** The day that the return set, else that of the publication, else the law's. */
const mendDay = (catalog: Catalog, { mendBy, publishOn, filing, unit }: HandledFiling): string =>
  mendBy ?? publishOn ?? legalDay(catalog, filing, unit.level)

const noteAct = async (seal: Seal, { id, kind, body }: Note): Promise<AuditAct> => ({
  ...{ what: 'noted', about: `${kind}/${id}`, old: null, new: await seal('words', body) },
})

const publicationAct = async (seal: Seal, { url, on }: Publication): Promise<AuditAct> => ({
  ...{ what: 'noted', about: `publication/${on}`, old: null, new: await seal('words', url) },
})

const signOffAct = async (seal: Seal, signOff: LifeRows['signOffs'][number]): Promise<AuditAct> => ({
  ...{ what: 'noted', about: `sign-off/${signOff.id}`, old: null },
  new: await sealSignOff(seal, signOff),
})

const done = {
  'submit-filing': 'submitted',
  'withdraw-filing': 'withdrawn',
  'take-filing': 'taken',
  'ask-filing': 'asked',
  'answer-question': 'question-answered',
  'amend-filing': 'amended',
  'explain-place': 'place-explained',
  'give-opinion': 'opinion-given',
  'request-return': 'return-requested',
  'grant-return': 'return-granted',
  'clear-filing': 'cleared-for-signing',
  'return-filing': 'returned',
  'approve-filing': 'approved',
  'undo-approval': 'approval-undone',
  'sign-filing': 'signed',
  'receive-sealed': 'sealed-received',
  'publish-filing': 'published',
  'exempt-filing': 'exempted',
  'readmit-filing': 'readmitted',
} as const satisfies Readonly<Record<FilingAct, AuditAct['what']>>
