// The simulation from a shell: `node test/simulation/cli.ts FROM COUNT` runs seeds, stops at the first that fails, and
// says what is left of its plan when nothing more can be left out. With TRACE=1 it prints the trace.

import { planOf } from './plan.ts'
import { runPlan } from './run-plan.ts'

const [from = 1, count = 20] = process.argv.slice(2).map(Number)
const began = Date.now()
let bad = 0
for (let seed = from; seed < from + count; seed += 1) {
  const at = Date.now()
  const plan = planOf(seed)
  const { hash, broken, events, lasted } = await runPlan(
    plan,
    process.env.TRACE ? line => process.stdout.write(`${line}\n`) : undefined,
  )
  process.stdout.write(
    `${seed} ${hash} ${events} events ${Math.round(lasted / 60_000)} min ${Date.now() - at} ms steps ${plan.steps.length} ${broken.length} broken\n`,
  )
  for (const { name, how } of broken.slice(0, 4)) process.stdout.write(`   ${name}: ${how}\n`)
  if (broken.length > 0) bad += 1
}
process.stdout.write(`${count} seeds, ${bad} bad, ${((Date.now() - began) / count).toFixed(0)} ms a seed\n`)
