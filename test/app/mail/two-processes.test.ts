// Two processes deliver from one database: each message once, in order, whatever holds up one of them.

import { afterEach, expect, test } from 'vitest'
import { fault } from '../../../src/faults.ts'
import { openVirtualMail, type VirtualMail } from './virtual-mail.ts'

const second = 1_000

let mail: VirtualMail | null = null
afterEach(() => mail?.close())

const openTwo = async (callMs: number): Promise<VirtualMail> => {
  mail = await openVirtualMail([1], () => ({ ms: callMs }))
  mail.beside()
  return mail
}

test('a chat whose calls take five seconds each is sent once and in order, however long that is beyond a lease', async () => {
  const on = await openTwo(5 * second)
  const texts = Array.from({ length: 32 }, (_, at) => `第${at}句`)
  for (const text of texts) await on.tell([1], text)
  await on.pass(5 * 60 * second)
  expect(on.bot.textsIn(1)).toEqual(texts)
  expect(await on.waiting()).toBe(0)
})

test('an outcome that is stored when another process holds the chat by now frees none of its mail', async () => {
  const on = await openTwo(600)
  for (const text of ['一', '二', '三']) await on.tell([1], text)
  await on.pass(30)
  const lockedUntil = on.elapsed() + 70.1 * second
  on.trouble.fails = () => (on.elapsed() < lockedUntil ? fault('database-unavailable', 'SQLITE_BUSY') : null)
  await on.pass(3 * 60 * second)
  // Nobody can know that the first was sent: the lock outlasted its lease.
  expect(on.bot.textsIn(1)).toEqual(['一', '一', '二', '三'])
  expect(await on.waiting()).toBe(0)
})
