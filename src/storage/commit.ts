// Commits as one batch, one or many: at most twelve statements, each with the rows of all of them in one JSON
// parameter. The order matters: the incoming ids first (a repeat), then the guards (a lost race).

import type { Card, Commit, Enrolment } from '../app/ports/commit.ts'
import type { Filing } from '../engine/filing.ts'
import { cellStatements, textStatements } from './changes.ts'
import { importStatements } from './import-filing.ts'
import { writeBody } from './rows.ts'
import { type Cells, documentAt, eachRow, type Statement, type Whole } from './sql.ts'
import { writeCard } from './stored-card.ts'
import { writeFocus } from './stored-focus.ts'

/** A commit, and until when its committer holds the mail that it causes; null when nobody does. */
export type Writing = { readonly commit: Commit; readonly leaseUntil: number | null }

/** Commits that share a batch have nothing in common: no incoming id, no filing, no chat. */
export const commitStatements = (writings: readonly Writing[]): readonly Statement[] => {
  const commits = writings.map(({ commit }) => commit)
  const filings = commits.flatMap(each => each.filings)
  const changes = filings.map(({ filing, changes }) => ({ filing: filing.id, changes }))
  return [
    ...eachRow(
      insertIncoming,
      commits.map(({ incoming }) => [incoming.channel, incoming.id, incoming.at, incoming.chat ?? null]),
    ),
    ...commits.flatMap(({ enrol, incoming }) => (enrol ? enrolment(enrol, incoming.at) : [])),
    ...eachRow(insertGuards, commits.flatMap(guarded)),
    ...commits.flatMap(({ previous }) => (previous ? importStatements(previous) : [])),
    ...cellStatements(changes),
    ...textStatements(changes),
    ...eachRow(
      upsertStanding,
      filings.map(({ filing: { id, unit }, standing: { state, open, errors, next, touchedAt } }) => [
        id,
        unit,
        state,
        open,
        errors,
        next,
        touchedAt,
      ]),
    ),
    ...eachRow(
      insertAudit,
      filings.flatMap(({ filing: { id }, audit }) =>
        audit.map(a => [id, a.n, a.at, a.by, a.channel, a.what, a.cell, a.old, a.new, a.hash]),
      ),
    ),
    ...eachRow(
      insertSnapshot,
      filings.flatMap(({ filing, expected, snapshot }) =>
        snapshot === undefined ? [] : [{ cells: [filing.id, expected + 1], documents: [snapshot] }],
      ),
    ),
    ...eachRow(
      upsertFocus,
      commits.flatMap(({ focus: f }) =>
        f ? [{ cells: [f.person, f.chat, f.filing, f.card, f.asked], documents: [writeFocus(f.focus)] }] : [],
      ),
    ),
    ...eachRow(
      insertCard,
      commits.flatMap(({ card }) => (card ? [cardRow(card)] : [])),
    ),
    ...eachRow(insertMail, writings.flatMap(mailRows)),
    ...eachRow(
      insertFault,
      commits.flatMap(({ fault, incoming }) =>
        fault === undefined ? [] : [[fault, incoming.channel, incoming.id, incoming.at]],
      ),
    ),
  ]
}

const isYearAfter = (filing: Filing, before: Filing): boolean =>
  filing.unit === before.unit && filing.obligation === before.obligation && filing.year === before.year + 1

const guarded = ({ filings, focus, previous }: Commit): readonly Cells[] => {
  if (previous && !filings.some(({ filing }) => isYearAfter(filing, previous.filing)))
    throw new TypeError('last year\u2019s report without the guard of this year\u2019s')
  if (focus && !filings.some(({ filing }) => filing.id === focus.filing))
    throw new TypeError('a focus without the guard of its filing')
  return filings.map(({ filing, expected, auditHead }) => [
    filing.id,
    expected,
    filing.revision,
    auditHead,
    focus?.filing === filing.id ? focus.person : null,
  ])
}

const cardRow = (card: Card): Whole => ({
  cells: [card.id, card.chat, card.person, card.filing, card.at],
  documents: writeCard(card),
})

