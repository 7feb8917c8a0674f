// Thousands of messages at Telegram's own limits, an outage of a day, and people who are answered meanwhile: counts and
// virtual time.

import { afterEach, describe, expect, test } from 'vitest'
import { chatsFrom, openVirtualMail, type VirtualMail } from './virtual-mail.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const long = process.env.LONG === '1'

let open: VirtualMail[] = []
afterEach(async () => {
  for (const mail of open) await mail.close()
  open = []
})
const mailOf = async (...args: Parameters<typeof openVirtualMail>) => {
  const mail = await openVirtualMail(...args)
  open.push(mail)
  return mail
}

/** The clock tells all of them, in slices of twenty. */
const tellAll = async (mail: VirtualMail, chats: readonly number[], text: string) => {
  for (let from = 0; from < chats.length; from += 20) await mail.tell(chats.slice(from, from + 20), text)
}

const refusedOf = ({ bot }: VirtualMail) => bot.calls.filter(({ refused }) => refused !== null)

describe('three thousand chats with one message each', () => {
  const chats = chatsFrom(1, 3_000)

  test('all arrive at 25 a second, once, none given up and hardly a call refused', async () => {
    const mail = await mailOf(chats)
    await tellAll(mail, chats, '请填报')
    await mail.pass(10 * minute, () => mail.bot.calls.length >= 3_000, 10 * second)
    const took = mail.elapsed()
    await mail.pass(10 * second)
    expect(took).toBeLessThanOrEqual((1.1 * 3_000 * second) / 25)
    expect(chats.every(id => mail.bot.textsIn(id).length === 1)).toBe(true)
    expect(refusedOf(mail).length).toBeLessThanOrEqual(30)
    expect([await mail.failed(), await mail.waiting()]).toEqual([0, 0])
    expect(mail.logged).toEqual([])
  })

  test('wait at the start of a process, and all arrive as fast', async () => {
    const count = long ? 3_000 : 400
    const some = chats.slice(0, count)
    const mail = await mailOf(some)
    mail.deliver().end()
    await tellAll(mail, some, '请填报')
    mail.restart()
    await mail.pass((1.1 * count * second) / 25 + second)
    expect(some.every(id => mail.bot.textsIn(id).length === 1)).toBe(true)
    expect(refusedOf(mail).length).toBeLessThanOrEqual(count / 100)
  })

  test('keep no reply waiting, neither in another chat nor in one of theirs', async () => {
    const bulk = chats.slice(0, long ? 3_000 : 600)
    const people = chatsFrom(10_001, long ? 100 : 20)
    const mail = await mailOf([...bulk, ...people])
    await tellAll(mail, bulk, '请填报')
    const late: number[] = []
    for (const [at, person] of people.entries()) {
      const id = at % 2 === 0 ? person : (bulk[bulk.length - 1 - at] ?? 0)
      const calls = mail.bot.calls.length
      const asked = mail.elapsed()
      await mail.reply(id, `答${at}`)
      const isAnswered = () => mail.bot.calls.slice(calls).some(({ text }) => text === `答${at}`)
      await mail.pass(10 * second, isAnswered)
      late.push(mail.elapsed() - asked)
      expect(mail.bot.textsIn(id).at(-1)).toBe(`答${at}`)
      await mail.pass(700)
    }
    expect(mail.bot.calls.length, 'the bulk is still under way').toBeLessThan(bulk.length)
    expect(Math.max(...late)).toBeLessThanOrEqual(second)
  })
})

describe('an outage', () => {
  test.each([
    [26, 'errors', { code: 502 }],
    [long ? 26 : 2, 'calls that never end', { code: 504, ms: 20 * second }],
    [long ? 26 : 2, 'a token that is being changed', { code: 401 }],
    [long ? 26 : 2, 'a bot that is to wait for three seconds', { code: 429, retryAfter: 3 }],
  ])(
    'of %d hours with %s loses nothing, keeps the order and tries again once a minute',
    async (hours, _, fault) => {
      let isOver = false
      const chats = chatsFrom(1, 20)
      const mail = await mailOf(chats, () => (isOver ? null : fault))
      for (let third = 0; third < 3; third += 1) {
        for (const id of chats) await mail.reply(id, `第${third}句`)
        await mail.pass((hours / 3) * hour, () => false, 5 * minute)
      }
      expect(mail.bot.calls.length, 'calls').toBeLessThanOrEqual(2 * hours * 60 + 70)
      expect(mail.bot.most(), 'calls at once').toBeLessThanOrEqual(50)
      expect(await mail.waiting()).toBe(60)
      isOver = true
      await mail.pass(3 * minute)
      for (const id of chats) expect(mail.bot.textsIn(id)).toEqual(['第0句', '第1句', '第2句'])
      expect(await mail.failed()).toBe(0)
      expect(mail.logged.length, 'lines of the log').toBeLessThanOrEqual(hours * 60 + 10)
    },
  )
})
