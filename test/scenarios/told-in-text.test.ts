// A text that states a figure which its table lacks: the bot quotes the sentence, and one tap fills the cell.

import { expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { inOffice, street } from './office.ts'

test(
  'a figure of 总体情况 is offered with its sentence, counts after one tap, and the text goes on',
  inOffice(street, async office => {
    const person = await office.join(1001, '李')
    await office.does(person, () => person.send('目录'))
    await office.does(person, () => person.tap(/总体情况/))
    await office.does(person, () => person.send('（一）主动公开。全年政府集中采购53项116万元。'))
    const offered = person.last()
    expect(offered.text).toContain('总体情况中写明的下列数据，表格尚未填报：')
    expect(offered.text).toContain('全年政府集中采购53项116万元')
    expect((await office.ledger.figures()).size).toBe(0)
    await office.does(person, () => person.tap('是，记录'))
    expect((await office.store.loadSeat('telegram:1001', 'telegram:1001'))?.focus.question).toEqual({
      type: 'text',
      text: 'overview',
    })
    expect((await office.ledger.figures()).size).toBe(2)
    office.sim.assertClean()
    expectTranscript('told-in-text', office.sim.transcript(1001))
  }),
)
