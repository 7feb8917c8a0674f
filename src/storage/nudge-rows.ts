// The rows of nudges and of what people put off, for a document.

import type { Commit } from '../app/ports/commit.ts'
import type { CommitDocument } from './round.ts'

type Lists = Pick<CommitDocument, 'nudges' | 'nudgesTold' | 'promises'>

export const nudgeRows = ({ nudges = [], nudgesTold = [], putOff, incoming }: Commit): Lists => ({
  nudges: nudges.map(({ key, campaign, filing, person, stage, day, way, outbox, state }) => [
    ...[key, campaign, filing, person, stage, day, way, outbox, state],
    incoming.at,
  ]),
  nudgesTold,
  promises: putOff ? [[putOff.filing, putOff.person, putOff.until, putOff.day, incoming.at]] : [],
})
