// Outcomes that cannot be stored are kept, and stored before anything else of their chat: nothing is sent twice, and nobody
// waits longer than the database does.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { fault } from '../../../src/faults.ts'
import { openVirtualMail, type VirtualMail } from './virtual-mail.ts'

const second = 1_000

let mail: VirtualMail
beforeEach(async () => {
  mail = await openVirtualMail([1, 2])
})
afterEach(() => mail.close())

/** From now on nothing can be stored, for so long. */
const lockFor = (ms: number): void => {
  const until = mail.elapsed() + ms
  mail.trouble.fails = () => (mail.elapsed() < until ? fault('database-unavailable', 'SQLITE_BUSY') : null)
}

/** Its sender repeats a message each second until it is taken. */
const replyUntilTaken = async (id: number, text: string): Promise<void> => {
  for (;;) {
    try {
      await mail.reply(id, text)
      return
    } catch {
      await mail.pass(second)
    }
  }
}

test('a lock of ten seconds just after an answer: the next reply comes within twelve, and nothing twice', async () => {
  await mail.reply(1, '一')
  lockFor(10 * second)
  const from = mail.elapsed()
  await mail.pass(second)
  expect(mail.bot.textsIn(1)).toEqual(['一'])
  await replyUntilTaken(1, '二')
  await mail.pass(12 * second, () => mail.bot.textsIn(1).includes('二'))
  expect(mail.elapsed() - from).toBeLessThanOrEqual(12 * second)
  await mail.pass(180 * second)
  expect(mail.bot.textsIn(1)).toEqual(['一', '二'])
  expect(await mail.waiting()).toBe(0)
})

test('an outcome that was kept is stored with the next sweep, also when nobody writes', async () => {
  await mail.reply(1, '一')
  lockFor(5 * second)
  await mail.pass(7 * second)
  expect(await mail.waiting()).toBe(0)
  expect(mail.bot.textsIn(1)).toEqual(['一'])
  expect(mail.logged.filter(line => line.startsWith('deliver.failed'))).toHaveLength(1)
})

test('a chat is not taken anew while its outcome is being stored, though its lease runs out meanwhile', async () => {
  await mail.reply(1, '一')
  const lockedUntil = mail.elapsed() + 66 * second
  // As SQLite does: each write waits for five seconds.
  mail.trouble.fails = async () => {
    const from = mail.elapsed()
    while (mail.elapsed() < lockedUntil) {
      if (mail.elapsed() - from >= 5 * second) return fault('database-unavailable', 'SQLITE_BUSY')
      await mail.clock.sleep(100)
    }
    return null
  }
  await mail.pass(90 * second)
  expect(mail.bot.textsIn(1)).toEqual(['一'])
  expect(await mail.waiting()).toBe(0)
})

test('the rest of a chat waits while an outcome cannot be stored, and goes on in order', async () => {
  const texts = ['一', '二', '三', '四']
  for (const text of texts.slice(1)) await mail.tell([1], text)
  await mail.pass(30)
  await mail.reply(1, '五')
  lockFor(5 * second)
  await mail.pass(4 * second)
  expect(mail.bot.textsIn(1).length).toBeLessThanOrEqual(1)
  await mail.pass(30 * second)
  expect(mail.bot.textsIn(1)).toEqual(['二', '三', '四', '五'])
})

test('an end stops behind the message under way, and what was sent is stored', async () => {
  for (const text of ['一', '二', '三']) await mail.tell([1], text)
  await mail.pass(30)
  mail.deliver().end()
  await mail.pass(10 * second)
  expect([mail.bot.textsIn(1), await mail.waiting()]).toEqual([['一'], 2])
  await mail.deliver().quiet()
  mail.restart()
  await mail.pass(10 * second)
  expect(mail.bot.textsIn(1)).toEqual(['一', '二', '三'])
})
