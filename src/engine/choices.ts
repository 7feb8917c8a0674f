// The buttons of a question, as data: what each one would do. Words come later, in app/.

import { assertNever } from '../faults.ts'
import { answers } from './answers/answers.ts'
import { chosenIn } from './answers/choices.ts'
import { bodyOf } from './body-of.ts'
import { cellChoice, contents, word } from './choice.ts'
import { contentsChoices } from './contents-choices.ts'
import type { Ask, Choice, Word } from './effect.ts'
import type { Event } from './event.ts'
import type { Value } from './filing.ts'
import { findingChoices } from './finding-choices.ts'
import { findingQuestion, type Question, textQuestion } from './focus.ts'
import type { CellKey, Form, TextSection } from './form.ts'
import { gateChoices } from './gate-choices.ts'
import { cellOf, textOf } from './index-of.ts'
import { isByTopic, isWritten, nextTopic } from './outline.ts'
import { proposalChoices } from './proposal-choices.ts'
import type { Remainder } from './remainder.ts'
import { isUnanswered } from './rules/finding.ts'
import { mayDraft, unsaidIn } from './sentence.ts'
import { unitChoices } from './unit-choices.ts'

/** At most this many open cells are offered the remainder; with more it would be a list, not a tap. */
const mostRemainders = 4

/** The choices of a question, then what every question has: back, later, help. */
export const choicesFor = (ask: Ask): readonly Choice[] => [
  ...ownChoices(ask).map(choice => (isMain(choice) ? { ...choice, main: true as const } : choice)),
  ...navigation(ask),
]

/** Each goes on with all that was entered; a yes or a no is an answer like the other. */
const mains: ReadonlySet<Word> = new Set(['begin', 'continue', 'chosen', 'written', 'confirm', 'document'])

const isMain = ({ label }: Choice): boolean => label.type === 'word' && mains.has(label.word)

const ownChoices = (ask: Ask): readonly Choice[] => {
  const { question } = ask
  switch (question.type) {
    case 'welcome':
      return [
        word(ask.filing.entries.size + ask.filing.texts.size > 0 ? 'continue' : 'begin', {
          type: 'next',
        }),
        word('contents', contents(null)),
      ]
    case 'cell':
      return [
        ...valueChoices(ask, question),
        ...unitChoices(ask, question),
        ...cellChoices(ask, question.cell),
      ]
    case 'gate':
      return gateChoices(ask, question)
    case 'text':
      return textChoices(ask, question)
    case 'remark':
      return [
        word('write', { ...question, type: 'write' }),
        word('leave-out', { type: 'put', question: textQuestion(question.text, question.topic) }),
      ]
    case 'note':
      return [word('unnote', { type: 'unnote', cell: question.cell })]
    case 'proposal':
      return [...proposalChoices(question), word('drop', { type: 'back' })]
    case 'finding':
      return findingChoices(ask, question)
    case 'contents':
      return contentsChoices(ask, question)
    case 'import':
      return [
        word('import', { type: 'imported', draft: question.draft, sure: true }),
        word('not-import', { type: 'next' }),
      ]
    case 'year-end':
      return [word('nothing-added', { type: 'confirm-year-end' }), word('something-added', contents(null))]
    case 'differing':
    case 'which':
      return question.cells.map(cell => cellChoice(ask, cell))
    case 'done':
      return [
        ...warningChoice(ask),
        word('preview', { type: 'preview' }),
        word('contents', contents(null)),
        ...unsaidIn(ask.form, ask.filing).map(apart),
        word('document', { type: 'document' }),
      ]
    default:
      return assertNever(question)
  }
}

/** The values that a cell takes, where they are few enough for buttons: yes and no, or options to tick. */
const valueChoices = (
  { form, figure }: Ask,
  { cell, ticked }: Extract<Question, { type: 'cell' }>,
): readonly Choice[] => {
  const { answer, options = [] } = cellOf(form, cell)
  const set = (value: Value): Event => ({ type: 'set', values: [[cell, value]], source: 'typed' })
  if (answer === 'yes-no') return [word('true', set(true)), word('false', set(false))]
  if (answer !== 'choices') return []
  const now = ticked ?? chosenIn(figure?.value) ?? []
  const inOrder = (keys: readonly string[]) => options.map(({ key }) => key).filter(key => keys.includes(key))
  const toggled = (key: string) =>
    inOrder(now.includes(key) ? now.filter(each => each !== key) : [...now, key])
  return [
    ...options.map(
      (option): Choice => ({
        label: { type: 'option', option, ticked: now.includes(option.key) },
        // The list as it will be and no toggle: a double tap is one.
        event: { type: 'put', question: { type: 'cell', cell, ticked: toggled(option.key) } },
      }),
    ),
    word(now.length === 0 ? 'none' : 'chosen', set(inOrder(now))),
  ]
}

