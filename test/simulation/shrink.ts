// A failing plan made smaller: parts are left out as long as it fails in the same way. It ends after so many tries.

import type { Plan } from './plan.ts'

const none = { calls: 0, posts: 0, repeats: 0 }

/** `fails` lives a plan through and says whether it still fails so. */
export const shrink = async (
  plan: Plan,
  fails: (plan: Plan) => Promise<boolean>,
  tries = 80,
): Promise<Plan> => {
  let smallest = plan
  let left = tries
  const attempt = async (candidate: Plan): Promise<boolean> => {
    if (left <= 0) return false
    left -= 1
    if (!(await fails(candidate))) return false
    smallest = candidate
    return true
  }
  await attempt({ ...smallest, rates: none })
  if (plan.processes > 1) await attempt({ ...smallest, processes: 1 })
  // Halves first, then smaller and smaller pieces.
  for (let pieces = 2; left > 0; pieces *= 2) {
    const size = Math.ceil((smallest.steps.length + smallest.troubles.length) / pieces)
    for (const list of ['troubles', 'steps'] as const)
      for (let from = smallest[list].length - 1; from >= 0; from -= size) {
        const first = Math.max(0, from - size + 1)
        const kept: readonly unknown[] = smallest[list].filter((_, n) => n < first || n > from)
        await attempt({ ...smallest, [list]: kept } as Plan)
      }
    if (size <= 1) break
  }
  return smallest
}
