// A question in words, and the input that its answer wants. What the step did is said elsewhere.

import { answers } from '../../../engine/answers/answers.ts'
import { bodyOf } from '../../../engine/body-of.ts'
import type { Ask, Effect } from '../../../engine/effect.ts'
import type { Question } from '../../../engine/focus.ts'
import type { AnswerType, CellKey, TextKey } from '../../../engine/form.ts'
import { cellOf, gateOf, tableOf, textOf } from '../../../engine/index-of.ts'
import { topicOf } from '../../../engine/outline.ts'
import type { Remainder } from '../../../engine/remainder.ts'
import { blocks, type Finding, isUnanswered } from '../../../engine/rules/finding.ts'
import { draftOf } from '../../../engine/sentence.ts'
import { fill } from '../../../engine/steps/text.ts'
import { assertNever } from '../../../faults.ts'
import type { BotKey } from '../../../i18n/books.ts'
import { cellName, sayValue } from '../../../i18n/cell-words.ts'
import { findingWords } from '../../../i18n/finding-words.ts'
import { dateWords } from '../../day-words.ts'
import type { InputHint, Line } from '../../message.ts'
import { cellWording } from './cell-wording.ts'
import { exampleOf } from './example-of.ts'
import { doubtLines } from './import-lines.ts'
import { proposalLines } from './proposal-lines.ts'
import { cellText, gateName, plain, quote, shorten, strong, textName, type View, valueIn } from './view.ts'
import { welcomeLines } from './welcome-lines.ts'

/** The lines of a question. `said` are the effects that the same message tells before it. */
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
      return [
        ...textLines(view, question, {
          isFresh: said.some(effect => effect.type === 'wrote'),
          isLast: ask.following === undefined,
        }),
        ...followingLines(view, ask.following),
      ]
    case 'remark': {
      const name = textName(view, question.text)
      return [strong(words.say('ask.remark', { said: shorten(question.body), name }))]
    }
    case 'note':
      return [
        plain(
          words.say('ask.note', {
            name: cellName(words, form, question.cell),
            value: cellText(view, question.cell),
          }),
        ),
      ]
    case 'proposal':
      return proposalLines(view, question)
    case 'finding':
      return ask.finding
        ? [
            plain(findingWords(words, form, ask.finding, key => valueIn(view, key))),
            ...hintLines(view, ask),
            strong(words.say(promptOf(ask.finding))),
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
      return [strong(yearEndWords(view, ask.daysLeft ?? 0))]
    case 'done':
      return doneLines(view, ask)
    default:
      return assertNever(question)
  }
}

/** The input that the keyboard should offer; null when only buttons answer. */
export const inputOf = (view: View, question: Question): InputHint | null => {
  const { words, form } = view
  if (question.type === 'text' || question.type === 'note') {
    return { type: 'text', placeholder: words.say('placeholder.text') }
  }
  if (question.type !== 'cell') return null
  const { answer } = cellOf(form, question.cell)
  if (answer === 'yes-no' || answer === 'choices') return null
  return {
    type: hints[answer],
    placeholder: words.say(`placeholder.${answer}`, { example: exampleOf(view, answer) }),
  }
}

/** The input of each kind of answer that buttons alone do not give. */
const hints: Readonly<Record<Exclude<AnswerType, 'yes-no' | 'choices'>, InputHint['type']>> = {
  count: 'number',
  signed: 'signed',
  money: 'money',
  'money-wan': 'money-wan',
  // It may be below 0.
  decimal: 'signed',
  line: 'text',
  'web-address': 'text',
  date: 'text',
}

const cellLines = (view: View, ask: Ask, key: CellKey): readonly Line[] => {
  const { words, form, wording } = view
  const cell = cellOf(form, key)
  const lines = [strong(words.form.cell(form, key, 'ask', cellWording(view, key)))]
  if (ask.figure && cell.answer) {
    const plainNow = answers[cell.answer].amount ? 'ask.now' : 'ask.now.words'
    const now = ask.suspect === undefined ? plainNow : 'ask.now.ledger'
    lines.push(plain(words.say(now, { value: cellText(view, key) })))
  }
  if (ask.previous && !ask.figure) {
    const kind = cell.opening ? 'ask.carried-in' : 'ask.last-year'
    lines.push(plain(words.say(kind, { ...wording, value: sayValue(form, key, ask.previous.value) })))
  }
  if (ask.remainder !== undefined) lines.push(...remainderLines(view, key, ask.remainder))
  return lines
}

/** The ledger knows figures; words are compared with the tables, or only mended. */
const promptOf = ({ severity, cells, text }: Finding): BotKey => {
  if (severity !== 'error') return `ask.finding.${severity}`
  if (cells.length === 0) return 'ask.finding.error.text'
  return text === undefined ? 'ask.finding.error' : 'ask.finding.error.both'
}

