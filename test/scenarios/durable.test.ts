// What must survive repeats, races, a locked database and our own failures: every answer counts once, none is lost,
// nobody is kept waiting by somebody else's trouble.

import { expect, test } from 'vitest'
import { fault } from '../../src/faults.ts'
import { connect } from '../../src/storage/sqlite3.ts'
import type { Store } from '../../src/storage/store.ts'
import { inOffice, street } from './office.ts'
import { expected, notZero, street2020, walk } from './walk.ts'

test(
  'every update that is delivered twice changes nothing and says nothing the second time',
  inOffice(street, async office => {
    const { sim, ledger } = office
    sim.duplicate()
    const person = await office.join(1001, '李')
    await walk(office, person, { before: () => sim.duplicate() })
    expect(sim.stats.duplicates).toBe(14)
    sim.assertClean()
    expect(await notZero(office)).toEqual(expected)
    const lines = await ledger.audit()
    expect(new Set(lines.map(({ what, cell }) => `${what} ${cell}`)).size).toBe(lines.length)
    // The first screen, five questions in messages of their own, the document and the last question again.
    expect(person.received().filter(message => message.document)).toHaveLength(1)
    expect(office.callsTo(1001).filter(({ method }) => /^sendMessage$/i.test(method))).toHaveLength(7)
  }),
)

test(
  'two devices that answer at the same moment lose nothing: one answer counts, the other is told so',
  inOffice(street, async office => {
    const person = await office.join(1001, '李')
    await walk(office, person, { until: 'requests' })
    // One device types, the other taps: Telegram delivers them side by side.
    await office.does(
      person,
      () => {
        person.send('没有')
        person.tap('没有')
      },
      2,
    )
    const { figures } = await office.ledger.report()
    expect(figures['requests.received.total']).toBe(0)
    const gates = (await office.ledger.audit()).filter(({ cell }) => cell.endsWith('.?'))
    expect(gates.map(({ cell }) => cell).sort()).toEqual(['disclosure.?', 'requests.?'])
    expect(person.last().text).toContain('行政复议')
    office.sim.assertClean()
  }),
)

test(
  'two taps at once on one card count once each, and the screen shows what is stored',
  inOffice(street, async office => {
    const person = await office.join(1001, '李')
    await walk(office, person, { until: 'tick' })
    await office.does(person, () => {
      person.tap('行政许可')
      person.tap('行政处罚')
    })
    const labels =
      person
        .last()
        .inline?.flat()
        .map(button => button.text) ?? []
    expect(labels.filter(label => label.startsWith('✓'))).toEqual(['✓ 行政许可', '✓ 行政处罚'])
  }),
)

test(
  'a locked database is answered with 503 and Retry-After, and the same update counts once when it is free',
  inOffice(
    street,
    async office => {
      const { sim, file } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      const locker = await connect(file, 'BEGIN EXCLUSIVE', 0)
      const { attempts } = sim.stats
      const before = sim.clock.now()
      setTimeout(() => void locker.exec('COMMIT'), 450)
      await office.does(person, () => street2020.projects(person))
      await locker.close()
      expect(sim.stats.attempts - attempts).toBe(2)
      expect(sim.clock.now() - before, 'Retry-After in milliseconds').toBe(5_000)
      expect(office.logged.join()).toContain('database-unavailable')
      expect(await notZero(office)).toEqual({ 'disclosure.procurement.projects': 53 })
      expect((await office.ledger.audit()).filter(({ cell }) => cell.endsWith('.projects'))).toHaveLength(1)
      sim.assertClean()
    },
    { busyTimeoutMs: 300 },
  ),
)

/** Makes a store's method fail on order. */
const failing = (what: 'loadSeat' | 'card' | 'commit') => {
  const orders: (() => Error)[] = []
  const first = <Given extends readonly unknown[], Result>(work: (...given: Given) => Promise<Result>) => {
    return (...given: Given): Promise<Result> => {
      const error = orders.shift()
      return error ? Promise.reject(error()) : work(...given)
    }
  }
  const around = (store: Store): Store => {
    const { loadSeat, card, commit, commitAndLease } = store
    switch (what) {
      case 'loadSeat':
        return { ...store, loadSeat: first(loadSeat) }
      case 'card':
        return { ...store, card: first(card) }
      case 'commit':
        return { ...store, commit: first(commit), commitAndLease: first(commitAndLease) }
      default:
        return what satisfies never
    }
  }
  return { orders, around }
}

const places = ['loadSeat', 'card', 'commit'] as const

for (const place of places) {
  const trouble = failing(place)
  test(
    `database trouble in the store's ${place} loses no tap: it is repeated until it counts`,
    inOffice(
      street,
      async office => {
        const person = await office.join(1001, '李')
        await walk(office, person, { until: 'requests' })
        for (let times = 0; times < 3; times += 1) trouble.orders.push(() => fault('database-unavailable'))
        await office.does(person, () => street2020.requests(person))
        expect(trouble.orders).toEqual([])
        expect(office.sim.stats.dropped).toBe(0)
        expect(person.last().text).toContain('行政复议')
        await walk(office, person, { from: 'disputes' })
        expect(await notZero(office)).toEqual(expected)
        office.sim.assertClean()
      },
      { around: trouble.around },
    ),
  )

  const bug = failing(place)
  test(
    `an update that makes us fail in the store's ${place} is apologised for, recorded without its words, and done with`,
    inOffice(
      street,
      async office => {
        const { sim, ledger } = office
        const person = await office.join(1001, '李')
        await walk(office, person, { until: 'requests' })
        const { attempts } = sim.stats
        bug.orders.push(() => new TypeError('words of a person: 没有'))
        await office.does(person, () => person.tap('没有'))
        expect(sim.stats.attempts - attempts, 'deliveries').toBe(1)
        expect(person.last().text).toMatch(/处理失败/)
        const faults = await ledger.faults()
        expect(faults).toEqual([{ code: 'TypeError', channel: 'telegram' }])
        // The place is kept: the card is still there and can be tapped again.
        await walk(office, person, { from: 'requests' })
        expect(await notZero(office)).toEqual(expected)
        sim.assertClean()
      },
      { around: bug.around },
    ),
  )
}

test('one chat whose update keeps failing does not keep another chat waiting', async () => {
  const stuck = { chat: '', times: 0 }
  const around = (store: Store): Store => ({
    ...store,
    loadSeat: (person, chat) => {
      if (chat !== stuck.chat || stuck.times <= 0) return store.loadSeat(person, chat)
      stuck.times -= 1
      return Promise.reject(fault('database-unavailable'))
    },
  })
  await inOffice(
    street,
    async office => {
      const first = await office.join(1001, '李')
      const second = await office.join(1002, '周')
      Object.assign(stuck, { chat: 'telegram:1001', times: 1 })
      first.tap('开始填报')
      second.tap('开始填报')
      await office.sim.settle({ advance: 'none' })
      expect(second.last().text).toContain('二、主动公开')
      expect(first.last().text).not.toContain('二、主动公开')
      await office.sim.settle()
      expect(first.last().text).toContain('二、主动公开')
    },
    { around },
  )()
})
