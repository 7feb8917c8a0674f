// What an incoming message means for this person's filing: an event, or nothing but a word on the tap.

import type { Event } from '../../engine/event.ts'
import { messageRef } from '../../engine/filing.ts'
import { keysOf, movedSince, sectionQuestion } from '../../engine/focus.ts'
import type { SectionKey } from '../../engine/form.ts'
import { sectionOf } from '../../engine/index-of.ts'
import { watched, writtenBy } from '../../engine/writes.ts'
import { catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Incoming } from '../message.ts'
import { renamedCard } from '../opened.ts'
import type { Replacement } from '../ports/commit.ts'
import type { Card, Conversations, Seat } from '../ports/conversations.ts'
import { figureMeant } from './cell-meant.ts'
import { commandEvent, typedEvent } from './commands.ts'
import type { Receiving } from './receive.ts'
import { type DocumentRead, fileMeant } from './sent-file.ts'

export type Meant = {
  /** Null: nothing is done. */
  readonly event: Event | null
  /** The live card that was tapped, to be edited. */
  readonly card: string | null
  /** A few words for the tap itself. */
  readonly notice: string | null
  /** What the tapped button said. */
  readonly label: string | null
  /** Last year's report that came with it. */
  readonly previous?: Replacement | undefined
}

/** `file` is what was read of a document, if one was sent. */
export const meaning = async (
  room: Receiving,
  incoming: Incoming,
  seat: Seat,
  file: DocumentRead | null = null,
): Promise<Meant> => {
  const { said, chat } = incoming
  switch (said.type) {
    case 'text':
      return only(await typed(room, incoming, seat, said.text))
    case 'choice':
      return tapped(room, incoming, seat, said)
    case 'edit':
      return only({ type: 'edited', message: messageRef(`${chat}:${said.message}`), text: said.text })
    case 'figure':
      return figureMeant(room, seat, said)
    case 'command':
      return only(commandEvent(said.name) ?? { type: 'help' })
    case 'file':
      return file
        ? { ...fileMeant(file, seat, room.environment), card: null, notice: null, label: null }
        : only({ type: 'unsupported' })
    case 'unsupported':
      return only({ type: 'unsupported' })
    default:
      return said satisfies never
  }
}

const only = (event: Event): Meant => ({ event, card: null, notice: null, label: null })

const noneFor = (notice: string): Meant => ({ event: null, card: null, notice, label: null })

/** A tap is stale only when the cells it was shown with have changed; what a client sends is never trusted. */
const tapped = async (
  { conversations, words }: Receiving,
  { chat }: Incoming,
  seat: Seat,
  { card: id, number }: { readonly card: string; readonly number: number },
): Promise<Meant> => {
  const card = await cardOf(conversations, id, seat, chat)
  const choice = card?.filing === seat.filing.id ? card.choices[number] : undefined
  if (!card || !choice) return noneFor(words.say('toast.unknown'))
  const moved = movedOn(card, seat, choice.event)
  const isLive = seat.card === card.id
  if (!isLive && (moved.length > 0 || namesNothing(choice.event))) {
    return noneFor(words.say('toast.stale'))
  }
  const live = isLive ? card.id : null
  const { event, label } = choice
  if (moved.length === 0) return { event, card: live, notice: null, label }
  return { event: { type: 'stale', keys: moved }, card: live, notice: words.say('toast.stale'), label }
}

const cardOf = async (
  conversations: Pick<Conversations, 'card'>,
  id: string,
  seat: Seat,
  chat: string,
): Promise<Card | null> => {
  const card = await conversations.card(id, seat.person.id, chat)
  return card && renamedCard(catalog.formOf(seat.filing.form), card)
}

/** Moves from wherever one stands: on a card left behind (a double tap, say) they would move something else. */
const namesNothing = ({ type }: Event): boolean =>
  type === 'next' || type === 'written' || type === 'later' || type === 'back' || type === 'undo'

/** Which of the card's cells changed since; only a choice that writes can be stale. */
const movedOn = (card: Card, seat: Seat, event: Event): readonly string[] =>
  movedSince(seat.filing, writtenBy(catalog.formOf(seat.filing.form), event), shownOn(card, seat))

/** On the live card the focus knows better: what the person edited after it was put has been seen by them. */
const shownOn = ({ id, shown }: Card, { card, filing, focus }: Seat): Card['shown'] => {
  if (card !== id) return shown
  const known = new Set(watched(catalog.formOf(filing.form), focus.question))
  const others = Object.entries(shown).filter(([key]) => !known.has(key))
  return { ...Object.fromEntries(others), ...focus.shown }
}

/** A command's word, a button's label typed out, or an answer. */
const typed = async (
  { conversations, words }: Receiving,
  incoming: Incoming,
  seat: Seat,
  text: string,
): Promise<Event> => {
  const early = isEarly(incoming, seat)
  const command = typedEvent(words, text, hereOf(seat)) ?? sectionEvent(words, seat, text)
  if (command && (!early || onlyLooks(command))) return command
  if (!early && seat.card && text.length <= longestLabel) {
    const card = await cardOf(conversations, seat.card, seat, incoming.chat)
    const choice = card && labelled(card, text.trim())
    if (card && choice && movedOn(card, seat, choice.event).length === 0) return choice.event
  }
  return { type: 'said', text, early }
}

/** What may be done about a question that was not seen yet. */
const onlyLooks = ({ type }: Event): boolean => type === 'help' || type === 'preview' || type === 'put'

/** The one button that says these words, be it with a tick before them or a figure behind. */
const labelled = ({ choices }: Card, said: string): Card['choices'][number] | undefined => {
  const exact = choices.find(({ label }) => label === said)
  if (exact || said === '') return exact
  const close = choices.filter(({ label }) => label.startsWith(`${said} `) || label === `\u2713 ${said}`)
  return close.length === 1 ? close[0] : undefined
}

/** A section's name leads there. */
const sectionEvent = (words: Words, { filing }: Seat, text: string): Event | undefined => {
  const form = catalog.formOf(filing.form)
  const section = form.sections.find(({ key }) => words.form.section(form, key, 'name') === text.trim())
  return section && { type: 'put', question: sectionQuestion(section) }
}

const longestLabel = 40

const hereOf = ({ filing, focus }: Seat): SectionKey | undefined => {
  const { question } = focus
  const form = catalog.formOf(filing.form)
  const [key] = keysOf(question)
  const here = question.type === 'contents' ? question.section : key && sectionOf(form, key)
  return form.sections.find(each => each.key === here && each.type === 'table')?.key
}

/**
 * Whether words were sent before the question was on the screen: the same answer sent twice must not land in the
 * next cell. A chat numbers the messages of both sides in one row, so it was when its number lies between the
 * message that the question followed and the question's own. Where the numbers are evidently not of one row
 * (a gap of more than `closeBy`), nothing is concluded. A question that still waits to be sent nobody has seen. A
 * page of ours says itself under which question it was.
 */
const isEarly = ({ message, page }: Incoming, { focus, asked }: Seat): boolean => {
  if (page) return page.under !== null && page.under !== asked?.id
  if (asked?.waits) return true
  const after = Number(focus.after?.split(':').at(-1) ?? Number.NaN)
  const question = Number(asked?.message ?? Number.NaN)
  const sent = Number(message ?? Number.NaN)
  return after < sent && sent < question && question - after <= closeBy
}

const closeBy = 20
