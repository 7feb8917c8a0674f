// Commits through the writer, and keeps what this process remembers in step with it.

import type { Commit } from '../app/ports/commit.ts'
import type { Log } from '../app/ports/environment.ts'
import type { Leased, Mail } from '../app/ports/outbox.ts'
import type { Memory } from './memory.ts'
import type { Taken } from './round.ts'
import type { Writer } from './writer.ts'

/** With no `until` the mail of the commit is held by nobody. One that is lost is a line of the log. */
export type CommitAndLease = (commit: Commit, until: number | null) => Promise<Leased>

export const createCommitAndLease =
  (writer: Writer, memory: Memory, log: Log): CommitAndLease =>
  async (commit, leaseUntil) => {
    const { channel, id } = commit.incoming
    const taken = await writer.commit({ commit, leaseUntil })
    if (taken.verdict === 'done') memory.committed(commit)
    if (taken.verdict === 'lost') {
      memory.lost(commit)
      log('commit.lost', { channel, incoming: id })
    }
    return { committed: taken.verdict, mail: heldMail(commit, taken) }
  }

/** The committed messages whose lease the schema granted. */
const heldMail = ({ outbox }: Pick<Commit, 'outbox'>, { mail }: Taken): readonly Mail[] => {
  const held = new Map(mail.map(({ id, editsMessage }) => [id, editsMessage]))
  return outbox.flatMap(outgoing => {
    const editsMessage = held.get(outgoing.id)
    return editsMessage === undefined ? [] : { outgoing, editsMessage, attempts: 0 }
  })
}
