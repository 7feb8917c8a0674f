// The use cases over a store in memory: one unit with one filing, a clock that stands, people who write and tap. What
// the bot answers is taken from the outbox as a channel would, with numbers of one row per chat. It asserts nothing.

import { createSeal, type Seal } from '../../src/app/audit.ts'
import { createReceive } from '../../src/app/conversation/receive.ts'
import type { ReadDocument } from '../../src/app/conversation/sent-file.ts'
import { hashOf } from '../../src/app/hash-of.ts'
import type { Incoming, Input, Outgoing } from '../../src/app/message.ts'
import type { Environment } from '../../src/app/ports/environment.ts'
import { filingId, unitId } from '../../src/engine/filing.ts'
import type { Form } from '../../src/engine/form.ts'
import { type Catalog, catalog } from '../../src/forms/catalog.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { createWords, type Locale, type Words } from '../../src/i18n/words.ts'
import { sleep } from '../../src/main/environment.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import type { Store } from '../../src/storage/store.ts'
import { createStore } from '../../src/storage/store.ts'
import { readAtOnce } from '../intake/docx/read-at-once.ts'
import { seeding } from '../seeding.ts'
import { portsOf } from './ports-of.ts'

export const day = 86_400_000
const unit = { id: unitId('unit-1'), name: '柳荫街道', level: 'street', powers: {} } as const

type Options = {
  readonly form?: Form
  readonly locale?: Locale
  readonly catalog?: Catalog
  readonly words?: (words: Words) => Words
  readonly store?: (store: Store) => Store
  readonly seal?: Seal
  /** What is in the documents that are sent; the real reader when absent. */
  readonly readDocument?: ReadDocument
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

export const openDesk = async (options: Options = {}) => {
  const { form = disclosure2019, locale = 'zh-CN', seal = createSeal('a key of the tests') } = options
  const sql = await sqlite3(':memory:')
  await migrate(sql, 'migrations')
  const store = (options.store ?? (made => made))(createStore(sql))
  /** The wall, and by how much somebody has set it. */
  const clock = { now: Date.UTC(2026, 0, 12, 1), set: 0 }
  let made = 0
  const environment: Environment = {
    now: () => clock.now,
    elapsed: () => clock.now - clock.set,
    zone: 'UTC',
    startOf: date => Date.parse(date),
    dateOf: at => new Date(at).toISOString().slice(0, 10),
    id: () => (++made).toString(16).padStart(16, '0'),
    chance: () => 0.5,
    sleep,
  }
  const logged: string[] = []
  const log = (event: string, fields: object = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  const words = (options.words ?? (all => all))(createWords(locale))
  const parts = {
    ...{ catalog: options.catalog ?? catalog, environment, words, seal, log },
    readDocument: options.readDocument ?? (bytes => readAtOnce(bytes, catalog)),
    ...portsOf(store),
  }
  const receive = createReceive(parts)
  await seeding(store).addUnit(unit)
  const filing = await seeding(store).openFiling({
    id: filingId('filing-1'),
    unit: unit.id,
    obligation: form.obligation,
    form: form.id,
    revision: form.revision,
    year: form.years.from + 1,
    version: 1,
    entries: new Map(),
    texts: new Map(),
    remarks: new Map(),
  })

  let updates = 0
  /** Somebody with an account and a chat of their own; every chat numbers its messages from 1. */
  const person = (name: string) => {
    const ref = `sim:${name}`
    let numbers = 0
    let last: Outgoing | null = null
    const incoming = (input: Input, message: string | null, id = `u${++updates}`): Incoming => ({
      id,
      channel: 'sim',
      chat: ref,
      person: ref,
      name,
      at: clock.now,
      input,
      message,
    })
    const send = (input: Input, message: string | null = null) => receive(incoming(input, message))
    /** What the bot has sent since; it is marked as sent. */
    const mail = async (): Promise<readonly Outgoing[]> => {
      const all: Outgoing[] = []
      for (;;) {
        const mails = await store.lease(ref, clock.now, clock.now + 1_000)
        if (mails.length === 0) return all
        await store.settle(
          ref,
          mails.map(({ outgoing: { id, edits } }) => ({
            id,
            state: 'sent',
            message: edits ? null : String(++numbers),
          })),
        ).stored
        for (const { outgoing } of mails) if (outgoing.kind === 'ask') last = outgoing
        all.push(...mails.map(each => each.outgoing))
      }
    }
    return {
      ref,
      incoming,
      send,
      mail,
      /** Write words; resolves with what came back. */
      text: async (text: string) => {
        await send({ type: 'text', text }, String(++numbers))
        return mail()
      },
      lastNumber: () => String(numbers),
      edit: async (message: string, text: string) => {
        await send({ type: 'edit', message, text })
        return mail()
      },
      command: async (name: string, argument = '') => {
        await send({ type: 'command', name, argument })
        return mail()
      },
      card: () => last,
      choice: (card: string, number: number) => send({ type: 'choice', card, number }),
      /** Tap the first button whose label begins so. */
      tap: async (label: string) => {
        const choice = last?.choices.find(each => each.label.startsWith(label))
        if (!last || !choice) throw new Error(`no ${label} among ${last?.choices.map(each => each.label)}`)
        await send({ type: 'choice', card: last.id, number: choice.number })
        return mail()
      },
      seat: async () => {
        const seat = await store.loadSeat(ref, ref)
        if (!seat) throw new Error(`${name} has no seat`)
        return seat
      },
    }
  }
  let invited = 0
  const invite = async (days = 1): Promise<string> => {
    invited += 1
    const code = `invitation-code-${String(invited).padStart(4, '0')}`
    await seeding(store).invite(await hashOf(code), {
      unit: unit.id,
      filing,
      expiresAt: clock.now + days * day,
    })
    return code
  }
  return {
    sql,
    store,
    environment,
    parts,
    clock,
    /** As the unit's report says them. */
    words: words.of(form),
    seal,
    log,
    logged,
    receive,
    filing,
    unit,
    person,
    invite,
    /** A person who has taken an invitation and seen the first screen. */
    seated: async (name: string) => {
      const somebody = person(name)
      await somebody.command('start', await invite())
      return somebody
    },
    count: async (table: string) => Number((await sql.all(`SELECT count(*) AS n FROM ${table}`))[0]?.n),
    close: () => sql.close(),
  }
}

export const textOf = (mail: readonly Outgoing[]): string =>
  mail.flatMap(each => each.lines.map(line => line.text)).join('\n')
