// The rows that each act in a filing's life leaves beside the report: one table by act. It decides nothing.

import type { FilingAct } from '../../district/lifecycle.ts'
import type { HandledFiling, OpenNote } from '../ports/handling.ts'
import type { LifeRows, Note, SignOff } from '../ports/life-rows.ts'

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
  readonly signOff?: SignOff
  /** 代录: handed in for the unit by somebody else. */
  readonly isOnBehalf?: boolean
}

/** An act at its moment, on a filing that allows it. */
export type ActAtHand = {
  readonly wish: FilingWish
  readonly stood: HandledFiling
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
    closed: open(stood, 'return'),
    isHandIn: true,
  }),
  'withdraw-filing': () => ({ marks: { submittedAt: null } }),
  'take-filing': () => ({}),
  'ask-filing': act => ({ marks: { askedAt: act.at }, notes: note(act, 'question') }),
  'answer-question': act => ({
    marks: { askedAt: null },
    notes: note(act, 'answer'),
    closed: open(act.stood, 'question'),
  }),
  'return-filing': act => ({
    marks: {
      ...{ returnedAt: act.at, returnedTimes: act.stood.returnedTimes + 1, askedAt: null },
      ...{ mendBy: act.wish.mendBy ?? null, mendedInTime: null },
    },
    notes: note(act, 'return', 1),
    closed: open(act.stood, 'question'),
  }),
  'approve-filing': ({ at, stood }) => ({
    marks: { approvedAt: at, askedAt: null },
    closed: open(stood, 'question'),
  }),
  'undo-approval': act => ({ marks: { approvedAt: null }, notes: note(act, 'undo') }),
  'sign-filing': ({ wish, content, id }) => ({
    marks: { signedContent: content },
    signOff: wish.signOff ? { id: id() + id(), ...wish.signOff } : null,
  }),
  'exempt-filing': act => ({ notes: note(act, 'exemption') }),
  'readmit-filing': () => ({}),
}

export const effectsOf = (act: ActAtHand): LifeRows => ({
  ...{ by: act.by, at: act.at, marks: {}, notes: [], closed: [], signOff: null, isHandIn: false },
  ...effects[act.wish.act](act),
})

const note = ({ wish, stood, id }: ActAtHand, kind: Note['kind'], more = 0): readonly Note[] => [
  {
    ...{ id: id() + id(), kind, cells: wish.cells ?? [], body: wish.note ?? '' },
    round: stood.returnedTimes + more,
  },
]

const open = ({ openNotes }: HandledFiling, kind: OpenNote['kind']): readonly string[] =>
  openNotes.filter(each => each.kind === kind).map(({ id }) => id)
