// A person with several units chooses among them: a card with a button for each report of theirs and each desk, to which
// a tap leads. Nothing of any filing is changed by it, and the question that stands, stands.

import { decide, leadsToFiling, type Rights } from '../../district/access.ts'
import type { Event } from '../../engine/event.ts'
import type { Words } from '../../i18n/words.ts'
import { type DeskUnit, deskOf } from '../desk/desk-of.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, isOnTables, type Line, type Outgoing, wordsMessage } from '../message.ts'
import { admit } from '../open.ts'
import type { Received } from '../ports/channel.ts'
import { type Card, emptyCommit } from '../ports/commit.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Desks } from '../ports/desks.ts'
import type { Environment } from '../ports/environment.ts'
import type { OwnPlace, People } from '../ports/people.ts'
import { asksForUnits } from './commands.ts'
import { ownRow } from './own-message.ts'

type Deps = {
  readonly people: Pick<People, 'placesOf'>
  readonly desks: Pick<Desks, 'deskPlace'>
  readonly deliver: Pick<Deliver, 'commit'>
  readonly environment: Pick<Environment, 'id' | 'now'>
  readonly words: Words
}

const first: Event = { type: 'put', question: { type: 'welcome' } }

/** Telegram takes a hundred buttons (Bot API). */
const mostPlaces = 90

/**
 * Answers with the card where it is wanted or needed: asked for by its word, at the start, and when it is not clear where
 * words go. Null: nothing of the kind, the message is for the filing. `lost`: load the seat again.
 */
export const chooseUnit = async (
  deps: Deps,
  incoming: Incoming,
  seat: Seat,
): Promise<Received | 'lost' | null> => {
  const { input, person } = incoming
  const isAsked = asksForUnits(deps.words, input)
  const isStart = input.type === 'command' && input.name === 'start'
  const isUnclear = seat.isGuess === true && input.type !== 'choice' && !isOnTables(input)
  if (!isAsked && !isStart && !isUnclear) return null
  const desks = deskOf(await deps.desks.deskPlace(person, incoming.chat))?.desks ?? []
  const own = (await deps.people.placesOf(person))
    .filter(mayLook)
    .filter(place => isReport(place) || desks.length === 0)
  const places = own.slice(0, mostPlaces)
  const rights = admit(seat.ground, 'see-filing')
  if (places.length + desks.length > 1 && rights)
    return put(deps, incoming, seat, { places, desks, rights, isAsked, isStart })
  return isAsked && rights ? sayOnly(deps, incoming, seat, rights) : null
}

const mayLook = ({ members }: OwnPlace): boolean => {
  const [first] = members
  return first !== undefined && decide(members, 'see-filing', { id: first.unit, above: [] }) !== null
}

/** Where somebody stands above units, those are seen from the desk. */
const isReport = ({ members }: OwnPlace): boolean => members.some(({ role }) => leadsToFiling(role))

type Choice = {
  readonly places: readonly OwnPlace[]
  readonly desks: readonly DeskUnit[]
  readonly rights: Rights
  readonly isAsked: boolean
  readonly isStart: boolean
}

const put = async (
  { deliver, environment, words }: Deps,
  incoming: Incoming,
  seat: Seat,
  { places, desks, rights, isAsked, isStart }: Choice,
): Promise<Received | 'lost'> => {
  const { chat } = incoming
  const label = ({ unitName: unit, filing, form, year }: OwnPlace): string =>
    places.some(each => each.unitName === unit && each.filing !== filing)
      ? words.say('units.place', { unit, title: words.form.title(form, { year }) })
      : unit
  const atDesk = (unit: DeskUnit): string => words.desk('places.desk', { unit: unit.name })
  const said = isAsked || isStart ? null : words.say('units.unplaced')
  const now = seat.isGuess ? null : words.say('units.now', { unit: seat.unit.name })
  const texts = [
    said,
    now,
    desks.length > 0 ? words.desk('places.choose') : words.say('units.choose', { count: places.length }),
  ]
  const message: Outgoing = {
    ...wordsMessage(environment.id(), chat, linesOf(texts)),
    kind: 'ask',
    choices: [...places.map(label), ...desks.map(atDesk)].map((each, number) => ({
      ...{ number, label: each, nav: false },
    })),
  }
  const card: Card = {
    id: message.id,
    chat,
    person: seat.person.id,
    filing: seat.filing.id,
    shown: {},
    choices: [
      ...places.map(place => ({ event: first, label: label(place), filing: place.filing })),
      ...desks.map(unit => ({ event: first, label: atDesk(unit), desk: unit.id })),
    ],
    at: environment.now(),
  }
  const closing: Outgoing = { ...wordsMessage(environment.id(), chat, []), kind: 'close', edits: seat.card }
  const committed = await deliver.commit({
    ...emptyCommit(incoming),
    rights,
    seen: [{ filing: seat.filing.id, expected: seat.filing.version, state: seat.ground.state }],
    position: {
      person: seat.person.id,
      chat,
      filing: seat.isGuess ? null : seat.filing.id,
      expected: seat.placeVersion,
      focus: seat.focus,
      card: message.id,
      asked: seat.asked?.id ?? null,
    },
    card,
    outbox: [...ownWords(incoming), message, ...(seat.card === null ? [] : [closing])],
  })
  return committed === 'lost' ? 'lost' : { repeat: committed === 'repeat', notice: null }
}

const sayOnly = async (
  { deliver, environment, words }: Deps,
  incoming: Incoming,
  { unit, filing, ground }: Seat,
  rights: Rights,
): Promise<Received | 'lost'> => {
  const lines = linesOf([words.say('units.one', { unit: unit.name })])
  const outbox = [...ownWords(incoming), wordsMessage(environment.id(), incoming.chat, lines)]
  const seen = [{ filing: filing.id, expected: filing.version, state: ground.state }]
  const committed = await deliver.commit({ ...emptyCommit(incoming), rights, seen, outbox })
  return committed === 'lost' ? 'lost' : { repeat: committed === 'repeat', notice: null }
}

const ownWords = (incoming: Incoming): readonly Outgoing[] =>
  incoming.input.type === 'text' ? ownRow(incoming, incoming.input.text, null) : []

const linesOf = (texts: readonly (string | null)[]): readonly Line[] =>
  texts.flatMap(text => (text === null ? [] : [{ text, style: 'plain' as const }]))
