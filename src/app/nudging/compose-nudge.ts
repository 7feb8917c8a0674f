// A nudge as a message that carries the work: its words, the first open question with its buttons, and what puts it off.
// Answering in it is filling in. Where a question stands that is younger than a day, that one keeps the keyboard.

import type { Delay } from '../../district/nudges/delays.ts'
import { writeMoment } from '../../district/nudges/moment.ts'
import { keysWrittenBy } from '../../engine/affected-keys.ts'
import { choicesFor } from '../../engine/choices.ts'
import type { Ask } from '../../engine/effect.ts'
import type { Event } from '../../engine/event.ts'
import { type Focus, keysOf } from '../../engine/focus.ts'
import { snapshot } from '../../engine/shown.ts'
import { step } from '../../engine/step.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { askLines, inputOf } from '../conversation/compose/ask-lines.ts'
import { shownChoices } from '../conversation/compose/shown-choices.ts'
import { plain, type View, viewOf } from '../conversation/compose/view.ts'
import { dayWords } from '../day-words.ts'
import { isCard, type Line, type Outgoing, type ShownChoice, wordsMessage } from '../message.ts'
import { checkContext, presentSeat } from '../opened.ts'
import type { Card, CardChoice, PositionCommit } from '../ports/commit.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import { isLifeEvent } from '../ports/life-event.ts'
import type { Reached } from '../ports/nudges.ts'

type Deps = {
  readonly catalog: Catalog
  readonly words: Words
  readonly environment: Pick<Environment, 'id' | 'startOf'>
}

type Wanted = {
  readonly seat: Seat
  readonly reached: Reached
  readonly text: string
  /** Null: nothing can be filled in, the words go alone. */
  readonly delays: readonly Delay[] | null
  readonly isOpening: boolean
  readonly date: string
  readonly now: number
}

export type ComposedNudge = {
  /** The message first, then the cards that lose their buttons to it. */
  readonly outbox: readonly [Outgoing, ...Outgoing[]]
  readonly card: Card | undefined
  readonly position: PositionCommit | undefined
}

/** A question stands as long as this before a nudge takes its keyboard. */
const standsMs = 86_400_000

export const composeNudge = (deps: Deps, wanted: Wanted): ComposedNudge => {
  const { reached, text, delays, now } = wanted
  const { chat } = reached
  const message = wordsMessage(deps.environment.id(), chat, text.split('\n').map(plain))
  const closes = (cards: readonly (string | null)[]): readonly Outgoing[] =>
    [...new Set(cards)].flatMap(edits =>
      edits === null ? [] : [{ ...wordsMessage(deps.environment.id(), chat, []), kind: 'close', edits }],
    )
  if (delays === null) return { outbox: [message], card: undefined, position: undefined }
  const seat = presentSeat(deps.catalog.formOf(wanted.seat.filing.form), wanted.seat)
  const view = viewOf(deps.words, deps.catalog, seat)
  const isTaken = reached.askedAt === null || now - reached.askedAt >= standsMs
  const asked = isTaken ? askedOf(deps, seat, wanted.isOpening ? opening : { type: 'next' }, now) : null
  const own = asked ? questionOf(view, asked.ask, wanted.isOpening) : goOn(view)
  const choices = [...own.choices, ...delays.map(delay => delayChoice(deps, delay, wanted.date))]
  const whole: Outgoing = {
    ...message,
    kind: 'ask',
    lines: [...message.lines, ...own.lines],
    choices: choices.map(({ shown }, number) => ({ ...shown, number })),
    cells: asked ? keysOf(asked.ask.question) : [],
    input: asked ? inputOf(view, asked.ask.question) : null,
  }
  const card: Card | undefined = isCard(whole)
    ? {
        ...{ id: whole.id, chat, person: seat.person.id, filing: seat.filing.id, at: now },
        shown: snapshot(view.form, seat.filing, [
          ...whole.cells,
          ...choices.flatMap(({ event }) => (isLifeEvent(event) ? [] : keysWrittenBy(view.form, event))),
        ]),
        choices: choices.map(({ event, shown }): CardChoice => ({ event, label: shown.label })),
      }
    : undefined
  return {
    outbox: [
      whole,
      ...closes(
        asked ? [...reached.unclosed, seat.card, reached.lastNudge] : [notLive(seat, reached.lastNudge)],
      ),
    ],
    card,
    position: asked
      ? {
          ...{ person: seat.person.id, chat, filing: seat.filing.id, expected: seat.placeVersion },
          ...{ focus: asked.focus, card: card?.id ?? null, asked: whole.id },
        }
      : undefined,
  }
}

/** The question that stands keeps its buttons, even where it was put by a nudge. */
const notLive = ({ card }: Seat, nudge: string | null): string | null => (nudge === card ? null : nudge)

const opening: Event = { type: 'put', question: { type: 'welcome' } }

const askedOf = (
  { catalog, environment }: Deps,
  seat: Seat,
  event: Event,
  now: number,
): { readonly ask: Ask; readonly focus: Focus } | null => {
  const known = checkContext(catalog, seat, environment, now)
  const context = { now, by: seat.person.id, message: null, known }
  const { effects, focus } = step(catalog.formOf(seat.filing.form), seat.filing, seat.focus, event, context)
  const ask = effects.find(effect => effect.type === 'ask')
  return ask ? { ask, focus } : null
}

type Offered = { readonly event: CardChoice['event']; readonly shown: Omit<ShownChoice, 'number'> }
type Question = { readonly lines: readonly Line[]; readonly choices: readonly Offered[] }

/** Of the first screen the opening's own words say more. */
const questionOf = (view: View, ask: Ask, isOpening: boolean): Question => {
  const choices = choicesFor(ask)
  const shown = shownChoices(view, choices)
  const own = choices.flatMap(({ event }, at) => {
    const each = shown[at]
    return each ? [{ event, shown: each }] : []
  })
  return isOpening
    ? { lines: [], choices: openingChoices(view, own) }
    : { lines: askLines(view, ask, []), choices: own }
}

/** Whether the report is still this person's: yes begins it, and the other way leads to another person's name. */
const openingChoices = ({ words }: View, own: readonly Offered[]): readonly Offered[] => {
  return [
    { event: { type: 'next' }, shown: { label: words.say('staff.still-mine'), nav: false, main: true } },
    { event: { type: 'hand-over', name: null }, shown: { label: words.say('staff.change'), nav: false } },
    { event: { type: 'later' }, shown: { label: words.say('choice.later'), nav: true } },
    ...own.filter(({ event, shown }) => shown.nav && event.type !== 'later'),
  ]
}

const goOn = ({ words }: View): Question => ({
  lines: [],
  choices: [{ event: { type: 'resume' }, shown: { label: words.say('choice.continue'), nav: false } }],
})

const delayChoice = (
  { words, environment }: Pick<Deps, 'words' | 'environment'>,
  { type, until }: Delay,
  date: string,
): Offered => {
  const isTomorrow = environment.startOf(until.date) - environment.startOf(date) <= standsMs
  const key =
    type === 'next-day' ? (isTomorrow ? 'delay.tomorrow' : 'delay.next-day') : (`delay.${type}` as const)
  return {
    event: {
      type: 'put-off',
      until: environment.startOf(until.date) + until.time * minuteMs,
      moment: writeMoment(until),
      isSigning: type === 'signing',
    },
    shown: { label: words.district(key, { day: dayWords(words, until.date) }), nav: false },
  }
}

const minuteMs = 60_000
