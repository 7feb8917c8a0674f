// The buttons of a question, as data: what each one would do. Words come later, in app/.

import type { Item } from './agenda.ts'
import { answers } from './answers/answers.ts'
import { type Figures, tickedNow } from './derive.ts'
import type { Choice, Label, Word } from './effect.ts'
import type { Event } from './event.ts'
import { bodyOf, type Filing } from './filing.ts'
import type { Focus, Question } from './focus.ts'
import type { CellKey, Form, Level, SectionKey, TextKey } from './form.ts'
import { cellOf, cellsBehind, gateOf, tableOf, textOf } from './index-of.ts'
import type { Remainder } from './remainder.ts'

type Screen = {
  readonly form: Form
  readonly filing: Filing
  readonly focus: Focus
  readonly figures: Figures
  readonly open: readonly Item[]
  readonly previous: Figures
  readonly level: Level | null
  /** What the asked cell's balance still wants. */
  readonly remainder: Remainder | undefined
}

/** At most this many open cells are offered the remainder; with more it would be a list, not a tap. */
const mostRemainders = 4
/** A standard wording up to this length is shown on its button. */
const shortWording = 12

/** The choices of the focus's question, then what every screen has: back, later, help. */
export const choicesFor = (screen: Screen): readonly Choice[] => [
  ...ownChoices(screen, screen.focus.question),
  ...navigation(screen.focus),
]

const ownChoices = (screen: Screen, question: Question): readonly Choice[] => {
  switch (question.type) {
    case 'welcome':
      return [
        word(screen.filing.entries.size + screen.filing.texts.size > 0 ? 'continue' : 'begin', {
          type: 'next',
        }),
        word('contents', contents(null)),
      ]
    case 'cell':
      return cellChoices(screen, question.cell)
    case 'gate':
      return gateChoices(screen, question)
    case 'text':
      return textChoices(screen, question.text)
    case 'note':
      return [word('unnote', { type: 'unnote', cell: question.cell })]
    case 'rows':
      return [
        word('confirm', { type: 'set', values: question.cells, source: 'typed', message: question.message }),
      ]
    case 'finding':
      return findingChoices(screen, question)
    case 'contents':
      return contentsChoices(screen, question)
    case 'which':
      return question.cells.map(cell => cellChoice(screen, cell))
    case 'done':
      return [
        word('preview', { type: 'preview' }),
        word('correct', contents(null)),
        word('document', { type: 'document' }),
      ]
    default:
      return question satisfies never
  }
}

const cellChoices = ({ figures, previous, remainder }: Screen, cell: CellKey): readonly Choice[] => {
  const figure = figures.get(cell)
  if (figure) {
    return [word('keep', { type: 'next' }), word('note', { type: 'put', question: { type: 'note', cell } })]
  }
  const last = previous.get(cell)
  return [
    ...(remainder ? remainderChoices(remainder.left, remainder.open) : []),
    ...(last && last.value !== null
      ? [
          {
            label: { type: 'last-year', cell, value: last.value },
            event: { type: 'set', values: [[cell, last.value]], source: 'carried' },
          } as const,
        ]
      : []),
  ]
}

/** One tap gives the whole remainder to one cell, and 0 to the other open ones. */
const remainderChoices = (left: number, open: readonly CellKey[]): readonly Choice[] => {
  if (left < 0 || open.length > mostRemainders) return []
  const give = (to: CellKey): Choice => ({
    label: { type: 'cell', cell: to, value: left },
    event: {
      type: 'set',
      values: open.map(cell => [cell, cell === to ? left : 0] as const),
      source: 'typed',
    },
  })
  if (left > 0) return open.map(give)
  return [word('rest', { type: 'set', values: open.map(cell => [cell, 0] as const), source: 'typed' })]
}

const gateChoices = (
  { form, filing, figures, level }: Screen,
  question: Extract<Question, { type: 'gate' }>,
): readonly Choice[] => {
  const gate = gateOf(form, question.gate)
  const none = word('none', { type: 'open', gate: gate.key, branches: [] })
  if (question.ticked === null) {
    const no = word('no', { type: 'open', gate: gate.key, branches: [] })
    return [
      no,
      word('yes', { type: 'put', question: { ...question, ticked: tickedNow(filing, figures, gate) } }),
    ]
  }
  const { ticked } = question
  const shown = gate.branches.filter(
    branch => question.rare || ticked.includes(branch.key) || !level || !branch.rareFor?.includes(level),
  )
  return [
    ...shown.map(
      (branch): Choice => ({
        label: { type: 'branch', branch, ticked: ticked.includes(branch.key) },
        event: { type: 'tick', gate: gate.key, branch: branch.key },
      }),
    ),
    ...(shown.length < gate.branches.length
      ? [word('rare', { type: 'put', question: { ...question, rare: true } })]
      : []),
    ...(ticked.length === 0 ? [none] : [word('chosen', { type: 'open', gate: gate.key })]),
  ]
}