const cellChoices = (ask: Ask, cell: CellKey): readonly Choice[] => {
  const { form, figures, previous, previousRow, remainder, suspect } = ask
  const figure = figures.get(cell)
  const counts = answers[cellOf(form, cell).answer].amount !== undefined
  if (figure) {
    return [
      ...(suspect === undefined ? [] : [suspectChoice(cell, suspect, figure.note)]),
      ...(ask.isToMend ? [] : [word('keep', { type: 'next' })]),
      // A note stands behind a figure; words say all there is to say.
      ...(counts
        ? [word(figure.note ? 'renote' : 'note', { type: 'put', question: { type: 'note', cell } })]
        : []),
      ...(figure.note ? [word('unnote', { type: 'unnote', cell })] : []),
    ]
  }
  return [
    ...(remainder ? remainderChoices(form, remainder) : []),
    ...(previous && previous.value !== null
      ? [
          {
            label: { type: 'last-year', cell, value: previous.value },
            event: { type: 'set', values: [[cell, previous.value]], source: 'carried' },
          } as const,
        ]
      : []),
    ...(previousRow
      ? [
          {
            label: { type: 'last-year-row', values: previousRow },
            event: { type: 'set', values: previousRow, source: 'carried' },
          } as const,
        ]
      : []),
  ]
}

/** The figure that the ledger perhaps has; any other one is typed. */
const suspectChoice = (cell: CellKey, value: Value, note: string | null): Choice => ({
  label: { type: 'cell', cell, value },
  event: { type: 'set', values: [[cell, value, note]], source: 'typed' },
})

/** One tap gives the whole remainder to one cell, and 0 to the other open ones; not before a first one is known. */
const remainderChoices = (form: Form, { left, value, whole, open }: Remainder): readonly Choice[] => {
  const zeroOf = (cell: CellKey): Value => answers[cellOf(form, cell).answer].zero ?? 0
  if (value === undefined || left < 0 || open.length > mostRemainders || (left === whole && open.length > 1))
    return []
  const give = (to: CellKey): Choice => ({
    label: { type: 'cell', cell: to, value },
    event: {
      type: 'set',
      values: open.map(cell => [cell, cell === to ? value : zeroOf(cell)] as const),
      source: 'typed',
    },
  })
  if (left > 0) return open.map(give)
  const zeros = open.map(cell => [cell, zeroOf(cell)] as const)
  return [word('rest', { type: 'set', values: zeros, source: 'typed' })]
}

const textChoices = (ask: Ask, { text, topic }: Extract<Question, { type: 'text' }>): readonly Choice[] => {
  const { form, filing, following } = ask
  const section = textOf(form, text)
  const sentence = mayDraft(form, filing, section) ? [sentenceChoice(section, topic)] : []
  const topics = topicChoices(ask, section, topic)
  if (bodyOf(form, filing, text)) {
    return [
      ...(following
        ? followingChoices(ask, following)
        : ask.isToMend
          ? []
          : [word('written', { type: 'written', text })]),
      word('rewrite', { type: 'rewrite', text }),
      ...sentence,
      ...topics,
    ]
  }
  const standard: Choice = { label: { type: 'standard', text }, event: { type: 'standard', text } }
  return [
    // The standard wording says all there is to say.
    ...(section.standard ? [standard] : sentence),
    ...topics,
    ...(section.required ? [] : [word('omit', { type: 'omit', text })]),
  ]
}

/** The choices of the next question, and a way to write it where it is a text. */
const followingChoices = (ask: Ask, following: Question): readonly Choice[] => [
  ...ownChoices({ ...ask, question: following, following: undefined }),
  ...(following.type === 'text' ? [writeChoice(following)] : []),
]

const writeChoice = (question: Extract<Question, { type: 'text' }>): Choice => ({
  label: { type: 'write', text: question.text },
  event: { type: 'put', question },
})

/** The other topics, for whoever writes topic by topic; otherwise the way there, where the text may go that way. */
const topicChoices = (
  { form, filing }: Ask,
  { text, outline = [] }: TextSection,
  now: string | undefined,
): readonly Choice[] => {
  const put = (topic: string): Event => ({ type: 'put', question: { type: 'text', text, topic } })
  if (now === undefined) {
    const next = isByTopic(form, filing, text) ? nextTopic(form, filing, text) : undefined
    return next ? [word('by-topic', put(next.key))] : []
  }
  return outline
    .filter(({ key }) => key !== now)
    .map(topic => ({
      label: { type: 'topic', text, topic, written: isWritten(form, filing, text, topic) },
      event: put(topic.key),
    }))
}

const sentenceChoice = ({ text }: TextSection, topic?: string): Choice => ({
  label: { type: 'sentence', text },
  event: { type: 'sentence', text, ...(topic !== undefined && { topic }) },
})

const apart = ({ text }: TextSection): Choice => ({
  label: { type: 'sentence', text, apart: true },
  event: { type: 'sentence', text },
})

const warningChoice = ({ findings }: Ask): readonly Choice[] => {
  const first = findings.find(isUnanswered)
  return first ? [word('warnings', { type: 'put', question: findingQuestion(first) })] : []
}

const navigation = ({ question, canGoBack }: Ask): readonly Choice[] => {
  const nav = (name: Word, event: Event): Choice => ({ ...word(name, event), nav: true })
  const waits =
    question.type === 'cell' ||
    question.type === 'gate' ||
    question.type === 'text' ||
    question.type === 'year-end'
  const moves =
    question.type === 'proposal' ||
    question.type === 'note' ||
    question.type === 'contents' ||
    question.type === 'differing' ||
    question.type === 'which'
  return [
    ...(canGoBack ? [nav('back', { type: 'back' })] : []),
    ...(waits ? [nav('later', { type: 'later' })] : []),
    ...(moves ? [nav('continue', { type: 'next' })] : []),
    nav('help', { type: 'help' }),
  ]
}
