// The kinds of rule by name: a new kind is one file and its line here.

import type { MessageId } from '../keys.ts'
import { accountedFor } from './accounted-for.ts'
import { atLeast } from './at-least.ts'
import { blank } from './blank.ts'
import { edition } from './edition.ts'
import { equation } from './equation.ts'
import type { Severity } from './finding.ts'
import type { Kind, RuleData } from './kind.ts'
import { level } from './level.ts'
import { notEqual } from './not-equal.ts'
import { notRepeated } from './not-repeated.ts'
import { opening } from './opening.ts'
import { power } from './power.ts'
import { ratio } from './ratio.ts'
import type { Rule } from './rule.ts'
import { stock } from './stock.ts'
import { unitSlip } from './unit-slip.ts'
import { whole } from './whole.ts'
import { zeroTogether } from './zero-together.ts'
import { zeroUnless } from './zero-unless.ts'

export const kinds = {
  'accounted-for': accountedFor,
  'at-least': atLeast,
  blank,
  edition,
  equation,
  level,
  'not-equal': notEqual,
  'not-repeated': notRepeated,
  opening,
  power,
  ratio,
  stock,
  'unit-slip': unitSlip,
  whole,
  'zero-together': zeroTogether,
  'zero-unless': zeroUnless,
}

type Kinds = typeof kinds
type DataOf<T extends keyof Kinds> = Kinds[T] extends Kind<infer Data> ? Data : never

/** A rule of one of these kinds, as a form writes it down. */
export type KindRule = { [T in keyof Kinds]: { readonly type: T } & DataOf<T> }[keyof Kinds]

/** The rules that a form's data stand for, in their order. */
export const rulesOf = (list: readonly KindRule[]): readonly Rule[] => list.map(ruleOf)

const ruleOf = (data: KindRule): Rule => {
  const { severity, ways, judge }: Kind<never> = kinds[data.type]
  const message: MessageId = data.message ?? data.id
  return {
    id: data.id,
    severity: severity === 'stated' ? (data as { severity: Severity }).severity : severity,
    source: data.source,
    messages: [message, ...[...(ways ?? []), ...(data.ways ?? [])].map(way => `${data.id}.${way}`)],
    kind: data.type,
    data,
    judge: judged => (judge as Judge)(data, judged),
    ...(data.type === 'equation' && { equation: { left: data.left, right: data.right } }),
  }
}

/** The table's own line: data of a kind goes to the judge of that kind. */
type Judge = Kind<RuleData>['judge']
