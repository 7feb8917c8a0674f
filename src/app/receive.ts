// One message, end to end: load the seat, apply the step, compose the words, commit all of it or nothing.

import { reportOf } from '../document/report.ts'
import { openKey } from '../engine/completeness.ts'
import type { Context } from '../engine/context.ts'
import { diff, type Filing, type MessageRef, messageRef } from '../engine/filing.ts'
import type { Known } from '../engine/known.ts'
import { review } from '../engine/review.ts'
import { step } from '../engine/step.ts'
import { fault, isFault } from '../faults.ts'
import { catalog } from '../forms/catalog.ts'
import type { Words } from '../i18n/words.ts'
import { auditLines, type Seal } from './audit.ts'
import { asksForWeb } from './commands.ts'
import { type View, viewOf } from './compose/view.ts'
import { compose } from './compose.ts'
import { codeOf, enrol, nothing, turnAway } from './enrol.ts'
import { keptWords } from './kept-words.ts'
import { knownOf } from './known-of.ts'
import { type Meant, meaning } from './meaning.ts'
import { type Incoming, wordsMessage } from './message.ts'
import type { Commit, Log, Receive, Received, Seat, Standing, Store, World } from './ports.ts'
import { renamedSeat } from './renamed-seat.ts'
import { type DocumentRead, fileRead, type ReadDocument } from './sent-file.ts'
import { offerWeb } from './web-link.ts'

export type Receiving = {
  readonly store: Store
  readonly world: World
  readonly words: Words
  readonly seal: Seal
  readonly log: Log
  readonly readDocument: ReadDocument
  /** Where a code is taken in a browser; absent when nobody could reach it. */
  readonly webLink?: ((code: string) => string) | undefined
}

/**
 * Take one message in. What fails for want of the database rejects, so that the sender repeats it; what fails
 * otherwise is ours: it is recorded without its words, apologised for, and blocks nobody.
 */
export const createReceive =
  (room: Receiving): Receive =>
  async incoming => {
    try {
      return await take(room, incoming)
    } catch (error) {
      if (isFault(error, 'database-unavailable')) throw error
      return apologise(room, incoming, error)
    }
  }

const take = async (room: Receiving, incoming: Incoming): Promise<Received> => {
  const code = codeOf(incoming)
  if (code) await enrol(room, incoming, code)
  const received = await receiveSeated(room, incoming)
  return received ?? turnAway(room, incoming, code ? 'stranger.expired' : 'stranger')
}

const apologise = async (room: Receiving, incoming: Incoming, error: unknown): Promise<Received> => {
  const { store, world, words, log } = room
  const fault = isFault(error) ? `${error.code}` : error instanceof Error ? error.name : 'unknown'
  log('receive.failed', { fault, channel: incoming.channel, id: incoming.id })
  const outbox = [wordsMessage(world.id(), incoming.chat, [{ text: words.say('failed'), style: 'plain' }])]
  const committed = await store.commit({ ...nothing(incoming), outbox, fault })
  return { repeat: committed === 'repeat', notice: null }
}

/** How often a message is applied anew because somebody else wrote first (design section 3). */
const attempts = 5

/** Take in a message of somebody who has a seat. Null when they have none. */
const receiveSeated = async (room: Receiving, incoming: Incoming): Promise<Received | null> => {
  let file: DocumentRead | null = null
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await room.store.seat(incoming.person, incoming.chat)
    if (!stored) return null
    if (asksForWeb(room.words, incoming.said)) return offerWeb(room, incoming, stored)
    const seat = renamedSeat(catalog.formOf(stored.filing.form), stored)
    if (incoming.said.type === 'file') file ??= await fileRead(room.readDocument, incoming.said)
    const meant = await meaning(room, incoming, seat, file)
    const commit = await commitOf(room, incoming, seat, stored.filing, meant)
    const committed = await room.store.commit(commit)
    if (committed !== 'lost') return { repeat: committed === 'repeat', notice: meant.notice }
  }
  throw fault('database-unavailable', 'contention')
}

/** What differs from the filing as it is stored is written, so rows of keys that were renamed move to the new ones. */
const commitOf = async (
  room: Receiving,
  incoming: Incoming,
  seat: Seat,
  stored: Filing,
  meant: Meant,
): Promise<Commit> => {
  const { world, words, seal } = room
  const { filing } = seat
  const { channel } = incoming
  const base = nothing(incoming)
  if (!meant.event) return base
  const now = world.now()
  const form = catalog.formOf(filing.form)
  const { previous = null } = meant
  const known = knownOf(previous ? { ...seat, previous: previous.filing } : seat, world, now)
  const stepped = step(form, filing, seat.focus, meant.event, contextOf(incoming, seat, known, now))
  const after = { ...stepped.filing, version: filing.version + 1 }
  const view = viewOf(words, form, after, seat.unit)
  const composed = compose(view, stepped.effects, {
    chat: incoming.chat,
    seat,
    tapped: incoming.page && meant.event.type !== 'tick' ? null : meant.card,
    id: world.id,
    now,
  })
  const changes = diff(stored, after)
  const audit = await auditLines(seal, seat.auditHead, changes, { by: seat.person.id, at: now, channel })
  const wantsFile = composed.outbox.some(outgoing => outgoing.file)
  return {
    ...base,
    filing: {
      filing: after,
      expected: filing.version,
      changes,
      auditHead: audit.head,
      audit: audit.lines,
      standing: standingOf(view, known, now),
      snapshot: wantsFile ? snapshotOf(view) : null,
    },
    focus: {
      person: seat.person.id,
      chat: incoming.chat,
      filing: filing.id,
      focus: stepped.focus,
      card: composed.asked ? (composed.card?.id ?? null) : seat.card,
      asked: composed.asked ?? seat.asked?.id ?? null,
    },
    card: composed.card,
    outbox: [...keptWords(incoming, meant), ...composed.outbox],
    previous,
  }
}

const contextOf = (incoming: Incoming, seat: Seat, known: Known, now: number): Context => {
  const { said, message, chat } = incoming
  return {
    now,
    by: seat.person.id,
    message: messageOf(said, chat, message),
    known,
  }
}

/** The message that what is said stands in: the one that was sent, or the earlier one that was edited. */
const messageOf = (said: Incoming['said'], chat: string, message: string | null): MessageRef | null => {
  if (said.type === 'edit') return messageRef(`${chat}:${said.message}`)
  return (said.type === 'text' || said.type === 'figure') && message !== null
    ? messageRef(`${chat}:${message}`)
    : null
}

const standingOf = (view: View, known: Known, now: number): Standing => {
  const { errors, incomplete } = review(view.form, view.filing, known)
  return {
    state: 'draft',
    open: incomplete.length,
    errors: errors.length,
    next: incomplete[0] ? openKey(incomplete[0]) : null,
    touchedAt: now,
  }
}

const snapshotOf = ({ form, filing, unit }: View): string => JSON.stringify(reportOf(form, filing, unit))