/** The two columns between which cases may have been mixed up. */
const hintLines = ({ words, form }: View, { hint }: Ask): readonly Line[] => {
  if (!hint) return []
  const [one, other] = hint.columns.map(key => words.form.column(form, key))
  return [
    plain(words.say('ask.finding.cancelling', { cases: hint.cases, one: one ?? '', other: other ?? '' })),
  ]
}

/** A report's own sentence counts its things; any other amount says its unit itself. */
const remainderLines = ({ words, form }: View, key: CellKey, { left, value }: Remainder): readonly Line[] => {
  if (value === undefined) return []
  const said = sayValue(form, key, value)
  const { answer } = cellOf(form, key)
  const kind = answer === 'count' || answer === 'signed' ? 'ask.remainder' : 'ask.remainder.sum'
  if (left < 0) return [plain(words.say(`${kind}.over`, { over: said }))]
  return [plain(left === 0 ? words.say(`${kind}.none`) : words.say(kind, { left: said }))]
}

const gateWords = (view: View, question: Extract<Question, { type: 'gate' }>): string => {
  const { words, form, wording } = view
  const gate = gateOf(form, question.gate)
  const kind = gate.first === 'any' && question.ticked !== null ? 'pick' : 'ask'
  return words.form.gate(form, gate.key, kind, { ...wording, label: gateName(view, gate.key) })
}

const textLines = (
  view: View,
  { text, topic: key }: Extract<Question, { type: 'text' }>,
  { isFresh, isLast }: { readonly isFresh: boolean; readonly isLast: boolean },
): readonly Line[] => {
  const { words, form, filing, wording } = view
  const body = bodyOf(form, filing, text)
  const name = textName(view, text)
  const topic = topicOf(form, text, key)
  if (topic) return [strong(words.say('ask.topic', { name: words.form.topic(form, text, topic) }))]
  if (body === '') return [plain(words.say('ask.now.omitted', { name }))]
  if (!body) return [strong(words.form.text(form, text, 'ask', wording)), ...wordingLines(view, text)]
  if (isFresh) return [plain(words.say(isLast ? 'ask.more' : 'ask.more.following'))]
  const characters = body.replace(/\s/g, '').length
  return [plain(words.say(isLast ? 'ask.now.text' : 'ask.now.text.following', { name, characters }))]
}

/** The topics that the text has to speak of, and the words that a button would put in. */
const wordingLines = ({ words, form, filing, unit }: View, text: TextKey): readonly Line[] => {
  const section = textOf(form, text)
  const topics = section.outline?.map(topic => words.form.topic(form, text, topic)).join(words.say('list'))
  const standard = fill(section.standard ?? '', unit.name, filing.year)
  const draft = section.standard ? undefined : draftOf(form, filing, section)
  return [
    ...(topics ? [plain(words.say('ask.outline', { topics }))] : []),
    ...(standard.length > asShortAsAButton ? [quote(standard)] : []),
    ...(draft ? [plain(words.say('ask.draft')), quote(draft)] : []),
  ]
}

const asShortAsAButton = 5

/** The question whose buttons stand on the card of a text. */
const followingLines = (view: View, following: Question | undefined): readonly Line[] => {
  if (following?.type === 'gate') return [strong(gateWords(view, following))]
  if (following?.type !== 'text') return []
  return [strong(view.words.say('ask.following', { name: textName(view, following.text) }))]
}

/** The day to which figures were entered, and the days of the year that follow it: none, one, two or more. */
const yearEndWords = ({ words, wording }: View, left: number): string => {
  const ofDay = (days: number) => {
    const day = new Date(Date.UTC(wording.year, 11, 31 - days))
    return dateWords(words, day.toISOString().slice(0, 10))
  }
  const key = (['ask.year-end', 'ask.year-end.one', 'ask.year-end.two'] as const)[left] ?? 'ask.year-end.more'
  return words.say(key, { ...wording, until: ofDay(left), from: ofDay(left - 1) })
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
  const { words, form, wording } = view
  if (section !== null && branch !== null) {
    const found = tableOf(form, section).gate?.branches.find(each => each.key === branch)
    return [strong(words.say('ask.branch', { name: found ? words.form.branch(form, found) : '' }))]
  }
  if (section !== null) return [strong(words.form.section(form, section, 'ask', wording))]
  const errors = findings.filter(blocks).length
  return [
    strong(
      open.length > 0 ? words.say('ask.contents.open', { count: open.length }) : words.say('ask.contents'),
    ),
    ...(errors > 0 ? [plain(words.say('ask.contents.errors', { count: errors }))] : []),
  ]
}
