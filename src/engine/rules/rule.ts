// The kinds of rule, and the printed numbers of the rules a form may carry. A form lists its rules as data; each kind
// is judged by the file of its name.

import type { CellKey, Level } from '../form.ts'
import type { Severity } from './finding.ts'
import type { LayoutMessageId, LayoutRuleId } from './layout.ts'
import type { TextMessageId, TextRule, TextRuleId } from './text/text-rule.ts'

/** The rule's permanent number; findings.json has its words. */
export type RuleId = TableRuleId | TextRuleId | LayoutRuleId

export type TableRuleId =
  | 'F01'
  | 'F07'
  | 'T201'
  | 'T202'
  | 'T203'
  | 'T205'
  | 'T206'
  | 'T211'
  | 'T212'
  | 'T213'
  | 'T214'
  | 'T215'
  | 'T301'
  | 'T302'
  | 'T303'
  | 'T304'
  | 'T401'
  | 'T402'
  | 'T404'
  | 'Y01'
  | 'Y02'

/** A message of findings.json: a rule that can be broken in several ways has several, `<rule>.<way>`. */
export type MessageId =
  | TableRuleId
  | TextMessageId
  | LayoutMessageId
  | 'F01.early'
  | 'T205.ratio'
  | 'T205.same'
  | 'T205.none'
  | 'T213.stock'
  | 'T304.table2'
  | 'T304.table4'
  | 'Y01.column'
  | 'Y02.same'

/** The edition of the form belongs to these years. */
export type EditionRule = {
  readonly type: 'edition'
  readonly rule: 'F01'
  readonly from: number
  readonly to: number | null
  readonly notice: string
}

/** No cell is left blank: 0 is a figure and is written. */
export type BlankRule = { readonly type: 'blank'; readonly rule: 'F07'; readonly cells: readonly CellKey[] }

/** Two sums that must agree. */
export type EquationRule = {
  readonly type: 'equation'
  readonly rule: 'T301' | 'T302' | 'T303' | 'T401'
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
}

/** Figures that count things: whole numbers, none below zero. */
export type WholeRule = {
  readonly type: 'whole'
  readonly rule: 'T304'
  readonly message?: MessageId
  readonly cells: readonly CellKey[]
}

/** A figure that another cannot exceed: `more` ≥ `less`, less what went away meanwhile. */
export type AtLeastRule = {
  readonly type: 'at-least'
  readonly rule: 'T202' | 'T213' | 'T214'
  readonly severity: Severity
  readonly more: CellKey
  readonly less: CellKey
  readonly gone?: CellKey
}

/** Two figures that are zero together or not at all. */
export type TogetherRule = {
  readonly type: 'together'
  readonly rule: 'T215'
  readonly left: CellKey
  readonly right: CellKey
}

/** A stock: last year's closing, and what came and went, give this year's. */
export type StockRule = {
  readonly type: 'stock'
  readonly rule: 'T201' | 'T211' | 'T213'
  readonly message?: MessageId
  readonly closing: CellKey
  /** Last year's cells that add up to what the year began with. */
  readonly opening: readonly CellKey[]
  readonly came: readonly CellKey[]
  readonly went: readonly CellKey[]
  /** Some may have gone that no cell counts: less than expected is right. */
  readonly mayShrink?: true
}

/** What came in from last year is what went out of it. */
export type OpeningRule = {
  readonly type: 'opening'
  readonly rule: 'Y01'
  readonly message?: MessageId
  readonly severity: Severity
  readonly cell: CellKey
  readonly closing: CellKey
}

/** Only units of these levels have such a thing. */
export type LevelRule = {
  readonly type: 'level'
  readonly rule: 'T203'
  readonly cells: readonly CellKey[]
  readonly levels: readonly Level[]
}

/** A unit that has the power uses it, one that has none does not. */
export type PowerRule = {
  readonly type: 'power'
  readonly rule: 'T205'
  readonly power: string
  readonly cell: CellKey
}

/** Neither five times last year's figure nor a fifth of it. */
export type RatioRule = {
  readonly type: 'ratio'
  readonly rule: 'T205' | 'Y02'
  readonly message?: MessageId
  readonly cells: readonly CellKey[]
}

/** Two sums that have no reason to be equal. */
export type ApartRule = {
  readonly type: 'apart'
  readonly rule: 'T205' | 'T212'
  readonly message?: MessageId
  readonly left: readonly CellKey[]
  readonly right: readonly CellKey[]
  /** From this size on it is no chance. */
  readonly least: number
}

/** Figures that are not all last year's over again. */
export type FreshRule = { readonly type: 'fresh'; readonly rule: 'Y02'; readonly cells: readonly CellKey[] }

/** An amount in wan yuan that looks like one in yuan. */
export type WanRule = {
  readonly type: 'wan'
  readonly rule: 'T206'
  readonly cell: CellKey
  /** Levels whose fees hardly reach a thousand wan. */
  readonly small: readonly Level[]
}

/** Disputes come from requests: none without any, this year or last. */
export type WithoutRule = {
  readonly type: 'without'
  readonly rule: 'T402'
  readonly cells: readonly CellKey[]
  readonly sources: readonly CellKey[]
}

/** What was pending last year is among this year's. */
export type PendingRule = {
  readonly type: 'pending'
  readonly rule: 'T404'
  readonly pending: CellKey
  readonly total: CellKey
}

export type Rule =
  | EditionRule
  | BlankRule
  | EquationRule
  | WholeRule
  | AtLeastRule
  | TogetherRule
  | StockRule
  | OpeningRule
  | LevelRule
  | PowerRule
  | RatioRule
  | ApartRule
  | FreshRule
  | WanRule
  | WithoutRule
  | PendingRule
  | TextRule
