// Seeds lived through one after another, until so much time is spent or one fails; a failing one is told with its number
// and with what is left of its plan when nothing more can be left out.

import { type Plan, planOf } from './plan.ts'
import { type Outcome, runPlan } from './run-plan.ts'
import { shrink } from './shrink.ts'

export type Ran = {
  readonly seeds: number
  /** Null: all held. Else the seed, what broke, and the smallest plan that breaks so. */
  readonly failure: {
    readonly seed: number
    readonly names: readonly string[]
    readonly report: string
  } | null
}

type Wanted = {
  readonly from: number
  readonly atLeast: number
  readonly atMost: number
  /** Milliseconds, after which no seed begins beyond those that must be. */
  readonly within?: number
  /** How a plan is lived through; as in earnest when absent. */
  readonly live?: (plan: Plan) => Promise<Pick<Outcome, 'broken' | 'hash'>>
}

export const runSeeds = async ({
  from,
  atLeast,
  atMost,
  within = Infinity,
  live = runPlan,
}: Wanted): Promise<Ran> => {
  const end = performance.now() + within
  for (let n = 0; n < atMost; n += 1) {
    if (n >= atLeast && performance.now() > end) return { seeds: n, failure: null }
    const seed = from + n
    const plan = planOf(seed)
    const { broken } = await live(plan)
    if (broken.length === 0) continue
    const names = new Set(broken.map(({ name }) => name))
    const failsSo = async (candidate: Plan) =>
      (await live(candidate)).broken.some(({ name }) => names.has(name))
    const smallest = await shrink(plan, failsSo)
    return {
      seeds: n + 1,
      failure: { seed, names: [...names], report: reportOf(smallest, await live(smallest)) },
    }
  }
  return { seeds: atMost, failure: null }
}

const reportOf = (plan: Plan, { broken, hash }: Pick<Outcome, 'broken' | 'hash'>): string => {
  const { seed, processes, people, rates, steps, troubles } = plan
  const moments = [...steps, ...troubles].sort((a, b) => a.at - b.at)
  return [
    `seed ${seed} fails (trace ${hash}), and so does what is left of it:`,
    ...broken.slice(0, 10).map(({ name, how }) => `  ${name}: ${how}`),
    `  ${processes} process(es), people ${JSON.stringify(people)}, rates ${JSON.stringify(rates)}`,
    ...moments.map(moment => `  ${JSON.stringify(moment)}`),
  ].join('\n')
}
