// Two people of one unit at one report, each in a chat of their own, and one impatient person: nobody's answer lands
// in a cell it was not meant for, and nothing is overwritten unseen.

import { describe, expect, test } from 'vitest'
import { inOffice, street } from './office.ts'
import { expected, notZero, street2020, walk } from './walk.ts'

describe('two colleagues', () => {
  test(
    'fill one report together: what one has answered the other is not asked',
    inOffice(street, async office => {
      const first = await office.join(1001, '李')
      const second = await office.join(1002, '周')
      await walk(office, first, { until: 'projects' })
      await office.does(second, () => second.tap(/填报$/))
      // The first unanswered question, for both: 53 comes from the second, 116 from the first.
      expect(second.last().text).toContain('政府集中采购项目几项')
      await office.does(second, () => second.send('53'))
      await office.does(first, () => first.tap('返回'))
      await office.does(first, () => first.send('目录'))
      await office.does(first, () => first.send('继续'))
      expect(first.last().text).toContain('采购总金额')
      await office.does(first, () => first.send('116万元'))
      expect(await notZero(office)).toEqual(expected)
      // The second one's question stands answered; the answer that comes now is compared, not written over.
      await office.does(second, () => second.send('117万元'))
      expect(second.last().text).toMatch(/刚有修改，该条未计入/)
      expect(second.last().text).toContain('116万元')
      expect(await notZero(office)).toEqual(expected)
      office.sim.assertClean()
    }),
  )

  test(
    'who answer the same question at the same moment: one counts, the other is told and shown what stands',
    inOffice(street, async office => {
      const first = await office.join(1001, '李')
      const second = await office.join(1002, '周')
      await walk(office, first, { until: 'projects' })
      await office.does(second, () => second.tap(/填报$/))
      await office.does(first, () => {
        first.send('53')
        second.send('35')
      })
      office.atRest(second)
      const texts = [first, second].map(person => person.last().text ?? '')
      const told = texts.filter(text => text.includes('未计入'))
      expect(told).toHaveLength(1)
      const stands = Number(Object.values(await notZero(office))[0])
      expect([53, 35]).toContain(stands)
      expect(told[0]).toContain(String(stands))
      const lines = (await office.ledger.audit()).filter(({ cell }) => cell.endsWith('.projects'))
      expect(lines).toHaveLength(1)
      expect(Object.keys(await notZero(office))).toEqual(['disclosure.procurement.projects'])
    }),
  )

  test(
    'see each other’s figures in the page as it prints',
    inOffice(street, async office => {
      const first = await office.join(1001, '李')
      const second = await office.join(1002, '周')
      await walk(office, first, { until: 'requests' })
      await office.does(second, () => second.send('全文'), 4)
      const seen = second
        .received()
        .map(message => message.text ?? '')
        .join('\n')
      expect(seen).toContain('116万元')
      expect(seen).toContain('53')
    }),
  )

  test(
    'keep apart: a tap on a card that a colleague has overtaken says so and closes no gate of theirs',
    inOffice(street, async office => {
      const first = await office.join(1001, '李')
      const second = await office.join(1002, '周')
      await walk(office, first, { until: 'requests' })
      await office.does(second, () => second.tap(/填报$/))
      await office.does(first, () => first.tap('有'))
      await office.does(first, () => first.tap('自然人'))
      await office.does(first, () => first.tap('选完了'))
      await office.does(first, () => first.send('6'))
      const stood = await notZero(office)
      await office.does(second, () => second.tap('没有'))
      expect(await notZero(office)).toEqual(stood)
      expect(second.last().text).toMatch(/刚有修改/)
      office.sim.assertClean()
    }),
  )
})

describe('an impatient person', () => {
  test(
    'who sends a number twice before the reply has it written once',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      await office.does(
        person,
        () => {
          person.send('53')
          person.send('53')
        },
        2,
      )
      expect(await notZero(office)).toEqual({ 'disclosure.procurement.projects': 53 })
      expect(person.last().text).toMatch(/未计入/)
      expect(person.last().text).toContain('采购总金额')
      await walk(office, person, { from: 'amount' })
      expect(await notZero(office)).toEqual(expected)
      office.sim.assertClean()
    }),
  )

  test(
    'who sends a number twice while Telegram is slow has it written once',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'requests' })
      for (const label of ['有', '自然人', '选完了']) await office.does(person, () => person.tap(label))
      // The reply cannot be sent for a while, so they ask themselves whether their answer arrived.
      sim.fail({ method: 'sendMessage', with: { status: 429, retry_after: 5 } })
      person.send('6')
      await sim.settle()
      person.send('6')
      await sim.settle()
      await office.pass(6_000)
      await office.pass(6_000)
      const stored = (await office.ledger.audit()).filter(({ cell }) => cell.endsWith('.natural'))
      expect(stored.map(({ cell }) => cell)).toEqual(['requests.received.natural'])
    }),
  )

  test(
    'who taps a button three times gets one answer to it',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'requests' })
      const id = person.last().id
      await office.does(
        person,
        () => {
          for (let times = 0; times < 3; times += 1) person.tapOld(id, '没有')
        },
        2,
      )
      const gates = (await office.ledger.audit()).filter(({ cell }) => cell === 'requests.?')
      expect(gates).toHaveLength(1)
      const disputes = (await office.ledger.audit()).filter(({ cell }) => cell === 'disputes.?')
      expect(disputes).toEqual([])
      expect(person.last().text).toContain('行政复议')
      await walk(office, person, { from: 'disputes' })
      office.sim.assertClean()
    }),
  )

  test(
    'who ticks twice has the tick taken away again, as on paper',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'tick' })
      await office.does(person, () => street2020.tick(person))
      await office.does(person, () => person.tap('✓ 政府集中采购'))
      const labels =
        person
          .last()
          .inline?.flat()
          .map(button => button.text) ?? []
      expect(labels.filter(label => label.startsWith('✓'))).toEqual([])
      expect(labels).toContain('均无')
    }),
  )
})
