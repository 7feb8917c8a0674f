// A person who answers truthfully whatever the bot asks, from a report that is known: it looks up which question
// stands, checks that the screen asks just that, and types or taps the answer. It must never write anything itself.

import { expect } from 'vitest'
import type { Card, CardChoice } from '../../src/app/ports/commit.ts'
import type { Seat } from '../../src/app/ports/conversations.ts'
import { answers } from '../../src/engine/answers/answers.ts'
import { bodyOf } from '../../src/engine/body-of.ts'
import type { Filing, Value } from '../../src/engine/filing.ts'
import type { Question } from '../../src/engine/focus.ts'
import type { CellKey, Form } from '../../src/engine/form.ts'
import { branchOfGate, cellOf, cellsBehind, gateOf, sectionOf } from '../../src/engine/index-of.ts'
import { createWords, type Locale, type Words } from '../../src/i18n/words.ts'
import type { Store } from '../../src/storage/store.ts'
import type { Client, TelegramSim } from '../telegram-sim/start-telegram-sim.ts'

type Place = {
  readonly sim: TelegramSim
  readonly store: Pick<Store, 'loadSeat' | 'card'>
  readonly client: Client
  readonly form: Form
  /** What is true: figures entered (computed ones are not looked at) and texts. */
  readonly truth: Pick<Filing, 'entries' | 'texts' | 'year'> & Partial<Filing>
  /** Taps what a button offers; otherwise types every figure. */
  readonly taps: boolean
  /** What the bot speaks; Chinese when absent. */
  readonly locale?: Locale
}

export type Move = {
  /** What is asked, as `cell <key>`, `gate <key>`, `text <key>`. */
  readonly about: string
  readonly act: () => unknown
}

/** The next answer; null when nothing is left to ask. Call it at rest. */
export const nextAnswer = async (place: Place): Promise<Move | null> => {
  const { client, store } = place
  const ref = `telegram:${client.user.id}`
  const seat = await store.loadSeat(ref, ref)
  if (!seat) throw new Error('the person has no seat')
  const card = seat.card === null ? null : await store.card(seat.card, seat.person.id, ref)
  const labels = card?.choices.map(choice => choice.label) ?? []
  expect(new Set(labels).size, `labels of one card: ${labels.join(' ')}`).toBe(labels.length)
  const { question } = seat.focus
  expectOnScreen(place, seat)
  switch (question.type) {
    case 'welcome':
      return { about: 'welcome', act: tap(place, card, event => event.type === 'next') }
    case 'text':
      return text(place, seat, card, question.text)
    case 'gate':
      return gate(place, card, question)
    case 'cell':
      return cell(place, card, question.cell)
    case 'remark':
      return { about: `text ${question.text}`, act: tap(place, card, event => event.type === 'write') }
    case 'done':
      return null
    default:
      throw new Error(`nobody expects ${JSON.stringify(question)}`)
  }
}

/** A question's own words stand on the message that is said to put it. */
const expectOnScreen = (place: Place, { focus, asked }: Seat): void => {
  const { sim, client, form, truth, locale = 'zh-CN' } = place
  const words = createWords(locale)
  const said = askedWords(words, form, truth.year, focus.question)
  if (said === undefined) return
  const shown = sim.chat(client.chat.id).messages.get(Number(asked?.message))
  expect(shown?.text, 'the message that asks').toContain(said)
}

const askedWords = (words: Words, form: Form, year: number, question: Question): string | undefined => {
  const years = { year, lastYear: year - 1, nextYear: year + 1 }
  if (question.type === 'cell') {
    const key = question.cell
    const names = { ...years, row: words.form.row(form, key), column: words.form.column(form, key) }
    return words.form.cell(form, key, 'ask', names)
  }
  if (question.type !== 'gate') return undefined
  const found = gateOf(form, question.gate)
  const branch = branchOfGate(form, question.gate)
  const label = branch
    ? words.form.branch(form, branch)
    : words.form.section(form, sectionOf(form, question.gate) ?? found.section, 'name', years)
  const kind = found.first === 'any' && question.ticked !== null ? 'pick' : 'ask'
  return words.form.gate(form, question.gate, kind, { ...years, label })
}

