// The simulation: whole districts lived through, with everything that goes wrong. The same seed goes the same way, and a
// plan that fails is made smaller. One seed by itself: `node test/simulation/cli.ts SEED 1`.

import { expect, test } from 'vitest'
import { type Plan, planOf } from './plan.ts'
import { runPlan } from './run-plan.ts'
import { runSeeds } from './seeds.ts'
import { shrink } from './shrink.ts'

const long = process.env.LONG === '1'
/** The first seeds of each part; all parts together are 2,000 seeds in the long form. */
const parts = long ? Array.from({ length: 20 }, (_, n) => 1 + 100 * n) : [Number(process.env.SEED ?? 1)]
const wanted = long ? { atLeast: 100, atMost: 100 } : { atLeast: 20, atMost: 200, within: 14_000 }

test.each(parts)('every promise holds in the seeds from %i on', async from => {
  const { seeds, failure } = await runSeeds({ ...wanted, from })
  process.stdout.write(`simulation: ${seeds} seeds from ${from} on\n`)
  expect(failure?.report ?? 'all hold').toBe('all hold')
  expect(seeds).toBeGreaterThanOrEqual(wanted.atLeast)
})

test('a seed that fails is told by its number, with the smallest plan that fails so', async () => {
  const live = async ({ troubles }: Plan) => {
    const isBroken = troubles.some(({ type }) => type === 'kill')
    return { hash: 'trace', broken: isBroken ? [{ name: 'copies', how: 'one came twice' }] : [] }
  }
  const { failure } = await runSeeds({ from: 1, atLeast: 50, atMost: 50, live })
  expect(failure).toMatchObject({ names: ['copies'] })
  const lines = failure?.report.split('\n') ?? []
  expect(lines[0]).toContain(`seed ${failure?.seed} fails`)
  expect(lines.slice(1, 2)).toEqual(['  copies: one came twice'])
  expect(lines.slice(3)).toEqual([expect.stringContaining('"type":"kill"')])
})

test('the same seed twice goes the same way, and another one another way', async () => {
  const lines: string[] = []
  const first = await runPlan(planOf(4), line => lines.push(line))
  expect(first.events).toBeGreaterThan(500)
  expect(lines.length).toBeGreaterThan(1_000)
  expect((await runPlan(planOf(4))).hash).toBe(first.hash)
  expect((await runPlan(planOf(6))).hash).not.toBe(first.hash)
})

test('a failing plan is made smaller until nothing more can be left out', async () => {
  const plan = Array.from({ length: 50 }, (_, n) => planOf(n + 1)).find(
    ({ processes, steps, troubles }) =>
      processes === 2 && steps.length > 40 && troubles.filter(({ type }) => type === 'kill').length > 1,
  )
  if (!plan) throw new Error('no plan is large enough')
  const [step] = plan.steps.slice(17)
  let tries = 0
  const fails = async (candidate: Plan) => {
    tries += 1
    return (
      candidate.steps.some(each => each === step) && candidate.troubles.some(({ type }) => type === 'kill')
    )
  }
  const smallest = await shrink(plan, fails)
  expect(smallest).toMatchObject({ processes: 1, steps: [step], troubles: [{ type: 'kill' }] })
  expect(smallest.rates).toEqual({ calls: 0, posts: 0, repeats: 0 })
  expect(tries).toBeLessThanOrEqual(80)
})
