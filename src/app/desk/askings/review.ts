// One unit's report before the office: how it stands, its figures and reasons, what changed since it was handed in before,
// and the acts that the state allows.

import { plain, quote, strong } from '../../conversation/compose/view.ts'
import type { AskingName } from '../../doors.ts'
import type { Line } from '../../message.ts'
import type { Asker, Asking, AskingChoice } from '../asking.ts'
import { ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { askingOf, openActs } from '../open-acts.ts'
import { changeLines, figureLines, noteHead, shownNotes } from '../review-lines.ts'
import { goneAnswer, type Reviewed, reviewedOf } from '../reviewed.ts'

export const review: Asking = async (deps, asker, { args: [id = ''] }) => {
  const found = await reviewedOf(deps, asker.caller, id)
  return found
    ? {
        lines: await linesOf(deps, found),
        choices: [...(await choicesOf(deps, asker, found)), ...ways(deps.words, 'queue')],
      }
    : goneAnswer(deps)
}

const linesOf = async (deps: DeskDeps, found: Reviewed): Promise<readonly Line[]> => {
  const { words } = deps
  const { unit, filing, state } = found.stood
  return [
    strong(
      words.desk('review.head', {
        unit: unit.name,
        year: filing.year,
        state: words.say(`life.name.${state}`),
      }),
    ),
    ...figureLines(deps, found),
    ...shownNotes(found).flatMap(note => [plain(noteHead(deps, note)), quote(note.body)]),
    ...(await changeLines(deps, found)),
  ]
}

const choicesOf = async (
  deps: DeskDeps,
  { caller }: Asker,
  found: Reviewed,
): Promise<readonly AskingChoice[]> => {
  const { filing, content } = found.stood
  const choice = (asking: AskingName, isMain: boolean): AskingChoice => ({
    ...{
      asking,
      args: [filing.id, `${content}`],
      label: deps.words.desk(`choice.${asking}` as 'choice.review'),
    },
    ...(isMain && { main: true }),
  })
  return [
    ...(await openActs(deps, caller, found)).map(({ act, isMain }) => choice(askingOf[act], isMain)),
    choice('read-report', false),
  ]
}
