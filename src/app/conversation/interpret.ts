// An incoming message as an event for this person's filing, or as nothing but a word on the tap.

import type { Event } from '../../engine/event.ts'
import { messageRef } from '../../engine/filing.ts'
import { assertNever } from '../../faults.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Incoming, Input } from '../message.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { LifeEvent } from '../ports/life-event.ts'
import { aboutOf, cardOf, changedSince } from './card-of.ts'
import { commandEvent } from './commands.ts'
import { type Interpretation, interpreted } from './interpretation.ts'
import { interpretOnTables } from './on-tables.ts'
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
    case 'block':
    case 'point':
    case 'retract':
      return interpretOnTables(deps, seat, input)
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
