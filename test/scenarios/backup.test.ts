// Backups by a process of their own beside a real server under load: every answer that was acknowledged before one
// began is in it. And the server in the way of a restore, which waits until it has ended.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { indexOf } from '../../src/engine/index-of.ts'
import { connect } from '../../src/storage/sqlite3.ts'
import { type Browser, openBrowser } from '../channels/web/browser.ts'
import { childEnv } from '../child-env.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { street } from './office.ts'
import { type RealServer, startRealServer } from './real-server.ts'

const long = process.env.LONG === '1'
const backups = long ? 12 : 2
const writers = 6

const repository = resolve(import.meta.dirname, '../..')

/** `npx nianbao` with these words; its exit code and what it printed. */
const nianbao = async (environment: Readonly<Record<string, string>>, ...words: readonly string[]) => {
  const child = spawn(process.execPath, ['src/main/cli.ts', ...words], {
    cwd: repository,
    env: { ...childEnv, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8')
    })
  await once(child, 'close')
  return { code: child.exitCode, printed }
}

/** Figures of one person, each larger than the one before, until told to stop; the last that was acknowledged. */
const writing = (browser: Browser, cell: string) => {
  const at = { acknowledged: 0, refused: 0, stops: false }
  const over = (async () => {
    for (let figure = 1; !at.stops; ) {
      const shown = at.acknowledged === 0 ? '' : JSON.stringify([at.acknowledged, null])
      const fields = { id: `${cell}-${figure}`, cell, text: `${figure}`, shown }
      const { status } = await browser.form('/chat/table', fields)
      if (status === 429) {
        await new Promise(done => setTimeout(done, 1_000))
        continue
      }
      if (status === 303) at.acknowledged = figure
      else at.refused += 1
      figure += 1
    }
  })()
  return { at, over }
}

/** Figures that anybody may type, a person each. */
const countsOf = ({ form }: Ledger): readonly string[] =>
  [...indexOf(form).cells.values()]
    .filter(({ sum, answer }) => !sum && answer === 'count')
    .map(({ key }) => key)

const underLoad = async (run: (place: Place) => Promise<void>) => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const environment = { DATABASE_FILE: join(folder, 'nianbao.db'), AUDIT_KEY: 'a key of the tests' }
  const ledger = await openLedger(environment.DATABASE_FILE, street)
  const server = await startRealServer(environment)
  try {
    await run({ folder, environment, ledger, server })
  } finally {
    await server.kill()
    await ledger.close().catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}

type Place = {
  readonly folder: string
  readonly environment: { readonly DATABASE_FILE: string; readonly AUDIT_KEY: string }
  readonly ledger: Ledger
  readonly server: RealServer
}

/** Rows of all tables, each table in an order of its own. */
const allRows = async (file: string) => {
  const { run, close } = await connect(file, '', 0)
  const tables = (await run({ sql: `SELECT name FROM sqlite_schema WHERE type = 'table'` }))
    .map(({ name }) => String(name))
    .filter(name => !/^(sqlite_.*|backup)$/.test(name))
  const found = await Promise.all(
    tables.map(async name => {
      const rows = await run({ sql: `SELECT * FROM "${name}"` })
      return [name, rows.map(row => JSON.stringify(row)).sort()] as const
    }),
  )
  await close()
  return Object.fromEntries(found)
}

test(`of ${backups} backups under load none misses an acknowledged answer, and the last is restored row by row`, async () => {
  await underLoad(async ({ folder, environment, ledger, server }) => {
    const posts = await Promise.all(
      countsOf(ledger)
        .slice(0, writers)
        .map(async (cell, n) => {
          const code = `invitation-code-number-${n}`
          await ledger.invite(code, Date.now() + 86_400_000)
          const browser = openBrowser(
            (path, init) => fetch(`${server.root}${path}`, init),
            () => server.root,
          )
          expect((await browser.enter(code, `李${n}`)).status).toBe(303)
          return { cell, ...writing(browser, cell) }
        }),
    )
    const missing: string[] = []
    let last = ''
    for (let n = 0; n < backups; n += 1) {
      const begun = posts.map(({ at }) => at.acknowledged)
      last = join(folder, `copy-${n}.db`)
      const { code, printed } = await nianbao(environment, 'backup', last)
      expect([code, printed]).toEqual([0, expect.stringContaining(last)])
      const copy = await connect(last, '', 0)
      const rows = await copy.run({ sql: 'SELECT key, value FROM cell' })
      const heard = await copy.run({ sql: `SELECT id FROM incoming WHERE channel = 'web'` })
      await copy.close()
      const ids = new Set(heard.map(({ id }) => String(id).replace(/^.*\//, '')))
      posts.forEach(({ cell }, at) => {
        const stored = Number(rows.find(({ key }) => key === cell)?.value ?? 0)
        if (stored < (begun[at] ?? 0)) missing.push(`${cell}: ${stored} < ${begun[at]}`)
        for (let figure = 1; figure <= (begun[at] ?? 0); figure += 1)
          if (!ids.has(`${cell}-${figure}`)) missing.push(`${cell}-${figure}`)
      })
    }
    for (const { at } of posts) at.stops = true
    if (long) process.stderr.write(`acknowledged: ${posts.map(({ at }) => at.acknowledged).join(', ')}\n`)
    await Promise.all(posts.map(({ over }) => over))
    expect(posts.every(({ at }) => at.acknowledged > 0)).toBe(true)
    expect(missing).toEqual([])
    expect(posts.map(({ at }) => at.refused)).toEqual(posts.map(() => 0))

    const kept = await allRows(last)
    const inUse = await nianbao(environment, 'restore', last)
    expect([inUse.code, inUse.printed]).toEqual([1, expect.stringContaining('正被')])
    expect(await server.stop()).toEqual({ code: 0, signal: null })
    await ledger.close()
    const restored = await nianbao(environment, 'restore', last)
    expect([restored.code, restored.printed]).toEqual([0, expect.stringContaining('原数据库保留于')])
    expect(await allRows(environment.DATABASE_FILE)).toEqual(kept)
    await server.start()
    expect((await fetch(`${server.root}/readyz`)).status).toBe(200)
  })
}, 300_000)
