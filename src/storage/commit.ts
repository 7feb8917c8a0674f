// One commit as one batch: at most twelve statements for a message about a filing. Bulk rows enter through one
// JSON parameter each. The order matters: the incoming id first (a repeat), then the guards (a lost race).

import type { Card, Commit, FilingCommit } from '../app/ports.ts'
import { cellStatements, textStatements } from './changes.ts'
import { writeBody } from './rows.ts'
import type { Statement } from './sql.ts'

export const commitStatements = (commit: Commit): readonly Statement[] => {
  const { channel, id, at } = commit.incoming
  const statements: Statement[] = [{ sql: heard, params: [channel, id, at] }]
  if (commit.enrol) statements.push(...enrol(commit.enrol, at))
  if (commit.filing) statements.push(...filing(commit.filing))
  if (commit.focus) statements.push(focus(commit.focus))
  if (commit.card) statements.push(card(commit.card))
  if (commit.outbox.length > 0) statements.push(outbox(commit.outbox, at))
  if (commit.fault !== null) statements.push({ sql: failed, params: [commit.fault, channel, id, at] })
  return statements
}

const heard = 'INSERT INTO incoming (channel, id, at) VALUES (?1, ?2, ?3)'
const failed = 'INSERT INTO fault (code, channel, incoming, at) VALUES (?1, ?2, ?3, ?4)'

const enrol = (taken: NonNullable<Commit['enrol']>, at: number): readonly Statement[] => [
  {
    sql: 'INSERT INTO enrolment (invitation, at, person, account) VALUES (?1, ?2, ?3, ?4)',
    params: [taken.invitation, at, taken.person, taken.account],
  },
  {
    sql: 'INSERT INTO person (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING',
    params: [taken.person, taken.name],
  },
  {
    sql: 'INSERT INTO account (ref, person) VALUES (?1, ?2) ON CONFLICT (ref) DO UPDATE SET person = excluded.person',
    params: [taken.account, taken.person],
  },
  {
    sql: `INSERT INTO membership (person, unit, filing, at)
      SELECT ?2, unit, filing, ?3 FROM invitation WHERE hash = ?1
      ON CONFLICT (person, unit) DO UPDATE SET filing = excluded.filing, at = excluded.at`,
    params: [taken.invitation, taken.person, at],
  },
  // What they were at in this chat gives way to what they were invited to.
  {
    sql: `DELETE FROM focus WHERE person = ?2 AND chat = ?3
      AND filing <> (SELECT filing FROM invitation WHERE hash = ?1)`,
    params: [taken.invitation, taken.person, taken.chat],
  },
]

const filing = (commit: FilingCommit): readonly Statement[] => {
  const { id, unit, revision } = commit.filing
  const { state, open, errors, next, touchedAt } = commit.standing
  const statements: Statement[] = [
    {
      sql: 'INSERT INTO guard (filing, expected, revision, audit_head) VALUES (?1, ?2, ?3, ?4)',
      params: [id, commit.expected, revision, commit.auditHead],
    },
    ...cellStatements(id, commit.changes),
    ...textStatements(id, commit.changes),
    { sql: stands, params: [id, unit, state, open, errors, next, touchedAt] },
  ]
  if (commit.audit.length > 0) {
    const lines = commit.audit.map(a => [a.n, a.at, a.by, a.channel, a.what, a.cell, a.old, a.new, a.hash])
    statements.push({ sql: audited, params: [id, JSON.stringify(lines)] })
  }
  if (commit.snapshot !== null) {
    statements.push({
      sql: 'INSERT INTO snapshot (filing, version, body) VALUES (?1, ?2, ?3)',
      params: [id, commit.expected + 1, commit.snapshot],
    })
  }
  return statements
}

const stands = `INSERT INTO standing (filing, unit, state, open, errors, next_cell, touched_at)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
  ON CONFLICT (filing) DO UPDATE SET state = excluded.state, open = excluded.open, errors = excluded.errors,
    next_cell = excluded.next_cell, touched_at = excluded.touched_at`

const audited = `INSERT INTO audit (filing, n, at, "by", channel, what, cell, old, new, hash)
  SELECT ?1, j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5,
    j.value ->> 6, j.value ->> 7, j.value ->> 8
  FROM json_each(?2) AS j`

const focus = (put: NonNullable<Commit['focus']>): Statement => ({
  sql: `INSERT INTO focus (person, chat, filing, body, card, asked) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (person, chat) DO UPDATE SET filing = excluded.filing, body = excluded.body, card = excluded.card,
      asked = excluded.asked`,
  params: [put.person, put.chat, put.filing, JSON.stringify(put.focus), put.card, put.asked],
})

const card = (put: Card): Statement => ({
  sql: 'INSERT INTO card (id, chat, person, filing, shown, choices, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)',
  params: [
    put.id,
    put.chat,
    put.person,
    put.filing,
    JSON.stringify(put.shown),
    JSON.stringify(put.choices),
    put.at,
  ],
})

/** Due at once: the channel's clock, which `at` is of, may be ahead of ours. */
const outbox = (mail: Commit['outbox'], at: number): Statement => ({
  sql: `INSERT INTO outbox (id, chat, seq, kind, body, edits, at, due_at)
    SELECT j.value ->> 0, j.value ->> 1,
      (SELECT coalesce(max(o.seq), 0) FROM outbox AS o WHERE o.chat = j.value ->> 1) + j.key + 1,
      j.value ->> 2, j.value ->> 3, j.value ->> 4, ?2, 0
    FROM json_each(?1) AS j`,
  params: [JSON.stringify(mail.map(m => [m.id, m.to, m.kind, writeBody(m), m.edits])), at],
})
