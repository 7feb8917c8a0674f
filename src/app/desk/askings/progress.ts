// 进度: each campaign that is open in one message; of a branch its counts and who is left.

import { standingKinds } from '../../../district/standing-kinds.ts'
import { plain, strong } from '../../conversation/compose/view.ts'
import { nameList } from '../../oversight/name-list.ts'
import { readProgress } from '../../oversight/progress-lines.ts'
import type { Asker, Asking, AskingChoice, DeskAnswer } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { rightsAt } from '../desk-of.ts'
import { countStandings } from '../standings-now.ts'
import { subjectOf } from '../subject.ts'

export const progress: Asking = async (deps, asker, asked) => {
  const subject = await subjectOf(deps, asker, asked.text)
  return subject.type === 'all' ? ofAll(deps, asker) : ofBranch(deps, asker, asked)
}

const ofAll = async (deps: DeskDeps, asker: Asker): Promise<DeskAnswer> => {
  const { campaigns, words } = deps
  const open = (await campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const read = (await Promise.all(open.map(each => readProgress(deps, asker.caller, each)))).flatMap(
    each => each ?? [],
  )
  const lines = read.flatMap(({ lines: [head = '', ...more] }) => [strong(head), ...more.map(plain)])
  // Tapped, each tells of the newest campaign.
  const left = read[0]?.open ?? 0
  const choices: readonly AskingChoice[] =
    left > 0
      ? [
          { ...choiceOf(words, 'missing', 'each'), label: words.desk('choice.open', { count: left }) },
          choiceOf(words, 'names', 'missing'),
        ]
      : []
  return {
    lines: lines.length > 0 ? lines : [plain(words.desk('progress.none'))],
    choices: [
      ...(rightsAt(asker, 'see-filing') ? [choiceOf(words, 'queue')] : []),
      ...choices,
      ...(rightsAt(asker, 'see-chased') ? [choiceOf(words, 'chase')] : []),
      ...(lines.length > 0 ? [choiceOf(words, 'ledger')] : []),
      ...(lines.length > 0 && rightsAt(asker, 'fetch-document') ? [choiceOf(words, 'totals')] : []),
      ...ways(words, 'units', 'people'),
    ],
  }
}

/** Or of one unit, which is told where it stands. */
const ofBranch = countStandings(({ words }, { standings, branch }) => {
  const left = standings.filter(standingKinds.missing)
  const about = { branch: branch?.name ?? '', count: standings.length }
  if (standings.length === 0) return { lines: [words.desk('branch.none', about)], namesBranch: true }
  if (left.length === 0) return { lines: [words.desk('branch.all', about)], namesBranch: true }
  const state = (hasBegun: boolean) => words.desk(hasBegun ? 'state.writing' : 'state.not-begun')
  const units = nameList(
    words,
    left.map(({ unit, hasBegun }) => words.desk('unit-with', { unit, with: state(hasBegun) })),
  )
  const submitted = standings.length - left.length
  return {
    lines: [words.desk('branch.left', { ...about, submitted, left: left.length, units })],
    namesBranch: true,
  }
})
