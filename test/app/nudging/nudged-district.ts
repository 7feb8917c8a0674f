// A district whose season is played through the real jobs, store and mail: units with a filler each in Telegram, one
// person of the office, a clock that is set, and as many processes as are asked for. What happens in a report between
// nudges is written into its rows. It asserts nothing.

import { createSeal } from '../../../src/app/audit.ts'
import { createTick } from '../../../src/app/clock/tick.ts'
import { createDeliver } from '../../../src/app/mail/deliver.ts'
import type { Outgoing } from '../../../src/app/message.ts'
import type { Channel } from '../../../src/app/ports/channel.ts'
import type { Environment } from '../../../src/app/ports/environment.ts'
import { dateIn } from '../../../src/district/date-in.ts'
import { startIn } from '../../../src/district/start-in.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { jobs } from '../../../src/jobs/jobs.ts'
import { jobPorts } from '../../../src/main/job-ports.ts'
import { migrate } from '../../../src/storage/migrate.ts'
import type { Sql, Statement } from '../../../src/storage/sql.ts'
import { sqlite3 } from '../../../src/storage/sqlite3.ts'
import { createStore } from '../../../src/storage/store.ts'

const zone = 'Asia/Shanghai'
const minute = 60_000

/** `YYYY-MM-DDTHH:MM` in the district's zone. */
export const instant = (moment: string): number => {
  const [date = '', time = '00:00'] = moment.split('T')
  const [hour = 0, minutes = 0] = time.split(':').map(Number)
  return startIn(zone, date) + (hour * 60 + minutes) * minute
}

