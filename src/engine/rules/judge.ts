// Which file judges which kind of rule.

import { atLeast } from './at-least.ts'
import { equation } from './equation.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './judged.ts'
import type { Rule } from './rule.ts'
import { judgeText } from './text/judge-text.ts'
import { together } from './together.ts'
import { whole } from './whole.ts'

export const judge = (rule: Rule, judged: Judged): readonly Finding[] => {
  switch (rule.type) {
    case 'equation':
      return equation(rule, judged)
    case 'whole':
      return whole(rule, judged)
    case 'at-least':
      return atLeast(rule, judged)
    case 'together':
      return together(rule, judged)
    case 'text':
      return judgeText(rule, judged)
    default:
      return rule satisfies never
  }
}
