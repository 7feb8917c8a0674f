// Commits as documents, all that wait in one statement: the triggers of migrations/ ask the guards and spread the rows
// over the tables. It knows how a document is packed and what comes back, and not what a commit means.

import * as z from 'zod'
import { readAs } from './rows.ts'
import type { Row, Statement } from './sql.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** The columns of one row in the order of docs/decisions/0012; the places of its long texts follow them. */
export type DocumentRow = readonly Json[] | WordedRow | StandingColumns

type WordedRow = { readonly cells: readonly Json[]; readonly words: readonly string[] }

/** Columns of a filing's standing that an act sets (`stood`). */
type StandingColumns = Readonly<Record<string, string | number | null>> & { readonly filing: string }

/** The lists of an ordinary answer: its guards and its rows. */
const ordinary = [
  ...['incoming', 'filings', 'seen', 'members', 'above', 'positions'],
  ...['audit', 'cells', 'standings', 'cards', 'marks', 'holds', 'outbox'],
] as const

/** Lists that few documents have; one that does says so, and no other is searched for them. */
const further = [
  ...[
    'units',
    'root',
    'people',
    'made',
    'emptied',
    'cellsGone',
    'textsGone',
    'texts',
    'remarksGone',
    'remarks',
    'stood',
  ],
  ...[
    'remarksClosed',
    'signOffs',
    'sealed',
    'publications',
    'snapshots',
    'enrolments',
    'sessionsEnded',
    'sessions',
    'reaches',
    'duesDone',
    'dues',
    'nudges',
    'nudgesTold',
    'promises',
    'faults',
  ],
] as const

export type CommitDocument = {
  /** The instant at which invitations must be open; it is written down as that of the enrolment. */
  readonly now: number
  /** A document that cannot be taken undoes the whole batch it is in, as `database-refused` with its verdict. */
  readonly strict?: boolean
} & {
  readonly [list in (typeof ordinary)[number] | (typeof further)[number]]?:
    | readonly DocumentRow[]
    | readonly string[]
}

export type Verdict = 'done' | 'repeat' | 'lost'

/** `mail` holds the rows of the outbox that the committer holds now, in their order. */
export type Taken = {
  readonly verdict: Verdict
  readonly mail: readonly { readonly id: string; readonly editsMessage: string | null }[]
}

/**
 * One statement that takes the documents in their order, each whole or not at all. An incoming row ends with a name
 * that no other try has: stored by this very try it is `done`, by another `repeat`. A document without one is always
 * said to be `done`: it has no guards, is `strict`, or its caller looks for itself. `holder` names the process that
 * holds the mail of their lists `outbox`, `marks` and `holds`.
 */
export const roundStatement = (documents: readonly CommitDocument[], holder?: string): Statement => {
  const words: Uint8Array[] = []
  let stored = 0
  const packed = documents.map(document => {
    const from = stored
    words.push(start)
    stored += start.length
    const place = (text: string): readonly number[] => {
      const bytes = encoder.encode(text)
      words.push(bytes)
      stored += bytes.length
      return [stored - bytes.length - from + 1, bytes.length]
    }
    const rowOf = (row: DocumentRow | string): Json =>
      hasWords(row) ? [...row.cells, ...row.words.flatMap(place)] : row
    const { now, strict } = document
    const lists = Object.fromEntries(
      [...ordinary, ...further].flatMap(list => {
        const rows = document[list]
        return rows && rows.length > 0 ? [[list, rows.map(rowOf)]] : []
      }),
    )
    const more = further.some(list => list in lists)
    return {
      now,
      ...(holder && { holder }),
      ...lists,
      words: [from + 1, stored - from],
      ...(more && { more }),
      ...(strict && { strict }),
    }
  })
  return { sql: round, params: [JSON.stringify(packed), joined(words, stored)] }
}

const hasWords = (row: DocumentRow | string): row is WordedRow =>
  typeof row !== 'string' && !Array.isArray(row) && 'words' in row

/** The outcome of each document, in their order, from the rows of `roundStatement`. */
export const readRound = (rows: readonly Row[]): readonly Taken[] =>
  rows
    .map(row => readAs(taken, row, 'round'))
    .sort((a, b) => a.n - b.n)
    .map(({ verdict, mail }) => ({
      verdict,
      mail:
        verdict === 'done'
          ? readAs(held, JSON.parse(mail), 'round').map(([id, editsMessage]) => ({ id, editsMessage }))
          : [],
    }))

const taken = z.object({ n: z.int(), verdict: z.enum(['done', 'repeat', 'lost']), mail: z.string() })
const held = z.array(z.tuple([z.string(), z.string().nullable()]))

/** Two documents of one incoming id are told apart by the try that stored it. */
const round = `INSERT INTO round (n, document, words)
  SELECT key, value, substr(?2, value ->> '$.words[0]', value ->> '$.words[1]') FROM jsonb_each(?1)
  RETURNING n,
    iif(document -> '$.incoming' IS NULL, 'done', coalesce((
      SELECT iif(i.attempt = document ->> '$.incoming[0][4]', 'done', 'repeat') FROM incoming AS i
      WHERE i.channel = document ->> '$.incoming[0][0]' AND i.id = document ->> '$.incoming[0][1]'), 'lost'))
      AS verdict,
    (SELECT json_group_array(json_array(o.id, edited.message_id))
      FROM jsonb_each(document, '$.outbox') AS j
      CROSS JOIN outbox AS o ON o.id = j.value ->> 0 AND o.lease_until IS NOT NULL AND o.state = 'queued'
      LEFT JOIN outbox AS edited ON edited.id = o.edits) AS mail`

const encoder = new TextEncoder()
/** An empty text has a place too: of an empty blob even nothing is null. */
const start = encoder.encode('\n')

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
