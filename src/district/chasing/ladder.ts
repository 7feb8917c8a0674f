// The steps of chasing a unit, one after the other. The next one is prepared and named; a person takes it, and none is
// taken by itself (the office's rules, 2.1).

/** 私信, 群, 电话填报人, 电话办公室主任, 分管领导, 提醒函. The names are permanent: they stand in stored rows. */
export const steps = ['private', 'group', 'call-filler', 'call-chief', 'leader', 'letter'] as const
export type ChaseStep = (typeof steps)[number]

/** A step that was taken; `at` in epoch milliseconds. */
export type TakenStep = { readonly step: ChaseStep; readonly at: number }

/** The step behind the highest one that was taken; the last one again where all were. A unit that never came in is called first. */
export const nextStep = (taken: readonly TakenStep[], hasEntered: boolean, isLate: boolean): ChaseStep => {
  const highest = Math.max(-1, ...taken.map(({ step }) => steps.indexOf(step)))
  if (highest < 0 && !hasEntered && isLate) return 'call-filler'
  return steps[Math.min(highest + 1, steps.length - 1)] ?? 'letter'
}
