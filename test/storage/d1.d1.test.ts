// The store's contract on D1, inside real workerd.

import { test } from 'vitest'
import { createStore } from '../../src/storage/store.ts'
import { forgetsByIndex } from '../contracts/store/plan.ts'
import { storeContract } from '../contracts/store.ts'
import { freshD1 } from './fresh-d1.ts'

const database = async () => {
  const sql = await freshD1()
  return { sql, store: () => createStore(sql) }
}

storeContract('the store on D1', database)

test('what is forgotten on D1 is found by an index', async () => {
  const { sql } = await database()
  await forgetsByIndex(sql)
})