const textChoices = ({ form, filing }: Screen, text: TextKey): readonly Choice[] => {
  const section = textOf(form, text)
  if (bodyOf(filing, text)) {
    return [word('written', { type: 'written', text }), word('rewrite', { type: 'rewrite', text })]
  }
  const standard: Choice = {
    label:
      section.standard && section.standard.length <= shortWording
        ? { type: 'standard', text }
        : { type: 'word', word: 'standard' },
    event: { type: 'standard', text },
  }
  return [
    ...(section.standard ? [standard] : []),
    ...(section.required ? [] : [word('omit', { type: 'omit', text })]),
  ]
}

const findingChoices = (
  screen: Screen,
  question: Extract<Question, { type: 'finding' }>,
): readonly Choice[] => {
  const parts = [...new Set(question.cells.flatMap(key => cellOf(screen.form, key).sum ?? [key]))]
  const shown = question.all
    ? parts
    : parts.filter(key => !isZero(screen, key) || question.cells.includes(key))
  return [
    ...shown.map(key => cellChoice(screen, key)),
    ...(shown.length < parts.length
      ? [word('other-cells', { type: 'put', question: { ...question, all: true } })]
      : []),
    word('leave', { type: 'later' }),
  ]
}

const contentsChoices = (
  screen: Screen,
  { section, branch }: Extract<Question, { type: 'contents' }>,
): readonly Choice[] => {
  const { form, open } = screen
  if (section === null) {
    return form.sections.map((each): Choice => {
      const left = open.filter(item => item.section === each.key).length
      const question: Question =
        each.type === 'text'
          ? { type: 'text', text: each.text }
          : { type: 'contents', section: each.key, branch: null }
      return { label: { type: 'section', section: each.key, open: left }, event: { type: 'put', question } }
    })
  }
  const { gate } = tableOf(form, section)
  if (branch !== null) {
    const found = gate.branches.find(each => each.key === branch)
    return found
      ? [...cellsBehind(found).map(cell => cellChoice(screen, cell)), word('contents', contents(section))]
      : []
  }
  const isOpen = open.some(item => item.section === section)
  return [
    ...gate.branches.map((each): Choice => {
      const label: Label = {
        type: 'branch',
        branch: each,
        ticked: cellsBehind(each).some(cell => !isZero(screen, cell)),
      }
      return { label, event: contents(section, each.key) }
    }),
    ...(isOpen ? [word('rest', { type: 'rest', section })] : []),
    word('all-zero', { type: 'open', gate: gate.key, branches: [] }),
    word('contents', contents(null)),
  ]
}

const isZero = ({ form, figures }: Screen, key: CellKey): boolean => {
  const figure = figures.get(key)
  return figure !== undefined && answers[cellOf(form, key).answer].amount(figure.value) === 0
}

const cellChoice = ({ figures }: Screen, cell: CellKey): Choice => ({
  label: { type: 'cell', cell, value: figures.get(cell)?.value },
  event: { type: 'put', question: { type: 'cell', cell } },
})

const contents = (section: SectionKey | null, branch: string | null = null): Event => ({
  type: 'put',
  question: { type: 'contents', section, branch },
})

const word = (name: Word, event: Event): Choice => ({ label: { type: 'word', word: name }, event })

const navigation = ({ question, trail }: Focus): readonly Choice[] => {
  const nav = (name: Word, event: Event): Choice => ({ ...word(name, event), nav: true })
  const waits = question.type === 'cell' || question.type === 'gate' || question.type === 'text'
  const moves =
    question.type === 'rows' ||
    question.type === 'note' ||
    question.type === 'contents' ||
    question.type === 'which'
  return [
    ...(trail.length > 0 ? [nav('back', { type: 'back' })] : []),
    ...(waits ? [nav('later', { type: 'later' })] : []),
    ...(moves ? [nav('continue', { type: 'next' })] : []),
    nav('help', { type: 'help' }),
  ]
}
