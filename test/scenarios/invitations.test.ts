// Invitations: one person each, used again by that person, used by another, used too late.

import { describe, expect, test } from 'vitest'
import { inOffice, street } from './office.ts'
import { expected, notZero, walk } from './walk.ts'

describe('an invitation', () => {
  test(
    'binds one person: the next one to open it is told to ask for another',
    inOffice(street, async office => {
      await office.join(1001, '李')
      const other = office.sim.user({ id: 1002, name: '周' })
      await office.does(other, () => other.start('invitation-code-number-1'))
      expect(other.last().text).toMatch(/已使用或已过期/)
      expect(await office.store.loadSeat('telegram:1002', 'telegram:1002')).toBeNull()
    }),
  )

  test(
    'opened again by the same person, as a link is on a second phone, leads back to the report',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'requests' })
      await office.does(person, () => person.start('invitation-code-number-1'))
      expect(person.last().text).toMatch(/已填内容均已保存/)
      await office.does(person, () => person.tap('继续填报'))
      await walk(office, person, { from: 'requests' })
      expect(await notZero(office)).toEqual(expected)
    }),
  )

  test(
    'that has expired binds nobody',
    inOffice(street, async office => {
      await office.ledger.invite('invitation-code-of-old', office.sim.clock.now() + 1_000)
      await office.pass(2_000)
      const late = office.sim.user({ id: 1003, name: '吴' })
      await office.does(late, () => late.start('invitation-code-of-old'))
      expect(late.last().text).toMatch(/已使用或已过期/)
    }),
  )
})
