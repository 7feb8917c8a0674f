// The small world of the store's contract: one unit, one filing, two people, and commits that are quick to write.

import type { Outgoing } from '../../../src/app/message.ts'
import type { Commit, FilingCommit, Snapshot } from '../../../src/app/ports/commit.ts'
import type { Seat } from '../../../src/app/ports/conversations.ts'
import type { Delivered } from '../../../src/app/ports/outbox.ts'
import {
  apply,
  type Change,
  diff,
  type Entry,
  type Filing,
  filingId,
  type Part,
  personId,
  unitId,
  type Value,
} from '../../../src/engine/filing.ts'
import { startFocus } from '../../../src/engine/focus.ts'
import { cellKey, formId, obligationId, textKey } from '../../../src/engine/form.ts'
import type { Sql } from '../../../src/storage/sql.ts'
import type { Store } from '../../../src/storage/store.ts'
import { seeding } from '../../seeding.ts'

export const now = Date.UTC(2026, 0, 12, 1)
export const day = 86_400_000
export const unit = {
  id: unitId('u1'),
  name: 'Unit One',
  level: 'street',
  powers: { licensing: true },
} as const
export const ann = { person: personId('p-ann'), account: 'telegram:1', chat: 'telegram:1' }
export const bob = { person: personId('p-bob'), account: 'telegram:2', chat: 'telegram:2' }
export const blank: Filing = {
  id: filingId('f1'),
  unit: unit.id,
  obligation: obligationId('disclosure'),
  form: formId('disclosure-2021'),
  revision: 1,
  year: 2025,
  version: 0,
  entries: new Map(),
  texts: new Map(),
  remarks: new Map(),
}

let serial = 0
/** An id that no other call gave. */
export const fresh = (prefix: string): string => `${prefix}-${++serial}`

/** A commit in which nothing happens but that a message was heard. */
export const heard = (parts: Partial<Commit> = {}): Commit => ({
  incoming: { channel: 'telegram', id: fresh('in'), at: now },
  filings: [],
  outbox: [],
  ...parts,
})

export const say = (to: string, id: string = fresh('out'), edits: string | null = null): Outgoing => ({
  id,
  to,
  kind: 'say',
  lines: [{ text: `words of ${id}`, style: 'plain' }],
  choices: [{ number: 0, label: 'yes', nav: false }],
  cells: ['a.b.c'],
  input: { type: 'number', placeholder: '3' },
  edits,
  file: null,
})

export const entry = (value: Value, note: string | null = null): Entry => ({
  value,
  note,
  source: 'typed',
  by: ann.person,
  at: now,
  message: null,
})
export const part = (body: string): Part => ({ body, by: ann.person, at: now, message: null })

export const put = (key: string, to: Entry | undefined, from?: Entry): Change => ({
  type: 'entry',
  key: cellKey(key),
  from,
  to,
})
export const write = (key: string, to: readonly Part[] | undefined, from?: readonly Part[]): Change => ({
  type: 'text',
  key: textKey(key),
  from,
  to,
})

/** As no rules would judge. */
export const standing = {
  ...({ state: 'draft', open: 7, missing: 9, errors: 1, explained: 2, zero: false } as const),
  ...{ next: 'a.b.c', judgedWith: 'r1', touchedAt: now },
}

/** A filing's share of a commit that makes these changes to what was loaded. */
export const changed = (seat: Seat, changes: readonly Change[], snapshot?: Snapshot): FilingCommit => {
  const filing = apply(seat.filing, changes)
  const n = Number(seat.auditHead.split(':')[0] || 0) + 1
  return {
    filing,
    expected: seat.filing.version,
    state: seat.ground.state,
    changes: diff(seat.filing, filing),
    auditHead: `${n}:head`,
    audit: [
      {
        n,
        at: now,
        by: seat.person.id,
        channel: 'telegram',
        what: 'set',
        about: 'x',
        old: null,
        new: '1',
        hash: 'h',
      },
    ],
    standing,
    snapshot,
  }
}

/** Everything a commit can hold at once, for one chat. */
export const everything = (seat: Seat, who: typeof ann, changes: readonly Change[]): Commit => {
  const asked = fresh('ask')
  return heard({
    filings: [changed(seat, changes, { outline: `{"of":${seat.content + 1}}`, report: '{}' })],
    rights: { members: seat.ground.members.map(({ id }) => id), above: [] },
    position: {
      person: who.person,
      chat: who.chat,
      filing: seat.filing.id,
      expected: seat.placeVersion,
      focus: startFocus,
      card: asked,
      asked,
    },
    card: {
      id: asked,
      chat: who.chat,
      person: who.person,
      filing: seat.filing.id,
      shown: { 'a.b.c': '[1,null]' },
      choices: [{ event: { type: 'next' }, label: 'go on' }],
      at: now,
    },
    outbox: [say(who.chat), { ...say(who.chat, asked), kind: 'ask' }],
    fault: '1002',
  })
}

export const seatOf = async (store: Store, who: typeof ann = ann): Promise<Seat> => {
  const seat = await store.loadSeat(who.account, who.chat)
  if (!seat) throw new Error('nobody sits there')
  return seat
}

/** Take an invitation of its own for this person. */
export const seatAt = async (store: Store, who: typeof ann, filing = blank.id): Promise<void> => {
  const hash = fresh('hash')
  await seeding(store).invite(hash, { unit: unit.id, filing, expiresAt: now + day })
  const done = await store.commit(heard({ enrol: { invitation: hash, ...who, name: who.person } }))
  if (done !== 'done') throw new Error(done)
}

/** Store outcomes; resolves when they are durable. */
export const settled = (store: Store, chat: string, outcomes: readonly Delivered[]): Promise<void> =>
  store.settle(chat, outcomes).stored

/** Delete what is old, in a turn of its own. */
export const pruneAt = async (store: Store, at: number): Promise<void> => {
  const due = { job: 'prune', key: fresh('turn'), at }
  await store.setDue(due, null)
  const done = await store.prune({ due, now: at, next: null })
  if (done !== 'done') throw new Error(done)
}

export const seed = async (store: Store): Promise<void> => {
  await seeding(store).addUnit(unit)
  await seeding(store).openFiling(blank)
  await seatAt(store, ann)
  await seatAt(store, bob)
}

const tables = [
  'incoming',
  'filing',
  'cell',
  'text',
  'position',
  'session',
  'card',
  'audit',
  'standing',
  'snapshot',
  'outbox',
  'fault',
  'account',
  'membership',
  'invitation',
]

/** All rows of all tables, to compare before and after. */
export const dump = async (sql: Sql): Promise<string> => {
  const rows = await Promise.all(tables.map(table => sql.all(`SELECT * FROM ${table} ORDER BY 1, 2`)))
  return JSON.stringify(rows)
}

export const count = async (sql: Sql, table: string): Promise<number> =>
  Number((await sql.all(`SELECT count(*) AS n FROM ${table}`))[0]?.n)
