// Typed words as an event: a command's word, a button's label typed out, or an answer. Words sent before the question
// was on the screen are marked early and never fill its cell.

import { keysWrittenBy } from '../../engine/affected-keys.ts'
import { openIn, openSection } from '../../engine/completeness.ts'
import type { Event } from '../../engine/event.ts'
import { keysOf, sectionQuestion } from '../../engine/focus.ts'
import type { Form, SectionKey } from '../../engine/form.ts'
import { sectionOf } from '../../engine/index-of.ts'
import { movedSince } from '../../engine/shown.ts'
import { unclearRest } from '../../engine/steps/unclear-rest.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Incoming } from '../message.ts'
import type { Card } from '../ports/commit.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import type { LifeEvent } from '../ports/life-event.ts'
import { asideEvent } from './asides.ts'
import { currentName, withoutBrackets } from './button-name.ts'
import { aboutOf, cardOf, changedSince } from './card-of.ts'
import { asksForSheet, asksToSubmit, typedEvent } from './commands.ts'
import type { Elsewhere } from './interpretation.ts'
import { staffEvent } from './life/staff-words.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'card'>
  readonly catalog: Catalog
  readonly words: Words
}

export const interpretText = async (
  { conversations, catalog, words }: Deps,
  incoming: Incoming,
  seat: Seat,
  text: string,
): Promise<Event | LifeEvent | { readonly elsewhere: Elsewhere }> => {
  const form = catalog.formOf(seat.filing.form)
  const early = isEarly(incoming, seat)
  const { question } = seat.focus
  const command =
    lifeCommand(words, seat, text) ??
    commandEvent(words, form, seat, text) ??
    sectionEvent(words, form, seat, text)
  if (command && (!early || onlyLooks(command))) return command
  const isShort = !early && seat.card !== null && text.length <= longestLabel
  const card = isShort ? await cardOf(conversations, form, seat.card, seat, incoming.chat) : null
  const choice = card && labelled(card, words, withoutBrackets(text))
  const about = choice && aboutOf(card, card.choices.indexOf(choice))
  if (about && about !== seat.filing.id) return { elsewhere: about }
  const isFresh = (event: Event | LifeEvent): boolean =>
    !card || changedSince(form, card, seat, event).length === 0
  if (choice && isFresh(choice.event)) return choice.event
  const aside = asideEvent({ words: words.of(form), form, question, card }, text)
  if (aside && (early ? onlyLooks(aside) : isFresh(aside))) return aside
  return seat.awaits ? { type: 'said', text, early } : { type: 'typed', text, early }
}

/** A word of the report's life, and those that lead out of one: what was done last, and is undone, may be the hand-in. */
const lifeCommand = (words: Words, seat: Seat, text: string): Event | LifeEvent | undefined => {
  if (asksToSubmit(words, text)) return { type: 'hand-in', content: null }
  const staff = staffEvent(words, text)
  if (staff) return staff
  if (asksForSheet(words, text)) return { type: 'approval-sheet' }
  const { type } = typedEvent(words, text, seat.focus.question, undefined) ?? {}
  if (seat.awaits && (type === 'back' || type === 'later')) return { type: 'resume' }
  return type === 'undo' && seat.ground.state === 'submitted'
    ? { type: 'withdraw', content: null }
    : undefined
}

/**
 * The event of a command; of the rest none where it is not clear what it is the rest of. To close a gate clears what is
 * behind it, so a colleague's change of that is seen first.
 */
const commandEvent = (words: Words, form: Form, seat: Seat, text: string): Event | undefined => {
  const { filing, focus } = seat
  const { question, shown } = focus
  const event = typedEvent(words, text, question, hereOf(form, seat))
  const isRest = event?.type === 'open' || event?.type === 'rest'
  if (isRest && unclearRest(form, question, text)) return undefined
  const moved = event?.type === 'open' ? movedSince(form, filing, keysWrittenBy(form, event), shown) : []
  return moved.length > 0 ? { type: 'stale', keys: moved } : event
}

/** An event that may be done about a question that was not seen yet. */
const onlyLooks = ({ type }: Event | LifeEvent): boolean =>
  ['help', 'preview', 'progress', 'thanked', 'put'].includes(type)

/** The one button that says these words, now or formerly, be it with a tick before them or a figure behind. */
const labelled = ({ choices }: Card, words: Words, said: string): Card['choices'][number] | undefined => {
  const now = currentName(words, said)
  const exact = choices.find(({ label }) => label === said) ?? choices.find(({ label }) => label === now)
  if (exact || said === '') return exact
  const close = choices.filter(({ label }) => label.startsWith(`${said} `) || label === `\u2713 ${said}`)
  return close.length === 1 ? close[0] : undefined
}

const longestLabel = 40

/** A section's name leads to its next open question; where none is open, to what it holds. */
const sectionEvent = (words: Words, form: Form, { filing }: Seat, text: string): Event | undefined => {
  const said = withoutBrackets(text)
  const section = form.sections.find(({ key }) => words.form.typed(form, key).includes(said))
  if (!section) return undefined
  const open = openIn(form, filing).find(each => openSection(form, each) === section.key)
  return { type: 'put', question: open ?? sectionQuestion(section) }
}

/** The table section of the question that stands. */
const hereOf = (form: Form, { focus: { question } }: Seat): SectionKey | undefined => {
  const [key] = keysOf(question)
  const here = question.type === 'contents' ? question.section : key && sectionOf(form, key)
  return form.sections.find(each => each.key === here && each.type === 'table')?.key
}

/**
 * Whether words were sent before the question was on the screen: the same answer sent twice must not land in the
 * next cell. A chat numbers the messages of both sides in one row, so it was when its number lies between the
 * message that the question followed and the question's own. Where the numbers are evidently not of one row
 * (a gap of more than `closeBy`), nothing is concluded. A question that still waits to be sent nobody has seen. A
 * page says itself under which question it was.
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
