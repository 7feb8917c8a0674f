// An incoming message as an event for this person's filing, or as nothing but a word on the tap.

import { bodyOf } from '../../engine/body-of.ts'
import { standsIn } from '../../engine/derive.ts'
import type { Effect } from '../../engine/effect.ts'
import type { Event } from '../../engine/event.ts'
import { messageRef } from '../../engine/filing.ts'
import { indexOf } from '../../engine/index-of.ts'
import { readFigure } from '../../engine/read-figure.ts'
import { clean } from '../../engine/steps/text.ts'
import { assertNever } from '../../faults.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Incoming, Input } from '../message.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { LifeEvent } from '../ports/life-event.ts'
import { aboutOf, cardOf, changedSince } from './card-of.ts'
import { commandEvent } from './commands.ts'
import { effectLines } from './compose/effect-lines.ts'
import { type View, viewOf } from './compose/view.ts'
import type { Interpretation } from './interpretation.ts'
import { type DocumentRead, interpretFile } from './sent-file.ts'
import { interpretText } from './typed.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'card'>
  readonly catalog: Catalog
  readonly words: Words
  readonly environment: Pick<Environment, 'id' | 'now'>
}

/** `file` was read from the document, if one was sent. */
export const interpret = async (
  deps: Deps,
  incoming: Incoming,
  seat: Seat,
  file: DocumentRead | null = null,
): Promise<Interpretation> => {
  const { input, chat } = incoming
  switch (input.type) {
    case 'text':
      return interpretWords(deps, incoming, seat, input.text)
    case 'choice':
      return interpretTap(deps, incoming, seat, input)
    case 'edit':
      return interpreted({
        type: 'edited',
        message: messageRef(`${chat}:${input.message}`),
        text: input.text,
      })
    case 'cell':
      return interpretCell(deps, seat, input)
    case 'command':
      return interpreted(unlessOutdated(seat, commandEvent(input.name) ?? { type: 'help' }))
    case 'file':
      return file
        ? { ...interpreted(null), ...interpretFile(deps, file, seat) }
        : interpreted({ type: 'unsupported' })
    case 'unsupported':
      return interpreted(unlessOutdated(seat, { type: 'unsupported' }))
    default:
      return assertNever(input)
  }
}

const interpretWords = async (
  deps: Deps,
  incoming: Incoming,
  seat: Seat,
  text: string,
): Promise<Interpretation> => {
  const read = await interpretText(deps, incoming, seat, text)
  return 'elsewhere' in read ? { ...interpreted(null), ...read } : interpreted(unlessOutdated(seat, read))
}

const interpreted = (event: Event | LifeEvent | null, notice: string | null = null): Interpretation => ({
  event,
  card: null,
  notice,
  label: null,
})

/** An answer to a question that is not known any more is no answer; all that names its own place still counts. */
const unlessOutdated = ({ isOutdated }: Seat, event: Event | LifeEvent): Event | LifeEvent =>
  isOutdated && (event.type === 'typed' || event.type === 'help' || event.type === 'unsupported')
    ? { type: 'outdated' }
    : event

/** A tap is stale only when the cells it was shown with have changed; nothing a client sends is trusted. */
const interpretTap = async (
  { conversations, catalog, words }: Deps,
  { chat }: Incoming,
  seat: Seat,
  { card: id, number }: Extract<Input, { type: 'choice' }>,
): Promise<Interpretation> => {
  const form = catalog.formOf(seat.filing.form)
  const card = await cardOf(conversations, form, id, seat, chat)
  const isLive = seat.card === id
  const about = card && aboutOf(card, number)
  if (about && about !== seat.filing.id) return { ...interpreted(null), elsewhere: about }
  if (card?.isOutdated) return { ...interpreted({ type: 'outdated' }), card: isLive ? id : null }
  const choice = card?.choices[number]
  if (!card || !choice) return interpreted(null, words.say('toast.unknown'))
  const moved = changedSince(form, card, seat, choice.event)
  if (!isLive && (moved.length > 0 || isRelative(choice.event)))
    return interpreted(null, words.say('toast.stale'))
  const live = isLive ? card.id : null
  const { event, label } = choice
  if (moved.length === 0) return { event, card: live, notice: null, label }
  return { event: { type: 'stale', keys: moved }, card: live, notice: words.say('toast.stale'), label }
}

/** Relative moves count only on the live card: on one left behind (a double tap) they would move another question. */
const isRelative = ({ type }: Event | LifeEvent): boolean =>
  type === 'next' || type === 'written' || type === 'later' || type === 'back' || type === 'undo'

/** A text that was opened as a whole. */
const interpretWhole = (
  { catalog, words }: Deps,
  seat: Seat,
  event: Extract<Event, { type: 'replaced' }>,
): Interpretation => {
  const { filing } = seat
  const stood = bodyOf(catalog.formOf(filing.form), filing, event.text) ?? ''
  const moved = { type: 'moved', keys: [event.text] } as const
  const isMoved = clean(stood) !== clean(event.shown)
  return interpreted(event, isMoved ? sayIn(viewOf(words, catalog, seat), moved) : null)
}

type Told = Exclude<Effect, { type: 'ask' | 'preview' }>

const sayIn = (view: View, effect: Told): string =>
  effectLines(view, effect)
    .map(line => line.text)
    .join('\n')

/**
 * Words typed into the printed table. Unreadable input is reported beside the cell alone and the conversation is not
 * changed; totals and cells that the form does not have are never written.
 */
const interpretCell = (
  deps: Deps,
  seat: Seat,
  { cell: key, text, shown }: Extract<Input, { type: 'cell' }>,
): Interpretation => {
  const { catalog, words } = deps
  const { filing } = seat
  const form = catalog.formOf(filing.form)
  const { cells, texts } = indexOf(form)
  const section = texts.get(key)
  if (section) return interpretWhole(deps, seat, { type: 'replaced', text: section.text, body: text, shown })
  const cell = cells.get(key)
  if (!cell || cell.sum) return interpreted(null, words.say('toast.no-cell'))
  const say = (effect: Told): string => sayIn(viewOf(words, catalog, seat), effect)
  const event = { type: 'answered', cell: cell.key, text, shown } as const
  if (standsIn(form, filing, cell.key) !== shown)
    return interpreted(event, say({ type: 'moved', keys: [cell.key] }))
  const read = readFigure(form, filing, cell.key, text)
  if (!('unread' in read)) return interpreted(event)
  const { unread: why, ...limit } = read
  const question = { type: 'cell', cell: cell.key } as const
  return interpreted(null, say({ type: 'unread', said: text, why, question, ...limit }))
}
