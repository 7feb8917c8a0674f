// One message, end to end: load the seat, apply the step, compose the words, commit all of it or nothing.

import { reportOf } from '../../document/report.ts'
import type { Context } from '../../engine/context.ts'
import { diff, type Filing, type FilingId, type MessageRef, messageRef } from '../../engine/filing.ts'
import type { Known } from '../../engine/known.ts'
import { review } from '../../engine/review.ts'
import { step } from '../../engine/step.ts'
import { fault, isFault } from '../../faults.ts'
import { catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { auditLines, type Seal } from '../audit.ts'
import { knownOf } from '../known-of.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import { renamedSeat } from '../opened.ts'
import type { Receive, Received } from '../ports/channel.ts'
import { type Commit, emptyCommit, type Standing } from '../ports/commit.ts'
import type { Conversations, Seat } from '../ports/conversations.ts'
import type { Environment, Log } from '../ports/environment.ts'
import type { Registry } from '../ports/registry.ts'
import { asksForWeb } from './commands.ts'
import { type View, viewOf } from './compose/view.ts'
import { compose } from './compose.ts'
import { codeOf, enrol, turnAway } from './enrol.ts'
import { type Meant, meaning } from './interpret.ts'
import { keptWords } from './own-message.ts'
import { type DocumentRead, fileRead, type ReadDocument } from './sent-file.ts'
import { offerWeb } from './web-link.ts'

export type Receiving = {
  readonly conversations: Pick<Conversations, 'loadSeat' | 'card'>
  readonly registry: Pick<Registry, 'invitation' | 'invite'>
  readonly deliver: Pick<Deliver, 'commit' | 'wake' | 'quiet' | 'isQuiet'>
  readonly environment: Environment
  readonly words: Words
  readonly seal: Seal
  readonly log: Log
  readonly readDocument: ReadDocument
  /** Where a code is taken in a browser; absent when nobody could reach it. */
  readonly webLink?: ((code: string) => string) | undefined
  /** Told of each filing that a commit changed: its colleagues' pages look again. */
  readonly changed?: (filing: FilingId) => void
}

/** A person who answers before our reply is out waits for it this long at most, so that questions keep their order. */
const longestWaitMs = 3_000

/**
 * Take one message in. What fails for want of the database rejects, so that the sender repeats it; what fails
 * otherwise is ours: it is recorded without its words, apologised for, and blocks nobody.
 */
export const createReceive =
  (room: Receiving): Receive =>
  async incoming => {
    const { deliver, environment } = room
    const { chat } = incoming
    if (!deliver.isQuiet(chat)) await Promise.race([deliver.quiet(chat), environment.sleep(longestWaitMs)])
    const received = await taken(room, incoming)
    if (received.repeat) deliver.wake(chat) // its mail may not have been sent
    return received
  }

const taken = async (room: Receiving, incoming: Incoming): Promise<Received> => {
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
  const { deliver, environment, words, log } = room
  const fault = isFault(error) ? `${error.code}` : error instanceof Error ? error.name : 'unknown'
  log('receive.failed', { fault, channel: incoming.channel, id: incoming.id })
  const outbox = [
    wordsMessage(environment.id(), incoming.chat, [{ text: words.say('failed'), style: 'plain' }]),
  ]
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox, fault })
  return { repeat: committed === 'repeat', notice: null }
}

/** How often a message is applied anew because somebody else wrote first (design section 3). */
const attempts = 5

/** Take in a message of somebody who has a seat. Null when they have none. */
const receiveSeated = async (room: Receiving, incoming: Incoming): Promise<Received | null> => {
  let file: DocumentRead | null = null
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await room.conversations.loadSeat(incoming.person, incoming.chat)
    if (!stored) return null
    if (asksForWeb(room.words, incoming.said)) return offerWeb(room, incoming, stored)
    const seat = renamedSeat(catalog.formOf(stored.filing.form), stored)
    if (incoming.said.type === 'file') file ??= await fileRead(room.readDocument, incoming.said)
    const meant = await meaning(room, incoming, seat, file)
    const commit = await commitOf(room, incoming, seat, stored.filing, meant)
    const committed = await room.deliver.commit(commit)
    if (committed === 'done') for (const { filing } of commit.filings) room.changed?.(filing.id)
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
  const { environment, words, seal } = room
  const { filing } = seat
  const { channel } = incoming
  const base = emptyCommit(incoming)
  if (!meant.event) return base
  const now = environment.now()
  const form = catalog.formOf(filing.form)
  const { previous } = meant
  const known = knownOf(previous ? { ...seat, previous: previous.filing } : seat, environment, now)
  const stepped = step(form, filing, seat.focus, meant.event, contextOf(incoming, seat, known, now))
  const after = { ...stepped.filing, version: filing.version + 1 }
  const view = viewOf(words, form, after, seat.unit)
  const composed = compose(view, stepped.effects, {
    chat: incoming.chat,
    seat,
    tapped: incoming.page && meant.event.type !== 'tick' ? null : meant.card,
    id: environment.id,
    now,
  })
  const changes = diff(stored, after)
  const audit = await auditLines(seal, seat.auditHead, changes, { by: seat.person.id, at: now, channel })
  const wantsFile = composed.outbox.some(outgoing => outgoing.file)
  return {
    ...base,
    filings: [
      {
        filing: after,
        expected: filing.version,
        changes,
        auditHead: audit.head,
        audit: audit.lines,
        standing: standingOf(view, known, now),
        snapshot: wantsFile ? snapshotOf(view) : undefined,
      },
    ],
    focus: {
      person: seat.person.id,
      chat: incoming.chat,
      filing: filing.id,
      focus: stepped.focus,
      card: composed.asked ? (composed.card?.id ?? null) : seat.card,
      asked: composed.asked ?? seat.asked?.id ?? null,
    },
    card: composed.card ?? undefined,
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
    next: incomplete[0]?.key ?? null,
    touchedAt: now,
  }
}

const snapshotOf = ({ form, filing, unit }: View): string => JSON.stringify(reportOf(form, filing, unit))
