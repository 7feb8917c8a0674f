// Effects to messages: one message for all that a step said and asked, further ones only for a preview or a file.

import { keysWrittenBy } from '../../engine/affected-keys.ts'
import { choicesFor } from '../../engine/choices.ts'
import type { Ask, Effect } from '../../engine/effect.ts'
import { keysOf } from '../../engine/focus.ts'
import { snapshot } from '../../engine/shown.ts'
import { fill } from '../../engine/steps/text.ts'
import {
  type ChatRef,
  type InputHint,
  isCard,
  type Line,
  type Outgoing,
  type ShownChoice,
  wordsMessage,
} from '../message.ts'
import type { Card, CardChoice } from '../ports/commit.ts'
import type { Seat } from '../ports/conversations.ts'
import { isLifeEvent } from '../ports/life-event.ts'
import { askLines, inputOf } from './compose/ask-lines.ts'
import { effectLines } from './compose/effect-lines.ts'
import { previewLines } from './compose/preview-lines.ts'
import { shownChoices } from './compose/shown-choices.ts'
import type { View } from './compose/view.ts'
import type { LifeChoice } from './life/life-choices.ts'
import type { LifePut } from './life/signing.ts'
import { withdrawals } from './tell-colleagues.ts'

export type Composed = {
  readonly outbox: readonly Outgoing[]
  readonly card: Card | null
  /** The outbox id of the message that puts the question; null when none was put. */
  readonly asked: string | null
  /** The outbox id of the message that says that the report passed. */
  readonly passed: string | null
}

type Place = {
  readonly chat: ChatRef
  readonly seat: Seat
  /** The live card that was tapped: it is edited instead of a new message. */
  readonly tapped: string | null
  /** The question stands on a page and is not put again behind a message of its own. */
  readonly stays?: boolean
  /** The step made a change that can be taken back. */
  readonly isUndoable?: boolean
  readonly id: () => string
  readonly now: number
  /** `YYYY-MM-DD`. */
  readonly closesOn: string
  /** The report had passed, and does so no more. */
  readonly isWithdrawn: boolean
  /** The filing's content when this step is stored. */
  readonly content: number
  /** The report's life beside the question. */
  readonly life?: LifeWords
}

/** Lines and buttons of a report's life: said before the question, below it, or a card in its place. */
export type LifeWords = {
  readonly said: readonly Line[]
  readonly lines: readonly Line[]
  readonly choices: readonly LifeChoice[]
  readonly put: LifePut | null
  /** The sheet for signatures is sent. */
  readonly hasSheet?: true
}

const noLife: LifeWords = { said: [], lines: [], choices: [], put: null }

/** The messages of a step, in the order in which they are sent. */
export const compose = (view: View, effects: readonly Effect[], place: Place): Composed => {
  const ask = effects.find(effect => effect.type === 'ask')
  const previews = effects.some(effect => effect.type === 'preview')
  const { life = noLife } = place
  const wantsFile = life.hasSheet === true || effects.some(effect => effect.type === 'document')
  const lines = [
    ...life.said,
    ...effects.flatMap(effect =>
      effect.type === 'ask' || effect.type === 'preview' ? [] : effectLines(view, effect),
    ),
  ]
  const before = [
    ...(previews ? [plainMessage(place, 'table', previewLines(view, place.closesOn))] : []),
    ...(wantsFile ? [fileMessage(view, place, lines)] : []),
  ]
  const rest = wantsFile ? [] : lines
  const stood = place.seat.focus.passed ?? null
  const said = rest.length > 0 || before.length === 0 ? [plainMessage(place, 'say', rest)] : []
  if (!ask || (place.stays && before.length > 0))
    return {
      outbox: [...before, ...said, ...withdrawn(view, place, stood)],
      card: null,
      asked: null,
      passed: stood,
    }
  const edits = before.length === 0 ? place.tapped : null
  const choices = buttonsOf(view, ask, life)
  const asked = life.put ? life.put.lines : [...askLines(view, ask, effects), ...life.lines]
  const message = askMessage(view, ask, choices, place, [...rest, ...asked], edits)
  return {
    outbox: [...before, message, ...leftBehind(view, place, edits)],
    card: cardOf(view, ask, choices, place, message),
    asked: message.id,
    passed: ask.question.type === 'done' && !life.put ? message.id : stood === edits ? null : stood,
  }
}

