// The kinds of rule across cells, and the printed numbers of the rules a form may carry. A form lists its rules
// as data; each kind is judged by the file of its name.

import type { CellKey } from '../form.ts'
import type { LayoutMessageId, LayoutRuleId } from './layout.ts'
import type { TextMessageId, TextRule, TextRuleId } from './text/text-rule.ts'

/** The rule's permanent number; findings.json has its words. */
export type RuleId = TableRuleId | TextRuleId | LayoutRuleId

export type TableRuleId = 'T214' | 'T215' | 'T301' | 'T302' | 'T303' | 'T304' | 'T401'

/** A message of findings.json: a rule that can be broken in several ways has several, `<rule>.<way>`. */
export type MessageId = TableRuleId | TextMessageId | LayoutMessageId

/** Two sums that must agree. */
export type EquationRule = {
  readonly type: 'equation'
  readonly rule: 'T301' | 'T302' | 'T303' | 'T401'
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
}

/** Figures that count things: whole numbers, none below zero. */
export type WholeRule = { readonly type: 'whole'; readonly rule: 'T304'; readonly cells: readonly CellKey[] }

/** A figure that another cannot exceed: `more` ≥ `less`. */
export type AtLeastRule = {
  readonly type: 'at-least'
  readonly rule: 'T214'
  readonly more: CellKey
  readonly less: CellKey
}

/** Two figures that are zero together or not at all. */
export type TogetherRule = {
  readonly type: 'together'
  readonly rule: 'T215'
  readonly left: CellKey
  readonly right: CellKey
}

export type Rule = EquationRule | WholeRule | AtLeastRule | TogetherRule | TextRule
