// Says the findings that a change brought about where no question puts them (docs/decisions/0019).

import type { Effect } from '../effect.ts'
import type { Finding } from '../rules/finding.ts'
import { findingKey } from '../rules/finding.ts'
import { newlyBroken } from './figures.ts'
import type { StepState } from './step-state.ts'

/** The step with its new findings said before its question. A text that is being written is judged when it is done. */
export const sayBroken = (before: StepState, after: StepState): StepState => {
  if (before.filing === after.filing) return after
  const { question } = after.focus
  const broken = newlyBroken(before, after)
  const isPut = ({ key }: { readonly key: string }) => broken.some(finding => findingKey(finding) === key)
  if (question.type === 'finding' && isPut(question)) return after
  const asked = [before.focus.question, question]
  const isUnderWay = ({ text }: Finding) => asked.every(each => 'text' in each && each.text === text)
  const findings = broken.filter(finding => !isUnderWay(finding))
  if (findings.length === 0) return after
  const isAsk = ({ type }: Effect) => type === 'ask'
  return {
    ...after,
    effects: [
      ...after.effects.filter(effect => !isAsk(effect)),
      { type: 'broken', findings },
      ...after.effects.filter(isAsk),
    ],
  }
}
