// A day's plan over very many standings, in pages by key as the job makes it: its time and the heap that it takes.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { planPage } from '../src/app/nudging/plan-page.ts'
import { seasonsOf } from '../src/app/nudging/seasons.ts'
import { workCalendar } from '../src/district/work-calendar.ts'
import { catalog } from '../src/forms/catalog.ts'
import { disclosure2021 } from '../src/forms/disclosure/form-2021.ts'
import { createWords } from '../src/i18n/words.ts'
import { migrate } from '../src/storage/migrate.ts'
import { sqlite3 } from '../src/storage/sqlite3.ts'
import { createStore } from '../src/storage/store.ts'
import { figure, type Section, wanted } from './report.ts'

/** Seconds and megabytes. */
const wantedBelow = { seconds: 30, heap: 100 }
const zone = 'Asia/Shanghai'
const dates = { v: 1, practice: 'sign-first', sign: null, due: '2027-01-22', feedback: null, publish: null }

/** Each unit has a filler in Telegram; of three one has handed in. */
const rows = (units: number): readonly string[] => {
  const opened = Date.UTC(2026, 11, 21)
  const all = `WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${units})`
  return [
    `INSERT INTO campaign (id, obligation, year, dates, opened_at)
      VALUES ('c', 'disclosure', 2026, '${JSON.stringify(dates)}', ${opened})`,
    `${all} INSERT INTO unit (id, name, level, place) SELECT 'u' || n, 'Unit ' || n, 'bureau', n FROM n`,
    `${all} INSERT INTO person (id, name) SELECT 'p' || n, 'Person ' || n FROM n`,
    `${all} INSERT INTO account (ref, person) SELECT 'telegram:' || n, 'p' || n FROM n`,
    `${all} INSERT INTO reach (person, channel, chat, since) SELECT 'p' || n, 'telegram', 'telegram:' || n, 0 FROM n`,
    `${all} INSERT INTO membership (id, person, unit, role, since) SELECT 'm' || n, 'p' || n, 'u' || n, 'filler', 1 FROM n`,
    `${all} INSERT INTO filing (id, unit, obligation, year, form, revision, state)
      SELECT printf('f%06d', n), 'u' || n, 'disclosure', 2026, '${disclosure2021.id}', ${disclosure2021.revision},
        iif(n % 3 = 0, 'submitted', 'draft') FROM n`,
    `${all} INSERT INTO standing (filing, campaign, unit, state)
      SELECT printf('f%06d', n), 'c', 'u' || n, iif(n % 3 = 0, 'submitted', 'draft') FROM n`,
  ]
}

/** Megabytes that are still referred to, with the page that was planned last. */
const liveHeap = (): number => {
  collect()
  return process.memoryUsage().heapUsed / 1_000_000
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

export async function nudges({ units }: { readonly units: number }): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  const sql = await sqlite3(join(folder, 'nianbao.db'))
  try {
    await migrate(sql, 'migrations')
    for (const each of rows(units)) await sql.batch([{ sql: each }])
    const store = createStore(sql)
    const campaigns = await store.campaigns()
    const seasons = seasonsOf({ catalog, words: createWords('zh-CN'), zone }, campaigns)
    const planning = { calendar: workCalendar(), campaigns, seasons, date: '2027-01-21' }
    let [planned, pages, heap, seconds] = [0, 0, 0, 0]
    for (let after: string | null = ''; after !== null; pages += 1) {
      const start = performance.now()
      const page: Awaited<ReturnType<typeof planPage>> = await planPage(
        { nudges: store, zone },
        planning,
        'c',
        after,
      )
      planned += page.nudges.length
      seconds += (performance.now() - start) / 1_000
      heap = Math.max(heap, liveHeap())
      after = page.last
    }
    const expected = units - Math.floor(units / 3)
    if (planned !== expected) throw new Error(`${planned} of ${expected} nudges were planned`)
    return {
      title: `A day is planned over ${units} standings, in ${pages} pages by key`,
      columns: ['', 's', 'MB of heap at most', 'nudges'],
      rows: [['planned', figure(seconds, 1), figure(heap, 0), String(planned)]],
      notes: [
        wanted(`below ${wantedBelow.seconds} s`, seconds, 1, seconds < wantedBelow.seconds),
        wanted(`below ${wantedBelow.heap} MB`, heap, 0, heap < wantedBelow.heap),
      ],
    }
  } finally {
    await sql.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
