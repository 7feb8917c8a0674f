// Figures shown back before they count: a small table, what is 0 beside them, the words that were not taken.

import { isNothing } from '../../../engine/answers/answers.ts'
import type { StatedFigures } from '../../../engine/filing.ts'
import type { Proposal } from '../../../engine/focus.ts'
import { cellOf, tableOf } from '../../../engine/index-of.ts'
import type { Alternatives, Rest, WrongTotal } from '../../../engine/mentions/said.ts'
import { cellName, echoValue, sayValue } from '../../../i18n/cell-words.ts'
import type { Line } from '../../message.ts'
import { tableLines } from './table-lines.ts'
import { plain, sectionName, shorten, strong, type View } from './view.ts'

/** More zeros than this are counted and not listed. */
const mostZeros = 12

export const proposalLines = (
  view: View,
  { cells, totals, unsure, rest, untaken }: Proposal,
): readonly Line[] => {
  const { words, form } = view
  const zeros = cells.filter(
    ([key, value, note]) => note === null && isNothing(cellOf(form, key).answer, value),
  )
  const isLong = zeros.length > mostZeros
  const listed = isLong ? cells.filter(each => !zeros.includes(each)) : cells
  const [first] = unsure
  return [
    ...(listed.length + totals.length > 0 ? tableLines(view, [...listed, ...totals]) : []),
    ...(isLong ? [plain(words.say('proposal.zeros', { count: zeros.length }))] : []),
    ...(rest ? [plain(words.say('proposal.rest', { name: restName(view, rest) }))] : []),
    ...untakenLines(view, untaken),
    strong(first ? whichWords(view, first) : words.say('ask.proposal')),
  ]
}

/** Of one cell the amounts are told, of several the figures. */
const whichWords = ({ words, form }: View, unsure: Alternatives): string => {
  const [[cell, ...more] = [], other = []] = unsure.map(({ cells }) => cells)
  const say = (cells: StatedFigures) =>
    cells.map(([key, value, note]) => echoValue(words, form, key, value, note)).join(words.say('list'))
  if (!cell || more.length > 0 || other[0]?.[0] !== cell[0])
    return words.say('ask.proposal.which', { figures: say(cell ? [cell, ...more] : []) })
  return words.say('ask.proposal.amount', {
    name: cellName(words, form, cell[0]),
    one: say([cell]),
    other: say(other),
  })
}

/** The words that were not taken, each quoted. */
export const untakenLines = ({ words }: View, untaken: readonly string[]): readonly Line[] => {
  const said = untaken.map(each => words.say('quoted', { said: shorten(each) })).join(words.say('list'))
  return untaken.length > 0 ? [plain(words.say('untaken', { said }))] : []
}

export const wrongTotalLines = ({ words, form }: View, totals: readonly WrongTotal[]): readonly Line[] => [
  ...totals.map(({ cell, said, sum }) =>
    plain(
      words.say('wrong-totals.one', {
        name: cellName(words, form, cell),
        said: sayValue(form, cell, said),
        sum: sayValue(form, cell, sum),
      }),
    ),
  ),
  plain(words.say('wrong-totals')),
]

/** A branch by its name, a section by its own. */
export const restName = (view: View, { section, branch }: Rest): string => {
  const found = tableOf(view.form, section).gate?.branches.find(({ key }) => key === branch)
  return found ? view.words.form.branch(view.form, found) : sectionName(view, section)
}
