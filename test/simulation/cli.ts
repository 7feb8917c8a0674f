// The simulation from a shell: `node test/simulation/cli.ts FROM COUNT` lives seeds through until one fails, and says what
// is left of its plan when nothing more can be left out. With TRACE=1 it prints the trace of the first.

import { planOf } from './plan.ts'
import { runPlan } from './run-plan.ts'
import { runSeeds } from './seeds.ts'

const [from = 1, count = 20] = process.argv.slice(2).map(Number)
const print = (line: string): void => void process.stdout.write(`${line}\n`)
if (process.env.TRACE) await runPlan(planOf(from), print)
const { seeds, failure } = await runSeeds({ from, atLeast: count, atMost: count })
if (failure) print(failure.report)
print(JSON.stringify({ seeds, seed: failure?.seed ?? null, names: failure?.names ?? [] }))
process.exitCode = failure ? 1 : 0
