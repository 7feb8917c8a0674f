// The words of a question.

import { bodyOf } from '../../../engine/body-of.ts'
import type { Ask, Effect } from '../../../engine/effect.ts'
import type { Question } from '../../../engine/focus.ts'
import type { CellKey, TextKey } from '../../../engine/form.ts'
import { cellOf, gateOf, tableOf } from '../../../engine/index-of.ts'
import { blocks, isUnanswered } from '../../../engine/rules/finding.ts'
import type { Input, Line } from '../../message.ts'
import { cellName, findingWords, sayValue } from '../../words-for.ts'
import { doubtLines } from './import-lines.ts'
import { tableLines } from './table-lines.ts'
import { gateName, plain, shorten, strong, type View, valueIn } from './view.ts'
import { welcomeLines } from './welcome-lines.ts'

/** The words of a question. `said` is what the same message says before it. */
export const askLines = (view: View, ask: Ask, said: readonly Effect[]): readonly Line[] => {
  const { words, form } = view
  const { question } = ask
  switch (question.type) {
    case 'welcome':
      return welcomeLines(view, ask.open.length, ask.findings.filter(blocks).length)
    case 'cell':
      return cellLines(view, ask, question.cell)
    case 'gate':
      return [strong(gateWords(view, question))]
    case 'text':
      return textLines(
        view,
        question.text,
        said.some(effect => effect.type === 'wrote'),
      )
    case 'remark': {
      const name = words.form.text(form, question.text, 'name', view.years)
      return [strong(words.say('ask.remark', { said: shorten(question.body), name }))]
    }
    case 'note':
      return [
        plain(
          words.say('ask.note', {
            name: cellName(words, form, question.cell),
            value: standing(view, question.cell),
          }),
        ),
      ]
    case 'rows':
      return [...tableLines(view, question.cells), strong(words.say('ask.rows'))]
    case 'finding':
      return ask.finding
        ? [
            plain(findingWords(words, form, ask.finding, key => valueIn(view, key))),
            ...hintLines(view, ask),
            strong(words.say(`ask.finding.${ask.finding.severity}`)),
          ]
        : [plain(words.say('ask.finding.gone'))]
    case 'which':
      return [strong(words.say('ask.which'))]
    case 'contents':
      return contentsLines(view, ask, question)
    case 'import':
      return doubtLines(view, question)
    case 'differing':
      return [strong(words.say('ask.differing'))]
    case 'year-end':
      return [strong(words.say('ask.year-end', view.years))]
    case 'done':
      return doneLines(view, ask)
    default:
      return question satisfies never
  }
}

/** What the keyboard should offer; null when only buttons answer. */
export const inputOf = ({ words, form }: View, question: Question): Input | null => {
  if (question.type === 'text' || question.type === 'note') {
    return { type: 'text', placeholder: words.say('placeholder.text') }
  }
  if (question.type !== 'cell') return null
  const { answer } = cellOf(form, question.cell)
  return { type: answer === 'count' ? 'number' : answer, placeholder: words.say(`placeholder.${answer}`) }
}

const cellLines = (view: View, ask: Ask, key: CellKey): readonly Line[] => {
  const { words, form, years } = view
  const cell = cellOf(form, key)
  const names = { ...years, row: words.form.row(form, key), column: words.form.column(form, key) }
  const lines = [strong(words.form.cell(form, key, 'ask', names))]
  if (ask.figure && cell.answer) {
    const now = ask.suspect === undefined ? 'ask.now' : 'ask.now.ledger'
    lines.push(plain(words.say(now, { value: standing(view, key) })))
  }
  if (ask.previous && !ask.figure) {
    const kind = cell.opening ? 'ask.carried-in' : 'ask.last-year'
    lines.push(plain(words.say(kind, { ...years, value: sayValue(form, key, ask.previous.value) })))
  }
  if (ask.remainder !== undefined) lines.push(plain(remainderWords(view, ask.remainder)))
  return lines
}

/** T305: one case stands under the wrong applicant. */
const hintLines = ({ words, form }: View, { hint }: Ask): readonly Line[] => {
  if (!hint) return []
  const [one, other] = hint.columns.map(key => words.form.column(form, key))
  return [
    plain(words.say('ask.finding.cancelling', { cases: hint.cases, one: one ?? '', other: other ?? '' })),
  ]
}

const remainderWords = ({ words }: View, left: number): string => {
  if (left < 0) return words.say('ask.remainder.over', { over: -left })
  return left === 0 ? words.say('ask.remainder.none') : words.say('ask.remainder', { left })
}

const standing = (view: View, key: CellKey): string => {
  const figure = view.figures.get(key)
  return figure ? sayValue(view.form, key, figure.value, figure.note) : ''
}

const gateWords = (view: View, question: Extract<Question, { type: 'gate' }>): string => {
  const { words, form, years } = view
  const gate = gateOf(form, question.gate)
  const kind = gate.first === 'any' && question.ticked !== null ? 'pick' : 'ask'
  return words.form.gate(form, gate.key, kind, { ...years, label: gateName(view, gate.key) })
}

const textLines = (
  { words, form, filing, years }: View,
  text: TextKey,
  isFresh: boolean,
): readonly Line[] => {
  const body = bodyOf(form, filing, text)
  const name = words.form.text(form, text, 'name', years)
  if (body === '') return [plain(words.say('ask.now.omitted', { name }))]
  if (!body) return [strong(words.form.text(form, text, 'ask', years))]
  if (isFresh) return [plain(words.say('ask.more'))]
  return [plain(words.say('ask.now.text', { name, characters: body.replace(/\s/g, '').length }))]
}

const doneLines = ({ words }: View, { findings }: Ask): readonly Line[] => {
  const count = findings.filter(isUnanswered).length
  return [
    strong(words.say('ask.done')),
    ...(count > 0 ? [plain(words.say('ask.done.warnings', { count }))] : []),
  ]
}

const contentsLines = (
  view: View,
  { open, findings }: Ask,
  { section, branch }: Extract<Question, { type: 'contents' }>,
): readonly Line[] => {
  const { words, form, years } = view
  if (section !== null && branch !== null) {
    const found = tableOf(form, section).gate.branches.find(each => each.key === branch)
    return [strong(words.say('ask.branch', { name: found ? words.form.branch(form, found) : '' }))]
  }
  if (section !== null) return [strong(words.form.section(form, section, 'ask', years))]
  const errors = findings.filter(blocks).length
  return [
    strong(
      open.length > 0 ? words.say('ask.contents.open', { count: open.length }) : words.say('ask.contents'),
    ),
    ...(errors > 0 ? [plain(words.say('ask.contents.errors', { count: errors }))] : []),
  ]
}
