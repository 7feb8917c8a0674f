// One unit's report in lines, as the office reads it: how it stands, its figures and reasons, and what changed since it was
// returned. The same in the chat and on the page.

import { mendingOf } from '../../district/mending.ts'
import { placeNames } from '../conversation/compose/place-names.ts'
import { plain } from '../conversation/compose/view.ts'
import { isSigned, openNotes } from '../conversation/life/life.ts'
import { signOffLines } from '../conversation/life/sign-off-lines.ts'
import { placeLines } from '../conversation/life/state-lines.ts'
import type { Line } from '../message.ts'
import type { StoredNote } from '../ports/handling.ts'
import type { DeskDeps } from './desk-deps.ts'
import type { Reviewed } from './reviewed.ts'

/** Figures beside last year's, findings with their reasons, the sign-off, and what blocks. */
export const figureLines = (
  { words }: Pick<DeskDeps, 'words'>,
  { stood, view, judged }: Reviewed,
): readonly Line[] => {
  const blocking = judged.errors.length
  return [
    ...signOffLines(
      view,
      stood,
      judged.findings.filter(({ reason }) => reason !== undefined),
      null,
    ),
    ...(blocking > 0 ? [plain(words.desk('review.errors', { count: blocking }))] : []),
  ]
}

/** The places of the last return as they have become, the other changes since, and what the report still waits for. */
export const changeLines = async (
  { words, handling }: Pick<DeskDeps, 'words' | 'handling'>,
  { stood, view }: Reviewed,
): Promise<readonly Line[]> => {
  const { filing, practice, notes } = stood
  const returned = notes.findLast(({ kind }) => kind === 'return')
  const places = returned ? mendingOf(view.form, filing, notes, [returned]) : []
  const changed = await handling.changedSinceReturn(filing.id)
  return [
    ...placeLines(view, places),
    ...(changed && changed.length > 0
      ? [plain(words.desk('review.changed', { names: placeNames(view, changed) }))]
      : []),
    ...(practice === 'review-first' && !isSigned(stood) ? [plain(words.desk('review.unsigned'))] : []),
    ...(openNotes(stood, 'request').length > 0 ? [plain(words.desk('review.requested'))] : []),
  ]
}

type ShownKind = 'return' | 'question' | 'answer'
type ShownNote = StoredNote & { readonly kind: ShownKind }
const isShown = (note: StoredNote): note is ShownNote => ['return', 'question', 'answer'].includes(note.kind)

/** Returns, questions and answers, the oldest first. */
export const shownNotes = ({ stood }: Pick<Reviewed, 'stood'>): readonly ShownNote[] =>
  stood.notes.filter(isShown)

/** 李敏退回意见： */
export const noteHead = ({ words }: Pick<DeskDeps, 'words'>, { kind, name }: ShownNote): string =>
  words.desk(`review.note.${kind}`, { name: name ?? words.district('office') })