type Button = ShownChoice & { readonly event: CardChoice['event'] }

/** The question's own, those of the report's life, and last what every screen has. */
const buttonsOf = (view: View, ask: Ask, { choices, put }: LifeWords): readonly Button[] => {
  const known = choicesFor(ask)
  const shown = shownChoices(view, known)
  // A signed report goes on to the office; its document is beside that.
  const handsIn = choices.some(({ main }) => main)
  const all = known.map(({ event }, at) => {
    const choice = shown[at] as ShownChoice
    return { ...choice, event, ...(handsIn && event.type === 'document' && { main: undefined }) }
  })
  const more = (put?.choices ?? choices).map(({ label, event, main }) => ({
    ...{ number: 0, label, nav: false, event },
    ...(main && { main }),
  }))
  const back = {
    number: 0,
    label: view.words.say('choice.back'),
    nav: true,
    event: { type: 'resume' },
  } as const
  const ordered = put
    ? [...more, back]
    : [...all.filter(({ nav }) => !nav), ...more, ...all.filter(({ nav }) => nav)]
  return ordered.map((button, number) => ({ ...button, number }))
}

const askMessage = (
  view: View,
  ask: Ask,
  choices: readonly Button[],
  place: Place,
  lines: readonly Line[],
  edits: string | null,
): Outgoing => {
  return {
    ...plainMessage(place, 'ask', lines),
    choices: choices.map(({ event: _, ...shown }) => shown),
    cells: place.life?.put ? [] : keysOf(ask.question),
    input: place.life?.put ? wordsInput(view, place.life.put) : inputOf(view, ask.question),
    edits,
  }
}

const cardOf = (
  view: View,
  ask: Ask,
  choices: readonly Button[],
  { chat, seat, now }: Place,
  message: Outgoing,
): Card | null => {
  if (!isCard(message)) return null
  return {
    id: message.id,
    chat,
    person: seat.person.id,
    filing: seat.filing.id,
    shown: snapshot(view.form, view.filing, [
      ...keysOf(ask.question),
      ...choices.flatMap(({ event }) => (isLifeEvent(event) ? [] : keysWrittenBy(view.form, event))),
    ]),
    choices: choices.map(({ event, label }) => ({ event, label })),
    at: now,
  }
}

/** Words are awaited where a card has no buttons of its own. */
const wordsInput = ({ words }: View, { choices }: LifePut): InputHint | null =>
  choices.length > 0 ? null : { type: 'text', placeholder: words.say('placeholder.text') }

const plainMessage = (
  { id, chat, isUndoable }: Place,
  kind: Outgoing['kind'],
  lines: readonly Line[],
): Outgoing => ({
  ...wordsMessage(id(), chat, lines),
  kind,
  ...(isUndoable && (kind === 'ask' || kind === 'say') && { isUndoable }),
})

/** The card before loses its buttons; one that says what holds no more is withdrawn. A card that is edited is neither. */
const leftBehind = (view: View, place: Place, edits: string | null): readonly Outgoing[] => {
  const { card, focus } = place.seat
  const left = withdrawn(view, place, focus.passed === edits ? null : (focus.passed ?? null))
  const isClosed = card === null || edits !== null || left.some(each => each.edits === card)
  return [...left, ...(isClosed ? [] : [closing(place, card)])]
}

const withdrawn = (
  { words }: View,
  { id, chat, isWithdrawn }: Place,
  passed: string | null,
): readonly Outgoing[] => (isWithdrawn ? withdrawals(words, id, { chat, passed }) : [])

const closing = (place: Place, card: string): Outgoing => ({
  ...plainMessage(place, 'close', []),
  edits: card,
})

const fileMessage = (
  { words, form, filing, unit }: View,
  place: Place,
  lines: readonly Line[],
): Outgoing => ({
  ...plainMessage(place, 'file', lines),
  file: {
    filing: filing.id,
    content: place.content,
    format: 'docx',
    ...(place.life?.hasSheet && { document: 'approval-sheet' as const }),
    name: words.say(place.life?.hasSheet ? 'document.sheet' : 'document.name', {
      title: fill(form.title, unit.name, filing.year),
    }),
  },
})
