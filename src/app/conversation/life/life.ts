// The life of a report as a conversation sees it: how it stands, what this person may do to it, and which places are to
// be looked at again.

import { decide } from '../../../district/access.ts'
import { type FilingAct, type FilingState, filingActs, stateAfter } from '../../../district/lifecycle.ts'
import { type MendingPlace, mendingOf } from '../../../district/mending.ts'
import type { Form } from '../../../engine/form.ts'
import { indexOf } from '../../../engine/index-of.ts'
import type { Review } from '../../../engine/review.ts'
import type { Ground } from '../../ports/conversations.ts'
import type { HandledFiling, StoredNote } from '../../ports/handling.ts'
import type { LifeRows } from '../../ports/life-rows.ts'

export type Life = {
  readonly stood: HandledFiling
  /** Acts to which this person has the right, and which the state allows. */
  readonly acts: ReadonlySet<FilingAct>
  /** A leader by their own account, who fills in nothing. */
  readonly isLeader: boolean
  /** All places that the open remarks ask about. */
  readonly places: readonly MendingPlace[]
}

export const lifeOf = (form: Form, stood: HandledFiling, { members, unit, above }: Ground): Life => {
  const asked = { id: unit, above }
  const has = (act: FilingAct) =>
    stateAfter(stood.state, act) !== null && decide(members, act, asked) !== null
  return {
    stood,
    acts: new Set(filingActs.filter(has)),
    isLeader:
      decide(members, 'answer-filing', asked) === null &&
      members.some(({ role, unit: own }) => role === 'leader' && own === unit),
    places: mendingOf(form, stood.filing, stood.notes),
  }
}

/** Remarks of these kinds that are open. */
export const openNotes = (
  { notes }: Pick<HandledFiling, 'notes'>,
  ...kinds: readonly StoredNote['kind'][]
): readonly StoredNote[] => notes.filter(({ kind, closedAt }) => closedAt === null && kinds.includes(kind))

/** The report as it stands after acts that changed nothing of what it holds. */
export const afterActs = (
  stood: HandledFiling,
  { state, life }: { readonly state: FilingState; readonly life: LifeRows },
  name: string,
): HandledFiling => {
  const { marks, notes, closed, signOffs, by, at } = life
  return {
    ...stood,
    state,
    signedContent: marks.signedContent ?? stood.signedContent,
    submittedAt: marks.submittedAt === undefined ? stood.submittedAt : marks.submittedAt,
    firstSubmittedAt: stood.firstSubmittedAt ?? marks.firstSubmittedAt ?? null,
    notes: [
      ...stood.notes.map(note => (closed.includes(note.id) ? { ...note, closedAt: at } : note)),
      ...notes.map(note => ({ ...note, by, name, at, closedAt: null })),
    ],
    signOffs: [...stood.signOffs, ...signOffs.map(each => ({ ...each, content: stood.content, at }))],
  }
}

/**
 * Those of the changed keys that may not be changed while the office waits for an answer: all but the places that were
 * opened, the gates before them, and where a change of them has broken something.
 */
export const keysOutside = (
  form: Form,
  before: Pick<Review, 'errors'>,
  { places }: Pick<Life, 'places'>,
  changed: readonly string[],
): readonly string[] => {
  const { paths, totals } = openedBy(form, places)
  const broken = before.errors.flatMap(({ cells, text }) => [...cells, ...(text === undefined ? [] : [text])])
  const open = new Set<string>([...places.map(({ key }) => key), ...paths, ...totals, ...broken])
  return changed.filter(key => !open.has(key) && !key.startsWith('reason:'))
}

/** The gates before the places, and the parts of those that are totals. */
const openedBy = (form: Form, places: readonly MendingPlace[]) => {
  const { cells, paths } = indexOf(form)
  const found = places.flatMap(({ key }) => cells.get(key) ?? [])
  const parts = found.flatMap(({ sum }) => sum ?? [])
  const keys = [...found.map(({ key }) => key), ...parts]
  return {
    paths: keys.flatMap(key => (paths.get(key) ?? []).map(({ gate }) => gate.key as string)),
    totals: parts.map(key => key as string),
  }
}

/** The content that stands was signed. */
export const isSigned = ({ signedContent, content }: HandledFiling): boolean => signedContent === content

/** The office has no more questions about a draft that nobody has signed yet. */
export const awaitsSignOff = (stood: HandledFiling): boolean =>
  stood.practice === 'review-first' &&
  stood.state === 'reviewing' &&
  stood.clearedContent === stood.content &&
  !isSigned(stood)