const text = (
  place: Place,
  { filing }: Seat,
  card: Card | null,
  key: Extract<Question, { type: 'text' }>['text'],
): Move => {
  const about = `text ${key}`
  const body = bodyOf(place.form, place.truth as Filing, key) ?? ''
  if (bodyOf(place.form, filing, key))
    return { about, act: tap(place, card, event => event.type === 'written' || asksText(event)) }
  if (body === '') return { about, act: tap(place, card, event => event.type === 'omit') }
  return { about, act: () => place.client.send(body) }
}

/** The way from a text to the one that follows it, on the same card. */
const asksText = (event: CardChoice['event']): boolean =>
  event.type === 'put' && event.question.type === 'text' && !event.question.topic

const gate = (place: Place, card: Card | null, question: Extract<Question, { type: 'gate' }>): Move => {
  const about = `gate ${question.gate}`
  const { branches } = gateOf(place.form, question.gate)
  const wanted = branches
    .filter(branch => cellsBehind(branch).some(key => !isZero(place, key)))
    .map(branch => branch.key)
  const none = (event: CardChoice['event']) => event.type === 'open' && event.branches.length === 0
  if (question.ticked === null) {
    const yes = (event: CardChoice['event']) => event.type === 'put'
    return { about, act: tap(place, card, wanted.length > 0 ? yes : none) }
  }
  const { ticked } = question
  const turn = branches.find(({ key }) => wanted.includes(key) !== ticked.includes(key))
  if (!turn) {
    const chosen = (event: CardChoice['event']) => event.type === 'open' && event.branches.length > 0
    return { about, act: tap(place, card, ticked.length > 0 ? chosen : none) }
  }
  const ticks = (event: CardChoice['event']) => event.type === 'tick' && event.branch === turn.key
  return { about, act: tap(place, card, ticks) }
}

const cell = (place: Place, card: Card | null, key: CellKey): Move => {
  const about = `cell ${key}`
  const offered = card?.choices.find(
    ({ event }) => event.type === 'set' && event.values.every(([each, value]) => isSame(place, each, value)),
  )
  if (place.taps && offered) return { about, act: tap(place, card, event => event === offered.event) }
  const entry = place.truth.entries.get(key)
  const value = entry?.value ?? 0
  const said = value === 0 ? '0' : answers[cellOf(place.form, key).answer].say(value)
  return { about, act: () => place.client.send(said + (entry?.note ?? '')) }
}

const tap = ({ client }: Place, card: Card | null, wanted: (event: CardChoice['event']) => boolean) => {
  const choice = card?.choices.find(({ event }) => wanted(event))
  if (!choice) throw new Error(`no such button: ${card?.choices.map(({ label }) => label).join(' ')}`)
  return () => client.tap(choice.label)
}

const amount = (form: Form, key: CellKey, value: Value): number =>
  answers[cellOf(form, key).answer].amount?.(value) ?? 0

const isZero = ({ form, truth }: Place, key: CellKey): boolean =>
  amount(form, key, truth.entries.get(key)?.value ?? 0) === 0

const isSame = ({ form, truth }: Place, key: CellKey, value: Value): boolean =>
  amount(form, key, truth.entries.get(key)?.value ?? 0) === amount(form, key, value)

/** Asserts that every figure of the report stands as it is true, blanks as 0, and each text as it was said. */
export const expectTold = (
  form: Form,
  stored: Filing,
  figures: ReadonlyMap<CellKey, Value>,
  told: Filing,
) => {
  const cells = form.sections.flatMap(section => (section.type === 'table' ? section.cells : []))
  const wrong = cells.filter(({ key, sum }) => {
    const value = told.entries.get(key)?.value
    if (sum && value === undefined) return false
    return amount(form, key, value ?? 0) !== amount(form, key, figures.get(key) ?? Number.NaN)
  })
  expect(wrong.map(({ key }) => [key, told.entries.get(key)?.value, figures.get(key)])).toEqual([])
  for (const [key] of told.texts)
    expect(plain(bodyOf(form, stored, key))).toBe(plain(bodyOf(form, told, key)))
}

const plain = (body = '') => body.replace(/\s*\n\s*/g, '\n').trim()
