// The shape of a form: what is asked, what is computed, how it prints, which rules it carries (see forms/). The engine
// reads it and never names one.

import type {
  AnswerType,
  CellKey,
  FormId,
  GateKey,
  Level,
  ObligationId,
  RuleId,
  SectionKey,
  TextKey,
} from './keys.ts'
import type { Rule } from './rules/rule.ts'

export type {
  AnswerType,
  CellKey,
  FormId,
  GateKey,
  Level,
  ObligationId,
  RuleId,
  SectionKey,
  TextKey,
} from './keys.ts'
export { cellKey, formId, gateKey, levels, obligationId, sectionKey, textKey } from './keys.ts'

/** A printed option of a cell; its key is permanent. */
export type Option = { readonly key: string; readonly label: string }

/** One figure of the form. */
export type Cell = {
  readonly key: CellKey
  readonly section: SectionKey
  readonly answer: AnswerType
  /** The options, where the answer is `choices`. */
  readonly options?: readonly Option[]
  /** Printed labels, verbatim: the row with the groups above it (outermost first), and the column. */
  readonly row: string
  readonly groups: readonly string[]
  readonly column: string
  /** Keys of the printed row and column: cells that share one are pasted and checked together. */
  readonly rowKey: string
  readonly columnKey: string
  /** The entered cells whose sum this one is; such a cell is computed and never asked. */
  readonly sum?: readonly CellKey[]
  /** Last year's cells whose sum this one starts with: what was carried over then came in now. */
  readonly opening?: readonly CellKey[]
}

/** One thing a gate can open: the cells to ask behind it, and perhaps a further gate after them. */
export type Branch = {
  readonly key: string
  readonly label: string
  readonly cells: readonly CellKey[]
  readonly gate?: Gate
  /** Levels of unit for which this hardly ever occurs; it stands behind one more tap there. */
  readonly rareFor?: readonly Level[]
  /** It stands ahead of a long list: published reports have it most. */
  readonly isCommon?: true
}

/** A question that opens or zero-fills cells: which of these branches have figures? */
export type Gate = {
  readonly key: GateKey
  readonly section: SectionKey
  /** `any` asks yes or no before it shows the branches; `pick` shows them at once. */
  readonly first: 'any' | 'pick'
  readonly branches: readonly Branch[]
}

/** A printed table cell: words, or the place of a figure. Spans count grid columns and rows. */
export type PrintedCell = {
  readonly columns?: number
  readonly rows?: number
} & ({ readonly text: string; readonly role: 'head' | 'label' | 'corner' } | { readonly cell: CellKey })

/** A table as it prints: relative widths of the grid's columns, how many rows repeat on a new page, the rows. */
export type PrintedTable = {
  readonly widths: readonly number[]
  readonly headRows: number
  readonly rows: readonly (readonly PrintedCell[])[]
}

export type TextSection = {
  readonly type: 'text'
  readonly key: SectionKey
  readonly text: TextKey
  /** Printed heading, verbatim; the opening text has none. */
  readonly heading: string | null
  /** Headings by which documents call it beside its own, without a number. */
  readonly alsoHeaded?: readonly string[]
  readonly required: boolean
  /** A wording that may be used with one tap: `{unit}` and `{year}` are filled in. */
  readonly standard?: string
  /** A sentence that the figures make, ready to be put in with one tap. */
  readonly sentence?: Sentence
  /** The subjects that it has to speak of, in their order; they may be written one by one. */
  readonly outline?: readonly Topic[]
}

/** One subject of a text: its key is permanent; `heading` is printed above its words, `label` is the heading's name. */
export type Topic = { readonly key: string; readonly label: string; readonly heading: string }

/**
 * `template` is in the language of bound.ts, with `{year}`; a text with a word of its `subject` says it already; `topic`
 * is the one of the outline that it belongs to.
 */
export type Sentence = {
  readonly template: string
  readonly subject: readonly string[]
  readonly topic?: string
}

export type TableSection = {
  readonly type: 'table'
  readonly key: SectionKey
  readonly heading: string
  /** As in a text section. */
  readonly alsoHeaded?: readonly string[]
  /** A cell that stands behind no gate is simply asked. */
  readonly gate?: Gate
  readonly cells: readonly Cell[]
  readonly table: PrintedTable
  /** How people call its rows and columns beside the printed labels. */
  readonly called?: readonly Called[]
}

/**
 * Words, with spaces between them, for the row or column of this key, or for one of several that share it. `{lastYear}`
 * and `{nextYear}` are filled in.
 */
export type Called = {
  readonly axis: 'row' | 'column'
  readonly keys: readonly string[]
  readonly words: string
}

export type Section = TextSection | TableSection

/** One edition of the statutory form. */
export type Form = {
  readonly id: FormId
  readonly obligation: ObligationId
  /** Raised when keys, questions or what a check judges by change: what is open is then judged anew. */
  readonly revision: number
  /** Keys of earlier revisions and what they are called now. */
  readonly renamed: Readonly<Record<string, string>>
  readonly years: { readonly from: number; readonly to: number | null }
  /** The notice that issued it. */
  readonly notice: string
  /** The document's title: `{unit}` and `{year}` are filled in. */
  readonly title: string
  /** The sentence with which a text ends where the unit has set how it can be reached: `{unit}` and `{contact}`. */
  readonly contact?: { readonly text: TextKey; readonly wording: string }
  /** In printed order. */
  readonly sections: readonly Section[]
  /** The figures that whoever signs looks at first. */
  readonly headline?: readonly CellKey[]
  /** Every section once, in the order in which they are asked. */
  readonly asked: readonly SectionKey[]
  readonly rules: readonly Rule[]
  /** Reasons that often hold, ready to be tapped: by rule, and for any other. */
  readonly reasons: Readonly<Record<RuleId, readonly string[]>> & { readonly any: readonly string[] }
}