/** Nothing is held from the first row on that edits one of the same commit: that one's message must be known first. */
const mailRows = ({ commit: { outbox, incoming }, leaseUntil }: Writing): readonly Whole[] => {
  const places = new Map<string, number>()
  const waiting = new Set<string>()
  const own = new Set(outbox.map(({ id }) => id))
  return outbox.map(mail => {
    const { id, to, kind, edits } = mail
    const place = (places.get(to) ?? 0) + 1
    places.set(to, place)
    if (edits !== null && own.has(edits)) waiting.add(to)
    const held = waiting.has(to) ? null : leaseUntil
    return { cells: [id, to, place, kind, edits, incoming.at, held], documents: [writeBody(mail)] }
  })
}

const insertIncoming = `INSERT INTO incoming (channel, id, at, chat)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3 FROM json_each(?1) AS j`

const insertGuards = `INSERT INTO guard (filing, expected, revision, audit_head, person)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4 FROM json_each(?1) AS j`

const upsertStanding = `INSERT INTO standing (filing, unit, state, open, errors, next_cell, touched_at)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6
  FROM json_each(?1) AS j WHERE true
  ON CONFLICT (filing) DO UPDATE SET state = excluded.state, open = excluded.open, errors = excluded.errors,
    next_cell = excluded.next_cell, touched_at = excluded.touched_at`

const insertAudit = `INSERT INTO audit (filing, n, at, "by", channel, what, cell, old, new, hash)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4, j.value ->> 5, j.value ->> 6,
    j.value ->> 7, j.value ->> 8, j.value ->> 9
  FROM json_each(?1) AS j`

const insertSnapshot = `INSERT INTO snapshot (filing, version, body)
  SELECT j.value ->> 0, j.value ->> 1, ${documentAt(2)} FROM json_each(?1) AS j`

const upsertFocus = `INSERT INTO focus (person, chat, filing, card, asked, body)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4,
    ${documentAt(5)}
  FROM json_each(?1) AS j WHERE true
  ON CONFLICT (person, chat) DO UPDATE SET filing = excluded.filing, body = excluded.body, card = excluded.card,
    asked = excluded.asked`

const insertCard = `INSERT INTO card (id, chat, person, filing, at, shown, choices)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3, j.value ->> 4,
    ${documentAt(5)}, ${documentAt(7)}
  FROM json_each(?1) AS j`

/**
 * Due at once: the channel's clock, which `at` is of, may be ahead of ours. A chat is held by the committer only when
 * nothing waits there already and it can be reached; the rows that come back say so.
 */
export const insertMail = `INSERT INTO outbox (id, chat, seq, kind, edits, at, due_at, lease_until, body)
  SELECT j.value ->> 0, j.value ->> 1,
    (SELECT coalesce(max(o.seq), 0) FROM outbox AS o WHERE o.chat = j.value ->> 1) + (j.value ->> 2),
    j.value ->> 3, j.value ->> 4, j.value ->> 5, 0,
    iif(EXISTS (SELECT 1 FROM outbox AS q WHERE q.chat = j.value ->> 1 AND q.state = 'queued')
      OR EXISTS (SELECT 1 FROM unreachable AS u WHERE u.chat = j.value ->> 1), NULL, j.value ->> 6),
    ${documentAt(7)}
  FROM json_each(?1) AS j WHERE true
  RETURNING id, lease_until AS leaseUntil,
    (SELECT edited.message_id FROM outbox AS edited WHERE edited.id = outbox.edits) AS editsMessage`

const insertFault = `INSERT INTO fault (code, channel, incoming, at)
  SELECT j.value ->> 0, j.value ->> 1, j.value ->> 2, j.value ->> 3 FROM json_each(?1) AS j`

const enrolment = (taken: Enrolment, at: number): readonly Statement[] => [
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
  // The invitation's filing takes the place of another one in this chat.
  {
    sql: `DELETE FROM focus WHERE person = ?2 AND chat = ?3
      AND filing <> (SELECT filing FROM invitation WHERE hash = ?1)`,
    params: [taken.invitation, taken.person, taken.chat],
  },
]
