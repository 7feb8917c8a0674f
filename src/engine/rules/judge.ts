// Which file judges which kind of rule.

import { assertNever } from '../../faults.ts'
import { apart } from './apart.ts'
import { atLeast } from './at-least.ts'
import { blank } from './blank.ts'
import { edition } from './edition.ts'
import { equation } from './equation.ts'
import type { Finding } from './finding.ts'
import { fresh } from './fresh.ts'
import type { Judged } from './judged.ts'
import { level } from './level.ts'
import { opening } from './opening.ts'
import { pending } from './pending.ts'
import { power } from './power.ts'
import { ratio } from './ratio.ts'
import type { Rule } from './rule.ts'
import { stock } from './stock.ts'
import { judgeText } from './text/judge-text.ts'
import { together } from './together.ts'
import { wan } from './wan.ts'
import { whole } from './whole.ts'
import { without } from './without.ts'

export const judge = (rule: Rule, judged: Judged): readonly Finding[] => {
  switch (rule.type) {
    case 'edition':
      return edition(rule, judged)
    case 'blank':
      return blank(rule, judged)
    case 'equation':
      return equation(rule, judged)
    case 'whole':
      return whole(rule, judged)
    case 'at-least':
      return atLeast(rule, judged)
    case 'together':
      return together(rule, judged)
    case 'stock':
      return stock(rule, judged)
    case 'opening':
      return opening(rule, judged)
    case 'level':
      return level(rule, judged)
    case 'power':
      return power(rule, judged)
    case 'ratio':
      return ratio(rule, judged)
    case 'apart':
      return apart(rule, judged)
    case 'fresh':
      return fresh(rule, judged)
    case 'wan':
      return wan(rule, judged)
    case 'without':
      return without(rule, judged)
    case 'pending':
      return pending(rule, judged)
    case 'text':
      return judgeText(rule, judged)
    default:
      return assertNever(rule)
  }
}