/** As it is written in the tables. */
const momentOf = (at: number): string => {
  const date = dateIn(zone, at)
  const minutes = Math.round((at - startIn(zone, date)) / minute)
  return `${date}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

export type SentMessage = { readonly at: string; readonly chat: string; readonly outgoing: Outgoing }

type Wanted = {
  readonly year: number
  readonly opened: string
  readonly dates: { readonly sign: string | null; readonly due: string; readonly publish: string | null }
  readonly units: readonly string[]
  readonly processes?: number
  /** Answers of the channel that are not the usual ones. */
  readonly answers?: (chat: string) => Awaited<ReturnType<Channel['send']>> | null
  /** Stands between the bot and its database. */
  readonly around?: (sql: Sql) => Sql
}

export type NudgedDistrict = Awaited<ReturnType<typeof openNudgedDistrict>>

export const openNudgedDistrict = async (wanted: Wanted) => {
  const { year, opened, dates, units, processes = 1, answers = () => null, around = sql => sql } = wanted
  const database = await sqlite3(':memory:')
  await migrate(database, 'migrations')
  /** `elapsed` goes on with all waits, whatever is made of the wall's clock. */
  const clock = { now: instant(opened), elapsed: 0 }
  const sent: SentMessage[] = []
  const logged: string[] = []
  let ids = 0
  const environment: Environment = {
    now: () => clock.now,
    elapsed: () => clock.elapsed,
    zone,
    startOf: date => startIn(zone, date),
    dateOf: at => dateIn(zone, at),
    id: () => (++ids).toString(16).padStart(16, '0'),
    chance: () => 0.5,
    sleep: async ms => {
      clock.elapsed += ms
    },
  }
  const channel: Channel = {
    name: 'telegram',
    send: async (outgoing, edits, _, askTurn) => {
      if (!(await askTurn())) return { type: 'stopped' }
      const answer = answers(outgoing.to)
      if (answer) return answer
      if (outgoing.kind !== 'close') sent.push({ at: momentOf(clock.now), chat: outgoing.to, outgoing })
      return { type: 'sent', message: edits ? null : `m${sent.length}` }
    },
  }
  const words = createWords('zh-CN')
  const log = (event: string, fields: object = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  const start = () => {
    const store = createStore(around(database), log)
    const deliver = createDeliver({
      ...{ outbox: store, archive: store, environment, words, log },
      orderedFile: async () => null,
      channels: () => [channel],
    })
    const tick = createTick({
      ...jobPorts(store),
      ...{ jobs, catalog, words, zone, deliver, environment, log },
      seal: createSeal('a key of the tests'),
    })
    return { store, deliver, tick }
  }
  const running = Array.from({ length: processes }, start)

  const run = async (sql: string, ...params: readonly (string | number | null)[]) => {
    await database.batch([{ sql, params }])
  }
  const all: Statement[] = []
  const add = (sql: string, ...params: readonly (string | number | null)[]) => void all.push({ sql, params })
  const at = clock.now
  add(`INSERT INTO unit (id, name, files) VALUES ('office', '区府办', 0)`)
  add(`UPDATE root SET unit = 'office'`)
  const enter = (unit: string, person: string, role: string, since: number) => {
    add('INSERT INTO person (id, name, phone) VALUES (?1, ?2, ?3)', person, `填报人${unit}`, '5550100')
    add('INSERT INTO account (ref, person) VALUES (?1, ?2)', `telegram:${unit}`, person)
    add(
      `INSERT INTO reach (person, channel, chat, since) VALUES (?1, 'telegram', ?2, ?3)`,
      person,
      `telegram:${unit}`,
      since,
    )
    add(
      'INSERT INTO membership (id, person, unit, role, since) VALUES (?1, ?2, ?3, ?4, ?5)',
      ...[`m-${person}`, person, unit, role, since],
    )
  }
  enter('office', 'p-office', 'supervisor', at - 60 * minute)
  add(
    `INSERT INTO campaign (id, obligation, year, root, dates, opened_at) VALUES ('c', 'disclosure', ?1, NULL, ?2, ?3)`,
    ...[year, JSON.stringify({ v: 1, practice: 'sign-first', feedback: null, ...dates }), at],
  )
  for (const [place, unit] of units.entries()) {
    add(
      `INSERT INTO unit (id, parent, name, level, place) VALUES (?1, 'office', ?2, 'street', ?3)`,
      ...[unit, unit, place],
    )
    add(`INSERT INTO unit_above (unit, ancestor) VALUES (?1, 'office')`, unit)
    enter(unit, `p-${unit}`, 'filler', at - 60 * minute)
    add(
      `INSERT INTO filing (id, unit, obligation, year, form, revision, version) VALUES (?1, ?2, 'disclosure', ?3, ?4, ?5, 1)`,
      ...[`f-${unit}`, unit, year, disclosure2021.id, disclosure2021.revision],
    )
    add(
      `INSERT INTO standing (filing, campaign, unit, state) VALUES (?1, 'c', ?2, 'draft')`,
      `f-${unit}`,
      unit,
    )
  }
  await database.batch(all)

  /** The clocks tick until nothing is due at this moment any more, and all mail has been tried. */
  const settle = async () => {
    for (let round = 0; round < 50; round += 1) {
      const failed = (await Promise.all(running.map(({ tick }) => tick(clock.now)))).flat()
      if (failed.length > 0) throw new Error(`${failed} ${logged.slice(-3)}`)
      await Promise.all(running.map(({ deliver }) => deliver.quiet()))
      if ((await running[0]?.store.dues(clock.now, []))?.length === 0) return
    }
  }

  await settle()
  return {
    ...{ database, clock, sent, logged, run, settle, words, environment },
    store: () => running[0]?.store ?? createStore(database),
    /** Time goes on to a moment. */
    goTo: async (moment: string) => {
      clock.elapsed += Math.max(0, instant(moment) - clock.now)
      clock.now = instant(moment)
      await settle()
    },
    /** What becomes true of a unit's report. */
    stands: async (
      unit: string,
      state: string,
      columns: Readonly<Record<string, string | number | null>> = {},
    ) => {
      const set = Object.keys(columns).map((name, n) => `${name} = ?${n + 3}`)
      await run(
        'UPDATE filing SET state = ?2, version = version + 1, content = coalesce(?3, content) WHERE id = ?1',
        ...[`f-${unit}`, state, columns.content ?? null],
      )
      await run(
        `UPDATE standing SET ${['state = ?2', 'version = version + 1', ...set].join(', ')} WHERE filing = ?1`,
        ...[`f-${unit}`, state, ...Object.values(columns)],
      )
    },
    /** The processes die with what they hold in memory, and others begin. */
    restart: () => {
      for (const [n, { deliver }] of running.entries()) {
        deliver.end()
        running[n] = start()
      }
    },
    /** `MM-DD | stages of unit A | …` of what was sent to units, only days on which anything was. */
    table: async (columns: readonly string[]) => {
      const rows = await database.all('SELECT outbox, stage FROM nudge ORDER BY rowid')
      const stageOf = Map.groupBy(rows, row => String(row.outbox))
      const byDay = Map.groupBy(
        sent.filter(({ chat }) => chat !== 'telegram:office'),
        each => each.at.slice(5, 10),
      )
      return [...byDay].map(([day, ofDay]) => {
        const cells = columns.map(
          unit =>
            ofDay
              .filter(({ chat }) => chat === `telegram:${unit}`)
              .map(
                ({ outgoing }) =>
                  stageOf
                    .get(outgoing.id)
                    ?.map(row => row.stage)
                    .join('+') ?? '?',
              )
              .join(' & ') || '—',
        )
        return [day, ...cells].join(' | ')
      })
    },
    close: () => database.close(),
  }
}
