// The outcomes of chats' mail as documents, which also hold the chats on or let go of them.

import type { ChatRef } from '../app/message.ts'
import type { Delivered, HoldUntil } from '../app/ports/outbox.ts'
import type { CommitDocument, DocumentRow } from './round.ts'

/** The outcomes of one chat's mail, and what is to become of the rest of its lease. */
export type Outcomes = {
  readonly chat: ChatRef
  readonly outcomes: readonly Delivered[]
  readonly hold: HoldUntil
}

/** One document for all, and one more for a chat that is named again: a later outcome of a message comes behind. */
export const outcomeDocuments = (all: readonly Outcomes[]): readonly CommitDocument[] => {
  const first = new Map<ChatRef, Outcomes>()
  const later: Outcomes[] = []
  for (const each of all) {
    if (first.has(each.chat)) later.push(each)
    else first.set(each.chat, each)
  }
  if (first.size === 0) return []
  const marks = [...first.values()].flatMap(({ outcomes }) => outcomes.map(markRow))
  const holds = [...first.values()].flatMap(({ chat, hold }) => (hold === 'as it is' ? [] : [[chat, hold]]))
  return [{ now: 0, marks, holds }, ...outcomeDocuments(later)]
}

const markRow = (outcome: Delivered): DocumentRow => [
  ...[outcome.id, outcome.state],
  ...(outcome.state === 'sent' ? [outcome.message] : [null]),
  ...(outcome.state === 'queued' ? [outcome.dueAt, outcome.pauseMs, outcome.isAttempt ? 1 : 0] : []),
]
