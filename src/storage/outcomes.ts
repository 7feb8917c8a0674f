// The outcomes of one chat's mail as a document, which also lets go of the chat.

import type { ChatRef } from '../app/message.ts'
import type { Delivered } from '../app/ports/outbox.ts'
import type { CommitDocument, DocumentRow } from './round.ts'

/** The outcomes of one chat's mail. Without any the chat is only released. */
export type Outcomes = { readonly chat: ChatRef; readonly outcomes: readonly Delivered[] }

export const outcomeDocument = ({ chat, outcomes }: Outcomes): CommitDocument => ({
  now: 0,
  marks: outcomes.map(markRow),
  freed: [chat],
})

const markRow = (outcome: Delivered): DocumentRow => [
  outcome.id,
  outcome.state,
  outcome.state === 'sent' ? outcome.message : null,
  outcome.state === 'queued' ? outcome.dueAt : null,
]
