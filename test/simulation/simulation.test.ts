// The simulation: the same seed goes the same way, and a plan that fails is made smaller.

import { expect, test } from 'vitest'
import { type Plan, planOf } from './plan.ts'
import { runPlan } from './run-plan.ts'
import { shrink } from './shrink.ts'

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
