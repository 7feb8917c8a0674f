// What D1's errors mean, by their words: those that may pass are "database unavailable". (The store's contract on
// real D1 is d1.d1.test.ts.)

import type { D1Database } from '@cloudflare/workers-types'
import { describe, expect, test } from 'vitest'
import { d1 } from '../../src/storage/d1.ts'

const failing = (message: string): D1Database => {
  const fails = () => Promise.reject(new Error(message))
  const statement = { bind: () => statement, all: fails }
  return { prepare: () => statement, batch: fails } as unknown as D1Database
}

describe('an error of D1', () => {
  test.each([
    'D1_ERROR: Network connection lost.',
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
    'D1_ERROR: database or disk is full: SQLITE_FULL',
    'internal error; reference = 1',
  ])('%s is the fault "database unavailable"', async message => {
    await expect(d1(failing(message)).all('SELECT 1')).rejects.toMatchObject({ code: 1001 })
    await expect(d1(failing(message)).batch([{ sql: 'SELECT 1' }])).rejects.toMatchObject({ code: 1001 })
  })

  test.each([
    ['D1_ERROR: lost: SQLITE_CONSTRAINT_TRIGGER', 'lost'],
    [
      'D1_ERROR: UNIQUE constraint failed: incoming.channel, incoming.id: SQLITE_CONSTRAINT',
      'UNIQUE constraint failed: incoming.channel, incoming.id',
    ],
  ])('%s is a refusal in the words of the schema', async (message, detail) => {
    await expect(d1(failing(message)).batch([{ sql: 'x' }])).rejects.toMatchObject({ code: 1004, detail })
  })

  test.each([
    [
      'D1_ERROR: no such table: nowhere: SQLITE_ERROR',
      'SQLITE_ERROR, no such table: nowhere, UPDATE nowhere',
    ],
    ['D1_TYPE_ERROR: Type undefined not supported', 'D1_TYPE_ERROR, UPDATE nowhere'],
  ])('%s is our mistake, told by its code and the statement', async (message, detail) => {
    const failed = d1(failing(message)).batch([{ sql: 'UPDATE nowhere SET a = ?1' }])
    await expect(failed).rejects.toMatchObject({ code: 1013, detail })
  })
})
