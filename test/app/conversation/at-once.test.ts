// Posts that arrive at the same moment in one process: they wait for each other and none is refused. What was measured
// before there were turns: of 8 at once by one person 49 % were refused, of 10 colleagues 55 %, of 10 uploads 50 %.

import { describe, expect, test } from 'vitest'
import { indexOf } from '../../../src/engine/index-of.ts'
import { fault, mayPass } from '../../../src/faults.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import type { Store } from '../../../src/storage/store.ts'
import { type House, inHouse } from '../../channels/web/house.ts'

const rounds = process.env.LONG === '1' ? 20 : 3
/** A figure for each colleague. */
const cells = [...catalog.forms.values()]
  .slice(0, 1)
  .flatMap(form => [...indexOf(form).cells.values()])
  .filter(({ sum, answer }) => !sum && answer === 'count')
  .map(({ key }) => key)
const word = '目录'

/** Counts the commits that lost to another: those that wait for their turn lose to none. */
const counting = () => {
  const races = { lost: 0 }
  const around = (store: Store): Store => ({
    ...store,
    commitAndLease: async (commit, until) => {
      const leased = await store.commitAndLease(commit, until)
      if (leased.committed === 'lost' && commit.incoming.id.includes('at-once')) races.lost += 1
      return leased
    },
  })
  return { races, around }
}

const statuses = async (answers: readonly (Response | Promise<Response>)[]): Promise<readonly number[]> =>
  (await Promise.all(answers)).map(({ status }) => status)

const handled = async ({ sql }: House): Promise<number> =>
  Number((await sql.all(`SELECT count(*) AS n FROM incoming WHERE id LIKE '%/at-once-%'`))[0]?.n)

describe('posts at the same moment are all taken', () => {
  test.each([2, 4, 8])('of one person, %i of them', async many => {
    const { races, around } = counting()
    await inHouse(
      async house => {
        const visitor = await house.entered()
        for (let round = 0; round < rounds; round += 1) {
          const ids = Array.from({ length: many }, (_, n) => `at-once-${round}-${n}`)
          expect(await statuses(ids.map(id => visitor.json({ id, text: word })))).toEqual(ids.map(() => 200))
        }
        expect(await handled(house)).toBe(rounds * many)
        expect(races.lost).toBe(0)
        expect(house.logged).toEqual([])
      },
      { around },
    )()
  })

  test.each([2, 5, 10])('of %i colleagues, each without a pause', async many => {
    const { races, around } = counting()
    await inHouse(
      async house => {
        const visitors = await Promise.all(Array.from({ length: many }, (_, n) => house.entered(`李${n}`)))
        const refused: number[] = []
        const posting = async (visitor: (typeof visitors)[number], n: number) => {
          for (let round = 0; round < rounds; round += 1) {
            const shown = round === 0 ? '' : JSON.stringify([round - 1, null])
            const fields = { id: `at-once-${round}-${n}`, cell: cells[n] ?? '', text: `${round}`, shown }
            const { status } = await visitor.form('/chat/table', fields)
            if (status !== 303) refused.push(status)
          }
        }
        await Promise.all(visitors.map(posting))
        expect(refused).toEqual([])
        expect(await handled(house)).toBe(rounds * many)
        expect(races.lost).toBe(0)
        expect(house.logged).toEqual([])
      },
      { around },
    )()
  })

  test('of one person, ten uploads', async () => {
    const { races, around } = counting()
    await inHouse(
      async house => {
        const visitor = await house.entered()
        const upload = (n: number) => {
          const body = new FormData()
          body.set('id', `at-once-${n}`)
          body.set('file', new File(['no document'], `报告${n}.docx`))
          return visitor.request('/chat/files', { method: 'POST', body })
        }
        expect(await statuses(Array.from({ length: 10 }, (_, n) => upload(n)))).toEqual(Array(10).fill(303))
        expect(await handled(house)).toBe(10)
        expect(races.lost).toBe(0)
        expect(house.logged).toEqual([])
      },
      { around },
    )()
  })
})

test('a race that is lost for good has a name of its own, is told as passing, and is not called database trouble', async () => {
  const around = (store: Store): Store => ({
    ...store,
    commitAndLease: async (commit, until) =>
      commit.incoming.id.endsWith('/lost')
        ? { committed: 'lost', mail: [] }
        : store.commitAndLease(commit, until),
  })
  await inHouse(
    async house => {
      const visitor = await house.entered()
      const answer = await visitor.json({ id: 'lost', text: word })
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
      const failed = house.logged.filter(line => line.includes('web.failed'))
      expect(failed).toEqual([expect.stringContaining('"error":"contention","detail":"filing"')])
      expect(house.logged.join()).not.toContain('database-unavailable')
    },
    { around },
  )()
  expect(mayPass(fault('contention'))).toBe(true)
})
