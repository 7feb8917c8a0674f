// The outcomes of one chat's mail as a document, which also holds the chat on or lets go of it.

import type { ChatRef } from '../app/message.ts'
import type { Delivered } from '../app/ports/outbox.ts'
import type { CommitDocument, DocumentRow } from './round.ts'

/** The outcomes of one chat's mail, and until when the rest of its lease is held; null lets go of the chat. */
export type Outcomes = {
  readonly chat: ChatRef
  readonly outcomes: readonly Delivered[]
  readonly until: number | null
}

export const outcomeDocument = ({ chat, outcomes, until }: Outcomes): CommitDocument => ({
  now: 0,
  marks: outcomes.map(markRow),
  holds: [[chat, until]],
})

const markRow = (outcome: Delivered): DocumentRow => [
  ...[outcome.id, outcome.state],
  ...(outcome.state === 'sent' ? [outcome.message] : [null]),
  ...(outcome.state === 'queued' ? [outcome.dueAt, outcome.pauseMs, outcome.isAttempt ? 1 : 0] : []),
]
