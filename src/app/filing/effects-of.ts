// The rows that each act in a filing's life leaves beside the report: one table by act. It decides nothing.

import type { FilingAct } from '../../district/lifecycle.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Form } from '../../engine/form.ts'
import { snapshot } from '../../engine/shown.ts'
import type { HandledFiling } from '../ports/handling.ts'
import type { LifeRows, Note, Publication, SignOff } from '../ports/life-rows.ts'

/** The wish of whoever acts; parts that an act does not know are left aside. */
export type FilingWish = {
  readonly act: FilingAct
  /** The content that was on the screen; null where nothing was shown. */
  readonly content: number | null
  readonly note?: string
  /** Cells and texts that the note speaks of. */
  readonly cells?: readonly string[]
  /** The last day for what a return asks, `YYYY-MM-DD`. */
  readonly mendBy?: string | null
  /** A return rings outside the office's hours too. */
  readonly isAtOnce?: boolean
  readonly signOff?: SignOff
  /** Where the report stands on a site, and since which day. */
  readonly publication?: Publication
  /** The day on which the sealed copy came, `YYYY-MM-DD`. */
  readonly receivedOn?: string
  /** 代录: handed in for the unit by somebody else. */
  readonly isOnBehalf?: boolean
}

/** An act at its moment, on a filing that allows it. */
export type ActAtHand = {
  readonly wish: FilingWish
  readonly stood: HandledFiling
  /** The report as it stands after the act. */
  readonly filing: Filing
  readonly form: Form
  /** The content that stands after the act. */
  readonly content: number
  readonly by: LifeRows['by']
  readonly at: number
  readonly isOnBehalf: boolean
  /** Whether the day on which a return is to be mended is not over. */
  readonly isInTime: boolean
  readonly id: () => string
}

type Effects = Partial<Omit<LifeRows, 'by' | 'at'>>

const effects: Readonly<Record<FilingAct, (act: ActAtHand) => Effects>> = {
  'submit-filing': ({ at, stood, isOnBehalf, isInTime }) => ({
    marks: {
      ...{ submittedAt: at, firstSubmittedAt: at },
      ...(stood.state === 'returned' && { mendedInTime: isInTime }),
      onBehalf: isOnBehalf,
    },
    closed: open(stood, 'return', 'request', 'opinion'),
    isHandIn: true,
  }),
  'withdraw-filing': () => ({ marks: { submittedAt: null } }),
  'take-filing': ({ by }) => ({ marks: { reviewer: by } }),
  'ask-filing': act => ({ marks: { askedAt: act.at }, notes: note(act, 'question') }),
  'answer-question': act => ({
    marks: { askedAt: null },
    notes: note(act, 'answer'),
    closed: open(act.stood, 'question', 'amendment'),
  }),
  'amend-filing': act => ({
    notes: note({ ...act, wish: { ...act.wish, cells: questioned(act.stood) } }, 'amendment'),
  }),
  'explain-place': act => ({ notes: note(act, 'answer') }),
  'give-opinion': act => ({ notes: note(act, 'opinion') }),
  'request-return': act => ({ notes: note(act, 'request') }),
  'grant-return': act => ({
    marks: {
      ...{ returnedAt: act.at, askedAt: null, approvedAt: null, mendedInTime: null },
      ...{ mendBy: null, returnedAtOnce: false },
    },
    closed: open(act.stood, 'request', 'question', 'amendment'),
  }),
  'clear-filing': ({ stood, content, by }) => ({
    marks: { askedAt: null, clearedContent: content, reviewer: by },
    closed: open(stood, 'question', 'amendment'),
  }),
  'return-filing': act => ({
    marks: {
      ...{ returnedAt: act.at, returnedTimes: act.stood.returnedTimes + 1, askedAt: null },
      ...{ mendBy: act.wish.mendBy ?? null, mendedInTime: null },
      returnedAtOnce: act.wish.isAtOnce === true,
    },
    notes: note(act, 'return', 1),
    closed: open(act.stood, 'question', 'amendment', 'request'),
  }),
  'approve-filing': ({ at, stood }) => ({
    marks: { approvedAt: at, askedAt: null },
    closed: open(stood, 'question', 'amendment', 'request'),
  }),
  'undo-approval': act => ({ marks: { approvedAt: null }, notes: note(act, 'undo') }),
  'sign-filing': ({ wish: { signOff }, stood, content, id }) => ({
    marks: signOff?.capacity === 'secrecy-review' ? {} : { signedContent: content },
    signOffs: signOff ? [{ id: id() + id(), ...signOff }] : [],
    closed: signOff?.capacity === 'secrecy-review' ? [] : open(stood, 'opinion'),
  }),
  'receive-sealed': ({ at, wish: { receivedOn } }) => ({
    marks: { sealedAt: at },
    sealed: receivedOn === undefined ? [] : [receivedOn],
  }),
  'publish-filing': ({ at, wish: { publication } }) => ({
    marks: { publishedAt: at },
    publications: publication ? [publication] : [],
  }),
  'exempt-filing': act => ({ notes: note(act, 'exemption') }),
  'readmit-filing': () => ({}),
}

export const effectsOf = (act: ActAtHand): LifeRows => ({
  ...{ by: act.by, at: act.at, marks: {}, notes: [], closed: [], signOffs: [], isHandIn: false },
  ...{ sealed: [], publications: [] },
  ...effects[act.wish.act](act),
})

const note = (
  { wish, stood, form, filing, id }: ActAtHand,
  kind: Note['kind'],
  more = 0,
): readonly Note[] => [
  {
    ...{ id: id() + id(), kind, cells: wish.cells ?? [], body: wish.note ?? '' },
    held: snapshot(form, filing, wish.cells ?? []),
    round: stood.returnedTimes + more,
  },
]

const open = ({ notes }: HandledFiling, ...kinds: readonly Note['kind'][]): readonly string[] =>
  notes.filter(({ kind, closedAt }) => closedAt === null && kinds.includes(kind)).map(({ id }) => id)

const questioned = ({ notes }: HandledFiling): readonly string[] => [
  ...new Set(
    notes
      .filter(({ kind, closedAt }) => kind === 'question' && closedAt === null)
      .flatMap(({ cells }) => cells),
  ),
]
