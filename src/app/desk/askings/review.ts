// One unit's report before the office: how it stands, its figures and reasons, what changed since it was handed in before,
// and the acts that the state allows.

import { decide } from '../../../district/access.ts'
import { type FilingAct, stateAfter } from '../../../district/lifecycle.ts'
import { mendingOf } from '../../../district/mending.ts'
import { placeNames } from '../../conversation/compose/place-names.ts'
import { plain, quote, strong } from '../../conversation/compose/view.ts'
import { isSigned, openNotes } from '../../conversation/life/life.ts'
import { signOffLines } from '../../conversation/life/sign-off-lines.ts'
import { placeLines } from '../../conversation/life/state-lines.ts'
import type { AskingName } from '../../doors.ts'
import type { Line } from '../../message.ts'
import type { StoredNote } from '../../ports/handling.ts'
import type { Asker, Asking, AskingChoice } from '../asking.ts'
import { ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { goneAnswer, type Reviewed, reviewedOf } from '../reviewed.ts'

export const review: Asking = async (deps, asker, { args: [id = ''] }) => {
  const found = await reviewedOf(deps, asker, id)
  return found
    ? {
        lines: await linesOf(deps, found),
        choices: [...(await choicesOf(deps, asker, found)), ...ways(deps.words, 'queue')],
      }
    : goneAnswer(deps)
}

const linesOf = async (
  { words, handling }: DeskDeps,
  { stood, view, judged }: Reviewed,
): Promise<readonly Line[]> => {
  const { unit, filing, state, practice, notes } = stood
  const returned = notes.findLast(({ kind }) => kind === 'return')
  const places = returned ? mendingOf(view.form, filing, notes, [returned]) : []
  const changed = await handling.changedSinceReturn(filing.id)
  const blocking = judged.errors.length
  return [
    strong(
      words.desk('review.head', {
        unit: unit.name,
        year: filing.year,
        state: words.say(`life.name.${state}`),
      }),
    ),
    ...signOffLines(
      view,
      stood,
      judged.findings.filter(({ reason }) => reason !== undefined),
      null,
    ),
    ...(blocking > 0 ? [plain(words.desk('review.errors', { count: blocking }))] : []),
    ...notes.filter(isShown).flatMap(note => noteLines(view, note)),
    ...placeLines(view, places),
    ...(changed && changed.length > 0
      ? [plain(words.desk('review.changed', { names: placeNames(view, changed) }))]
      : []),
    ...(practice === 'review-first' && !isSigned(stood) ? [plain(words.desk('review.unsigned'))] : []),
    ...(openNotes(stood, 'request').length > 0 ? [plain(words.desk('review.requested'))] : []),
  ]
}

const shown: readonly StoredNote['kind'][] = ['return', 'question', 'answer']
const isShown = ({ kind }: StoredNote): boolean => shown.includes(kind)

const noteLines = ({ words }: Reviewed['view'], { kind, body, name }: StoredNote): readonly Line[] => [
  plain(
    words.desk(`review.note.${kind as 'return' | 'question' | 'answer'}`, {
      name: name ?? words.district('office'),
    }),
  ),
  quote(body),
]

const choicesOf = async (
  { words, registry }: DeskDeps,
  { caller }: Asker,
  { stood }: Reviewed,
): Promise<readonly AskingChoice[]> => {
  const { filing, content, state, practice, unit } = stood
  const ground = await registry.unitGround(caller.type === 'person' ? caller.account : '', unit.id)
  const may = (act: FilingAct) =>
    stateAfter(state, act) !== null &&
    ground !== null &&
    decide(ground.members, act, { id: unit.id, above: ground.above }) !== null
  const choice = (asking: AskingName, main?: true): AskingChoice => ({
    ...{ asking, args: [filing.id, `${content}`], label: words.desk(`choice.${asking}` as 'choice.review') },
    ...(main && { main }),
  })
  const isDraft = practice === 'review-first' && !isSigned(stood)
  return [
    ...(openNotes(stood, 'request').length > 0 && may('grant-return') ? [choice('grant-return', true)] : []),
    ...(may('approve-filing') && !isDraft ? [choice('approve-report', true)] : []),
    ...(may('clear-filing') && isDraft && stood.clearedContent !== content
      ? [choice('clear-report', true)]
      : []),
    ...(may('return-filing') ? [choice('return-report')] : []),
    ...(may('ask-filing') ? [choice('ask-unit')] : []),
    ...(may('take-filing') ? [choice('take-report')] : []),
    ...(may('undo-approval') ? [choice('undo-approval')] : []),
    choice('read-report'),
  ]
}
