// The store's contract on D1, inside real workerd.

import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { test } from 'vitest'
import { d1 } from '../../src/storage/d1.ts'
import { createStore } from '../../src/storage/store.ts'
import { forgetsByIndex } from '../contracts/store/plan.ts'
import { storeContract } from '../contracts/store.ts'

const database = async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  const sql = d1(env.DB)
  return { sql, store: () => createStore(sql) }
}

storeContract('the store on D1', database)

test('what is forgotten on D1 is found by an index', async () => {
  const { sql } = await database()
  await forgetsByIndex(sql)
})
