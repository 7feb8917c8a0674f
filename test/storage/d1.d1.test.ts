// The store's contract on D1, inside real workerd.

import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { d1 } from '../../src/storage/d1.ts'
import { createStore } from '../../src/storage/store.ts'
import { storeContract } from '../contracts/store.ts'

storeContract('the store on D1', async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  const sql = d1(env.DB)
  return { sql, store: () => createStore(sql) }
})
