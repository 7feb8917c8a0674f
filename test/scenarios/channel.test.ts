// When Telegram itself is in trouble: limits, proxies' pages, lost answers, people who block the bot. What was said
// arrives in the end, in its order, and no secret reaches the log.

import { describe, expect, test } from 'vitest'
import { inOffice, type Office, street } from './office.ts'
import { expected, notZero, street2020, walk } from './walk.ts'

const second = 1_000

/** Lets seconds pass until nothing waits to be sent; says how many. */
const untilSent = async (office: Office): Promise<number> => {
  for (let seconds = 0; seconds < 600; seconds += 1) {
    const waiting = await office.ledger.rows(`SELECT id FROM outbox WHERE state = 'queued'`)
    if (waiting.length === 0) return seconds
    await office.pass(second)
  }
  throw new Error('mail is never sent')
}

const sends = (office: Office, from = 0) =>
  office.callsTo(1001, from).filter(({ method }) => /^sendMessage$/i.test(method))

describe('a limit of Telegram', () => {
  test(
    'is obeyed: nothing is sent before its time, and then everything once and in order',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      sim.fail({ method: 'sendMessage', with: { status: 429, retry_after: 7 } })
      const from = sim.calls.length
      const at = sim.clock.now()
      await office.does(person, () => street2020.projects(person))
      expect(sends(office, from)).toHaveLength(0)
      expect(await untilSent(office)).toBe(7)
      expect(sends(office, from)).toHaveLength(1)
      expect((sends(office, from)[0]?.at ?? 0) - at).toBeGreaterThanOrEqual(7 * second)
      expect(sim.liveKeyboards(1001)).toBeLessThanOrEqual(1)
      await walk(office, person, { from: 'amount' })
      expect(await notZero(office)).toEqual(expected)
      sim.assertClean()
    }),
  )

  test(
    'of one message a second holds up nobody who takes three seconds to answer',
    inOffice(
      street,
      async office => {
        const { sim } = office
        const person = await office.join(1001, '李')
        let late = 0
        for (const step of Object.values(street2020)) {
          await office.pass(3 * second)
          step(person)
          await office.sim.settle()
          late = Math.max(late, await untilSent(office))
          office.atRest(person)
        }
        // The longest is the last: the document, the question below it, the old buttons taken away.
        expect(late, 'seconds until all was sent').toBeLessThanOrEqual(3)
        expect(person.received().filter(message => message.document)).toHaveLength(1)
        expect(await notZero(office)).toEqual(expected)
        sim.assertClean()
      },
      { strictRates: true },
    ),
  )
})

describe('an answer of Telegram that is lost', () => {
  const faults = [
    ['a page of a proxy', 502, 0],
    ['a connection cut before the call', 'cut', 0],
    ['a connection cut behind the call', 'drop', 1],
    ['an error of its own', 500, 0],
  ] as const
  test.each(faults)(
    '%s delays the reply, brings at most one copy, and logs no secret',
    async (_, fault, copies) => {
      await inOffice(street, async office => {
        const { sim } = office
        const person = await office.join(1001, '李')
        await walk(office, person, { until: 'projects' })
        const shown = person.received().length
        sim.fail({ method: 'sendMessage', with: fault })
        await office.does(person, () => street2020.projects(person))
        await untilSent(office)
        expect(person.received().length - shown).toBe(1 + copies)
        expect(person.last().text).toContain('采购总金额')
        await walk(office, person, { from: 'amount' })
        expect(await notZero(office)).toEqual(expected)
        sim.assertClean()
      })()
    },
  )

  test.runIf(process.env.LONG === '1')(
    'a call that is never answered ends by itself, and the reply comes with the next attempt',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      sim.fail({ method: 'sendMessage', with: 'timeout' })
      street2020.projects(person)
      await sim.settle({ patience: 60_000 })
      await untilSent(office)
      expect(person.last().text).toContain('采购总金额')
      expect(office.logged.join()).toContain('time limit')
      await walk(office, person, { from: 'amount' })
      expect(await notZero(office)).toEqual(expected)
    }),
    90_000,
  )

  test(
    'a tap whose own answer fails still counts, and the card changes',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      sim.fail({ method: 'answerCallbackQuery', with: 502 })
      await office.does(person, () => person.tap('开始填报'))
      expect(person.last().text).toContain('二、主动公开')
      sim.assertClean()
    }),
  )

  test(
    'a document that cannot be sent at once arrives later, once',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'document' })
      sim.fail({ method: 'sendDocument', with: 502, times: 3 })
      await office.does(person, () => person.tap('生成送审稿'))
      await untilSent(office)
      expect(person.received().filter(message => message.document)).toHaveLength(1)
      office.atRest(person)
    }),
  )
})

describe('a person who blocked the bot', () => {
  test(
    'is not written to any more, and is answered again when they come back',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      // The answer is under way when they block the bot.
      person.send('53项')
      person.block()
      await sim.settle()
      const calls = sim.calls.length
      await office.pass(60 * second)
      await office.pass(3_600 * second)
      expect(sim.calls.length, 'calls to a person who blocked the bot').toBe(calls)
      const [marked] = await office.ledger.rows('SELECT chat FROM unreachable')
      expect(marked?.chat).toBe('telegram:1001')

      person.start()
      await sim.settle()
      expect(person.last().text).toContain('望湖街道')
      person.tap('继续填报')
      await sim.settle()
      expect(person.last().text).toContain('采购总金额')
      person.send('116万元')
      await sim.settle()
      expect(await notZero(office)).toEqual(expected)
      expect(person.last().text).toContain('116万元')
    }),
  )

  test(
    'finds one live keyboard when they come back, not also the one of before',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      person.send('53项')
      person.block()
      await office.sim.settle()
      await office.does(person, () => person.start())
    }),
  )

  test(
    'does not keep a colleague from going on',
    inOffice(street, async office => {
      const first = await office.join(1001, '李')
      const second = await office.join(1002, '周')
      office.sim.deactivate(1001)
      first.tap('开始填报')
      await office.sim.settle()
      await walk(office, second)
      expect(await notZero(office)).toEqual(expected)
    }),
  )
})
