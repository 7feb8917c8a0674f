// Colleagues who write into one filing at the same moment: in one process they wait for each other, across processes
// the one who comes second tries again after a pause. Nobody is told that something failed.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReceive } from '../../../src/app/conversation/receive.ts'
import { standsIn } from '../../../src/engine/derive.ts'
import { cellKey } from '../../../src/engine/form.ts'
import { indexOf } from '../../../src/engine/index-of.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import type { Store } from '../../../src/storage/store.ts'
import { createStore } from '../../../src/storage/store.ts'
import { type Desk, openDesk } from '../desk.ts'
import { portsOf } from '../ports-of.ts'

const cells = indexOf(disclosure2021)
  .entered.filter(({ answer }) => answer === 'count')
  .slice(0, 10)
  .map(({ key }) => key)

let desk: Desk
let pauses: number[]
beforeEach(async () => {
  desk = await openDesk({ form: disclosure2021 })
  pauses = []
})
afterEach(() => desk.close())

type Receive = ReturnType<typeof createReceive>

/** A process whose pauses are noted and last as many turns of the event loop; the limit of a wait is never reached. */
const processOver = (store: Store, chance: () => number = Math.random): Receive =>
  createReceive({
    ...desk.parts,
    ...portsOf(store),
    environment: {
      ...desk.environment,
      chance,
      sleep: async ms => {
        if (ms >= 1_000) return new Promise<void>(() => {})
        pauses.push(ms)
        for (let turn = 0; turn < ms; turn += 1) await new Promise(resolve => setImmediate(resolve))
      },
    },
  })

/** Ten people of one unit. */
const ten = async () => {
  const people = []
  for (const n of cells.keys()) people.push(await desk.seated(`colleague-${n}`))
  return people
}

const filing = async () => {
  const found = await createStore(desk.sql).filingOf(desk.unit.id, disclosure2021.obligation, 2022)
  if (!found) throw new Error('no filing')
  return found
}

/** Each writes a figure into a cell of their own, all at once; resolves with how that ended. */
const post = async (people: Awaited<ReturnType<typeof ten>>, round: number, by: (n: number) => Receive) => {
  const stood = await filing()
  const posts = people.map((each, n) => {
    const cell = cellKey(cells[n] ?? '')
    const text = `${round * 10 + n}`
    const shown = standsIn(disclosure2021, stood, cell)
    return by(n)(each.incoming({ type: 'cell', cell, text, shown }, null))
  })
  return (await Promise.allSettled(posts)).map(({ status }) => status)
}
const everybody = cells.map(() => 'fulfilled')

const expectFigures = async (round: number) => {
  const { entries } = await filing()
  expect(cells.map(cell => entries.get(cell)?.value)).toEqual(cells.map((_, n) => round * 10 + n))
}

describe('ten colleagues', () => {
  test('of one process wait for each other: nobody loses, and no figure does', async () => {
    const people = await ten()
    const receive = processOver(desk.store)
    for (let round = 1; round <= 5; round += 1) {
      expect(await post(people, round, () => receive)).toEqual(everybody)
      await expectFigures(round)
    }
    expect(pauses).toEqual([])
    expect(desk.logged).toEqual([])
  })

  test('of two processes try again after a pause, and every figure is stored', async () => {
    const people = await ten()
    const processes = [processOver(desk.store), processOver(createStore(desk.sql))]
    for (let round = 1; round <= 5; round += 1) {
      expect(await post(people, round, n => processes[n % 2] ?? processOver(desk.store))).toEqual(everybody)
      await expectFigures(round)
    }
    expect(pauses.length).toBeGreaterThan(0)
  })

  test('are not held up by one whose message failed', async () => {
    const [ann, bob] = await ten()
    const receive = processOver({
      ...desk.store,
      commit: async commit => {
        if (commit.incoming.id === 'broken') throw new TypeError('broken')
        return desk.store.commit(commit)
      },
    })
    if (!ann || !bob) throw new Error('nobody came')
    const input = { type: 'cell', cell: cells[0] ?? '', text: '7', shown: '' } as const
    const broken = expect(receive(ann.incoming(input, null, 'broken'))).rejects.toThrow('broken')
    await receive(bob.incoming(input, null))
    await broken
    expect((await filing()).entries.get(cells[0] ?? ('' as never))?.value).toBe(7)
  })
})

describe('a race that is lost', () => {
  /** The pauses of somebody who loses this often, with this luck. */
  const pausesOf = async (losses: number, luck: number) => {
    const ann = await desk.seated('ann')
    let left = losses
    const commit: Store['commit'] = async each => (left-- > 0 ? 'lost' : desk.store.commit(each))
    const receive = processOver({ ...desk.store, commit }, () => luck)
    await receive(ann.incoming({ type: 'cell', cell: cells[0] ?? '', text: '7', shown: '' }, null))
    return pauses
  }

  test.each([
    ['least', 0, [20, 20, 20, 20]],
    ['middling', 0.5, [60, 110, 210, 210]],
    ['greatest', 1, [100, 200, 400, 400]],
  ])(
    'is run again after a pause of a random length within bounds that grow, with %s luck',
    async (_, luck, expected) => {
      expect(await pausesOf(4, luck)).toEqual(expected)
    },
  )

  test('for the sixteenth time is given back to the sender, who repeats the message', async () => {
    await expect(pausesOf(16, 0)).rejects.toThrow('contention')
    expect(pauses).toEqual(Array(15).fill(20))
    expect(await desk.count('fault')).toBe(0)
  })
})
