// The contract of many at once, called for two servers on one SQLite file and for three isolates on D1 in workerd. With
// LONG=1 sixty people come to each.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { createTestHarness, unstable_readConfig as readConfig } from 'wrangler'
import { openStore } from '../../src/main/open-store.ts'
import { d1 } from '../../src/storage/d1.ts'
import { createStore } from '../../src/storage/store.ts'
import { startRealServer } from '../scenarios/real-server.ts'
import { atOnceContract } from './at-once.ts'

atOnceContract('two processes on one file', { people: process.env.LONG ? 60 : 20 }, async settings => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-at-once-'))
  const file = join(folder, 'nianbao.db')
  const { store, close } = await openStore(file)
  const environment = { ...settings, DATABASE_FILE: file }
  const servers = await Promise.all([startRealServer(environment), startRealServer(environment)])
  return {
    all: servers.map(({ root }) => ({ origin: root, ask: (path, init) => fetch(`${root}${path}`, init) })),
    store,
    log: () => servers.map(({ output }) => output()).join(''),
    close: async () => {
      await Promise.all(servers.map(({ stop }) => stop()))
      await close()
      await rm(folder, { recursive: true })
    },
  }
})

atOnceContract('three isolates on D1', { people: process.env.LONG ? 60 : 10 }, async settings => {
  const { main, compatibility_date, compatibility_flags, d1_databases, rules } = readConfig({
    config: 'wrangler.toml',
  })
  const names = ['one', 'two', 'three']
  const harness = createTestHarness({
    workers: names.map(name => ({
      config: {
        ...{ name, main, compatibility_date, compatibility_flags, d1_databases, rules },
        vars: { ...settings, AUDIT_KEY: 'a key that only tests know' },
      },
    })),
  })
  await harness.listen()
  const workers = names.map(name => harness.getWorker<{ readonly DB: D1Database }>(name))
  await workers[0]?.applyD1Migrations('DB')
  const { DB } = (await workers[0]?.getEnv()) ?? {}
  if (!DB) throw new Error('no database')
  return {
    all: workers.map(worker => ({
      origin: 'http://worker',
      ask: (path, init) =>
        worker.fetch(`http://worker${path}`, init as never) as unknown as Promise<Response>,
    })),
    store: createStore(d1(DB)),
    log: () =>
      harness
        .getLogs()
        .map(({ message }) => message)
        .join('\n'),
    close: () => harness.close(),
  }
})
