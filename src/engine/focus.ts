// The focus, per person and chat: the question last put and what stood in its cells then. An answer is applied to
// its focus, never to whatever is next on arrival.

import type { Doubt, Draft } from './draft.ts'
import type { Change, EntryKey, MessageRef, StatedFigures } from './filing.ts'
import type { CellKey, GateKey, Section, SectionKey, TextKey } from './form.ts'
import type { Alternatives, Rest } from './mentions/said.ts'
import { type Finding, findingKey } from './rules/finding.ts'
import type { Shown } from './shown.ts'

/** One thing that can be put to a person. */
export type Question =
  | { readonly type: 'welcome' }
  /**
   * `ticked`: the options ticked so far, where the cell has options and somebody began to tick. `amount`: a sum of money
   * as it was written, that waits for its unit.
   */
  | {
      readonly type: 'cell'
      readonly cell: CellKey
      readonly ticked?: readonly string[]
      readonly amount?: string
    }
  /** `ticked` is null while only yes or no is asked. */
  | { readonly type: 'gate'; readonly gate: GateKey; readonly ticked: readonly string[] | null }
  /** `topic` is the one of the text's outline that is written now. */
  | { readonly type: 'text'; readonly text: TextKey; readonly topic?: string }
  /** A few words came while a text is written: are they a part of it? */
  | {
      readonly type: 'remark'
      readonly text: TextKey
      readonly topic?: string
      readonly body: string
      readonly message: MessageRef | null
    }
  /** The printed note of a figure is awaited. */
  | { readonly type: 'note'; readonly cell: CellKey }
  | Proposal
  /** A finding, by its key, with a way to each cell that takes part. */
  | {
      readonly type: 'finding'
      readonly key: string
      readonly cells: readonly CellKey[]
      readonly all: boolean
    }
  /** A document that may not be this report: does it count? */
  | { readonly type: 'import'; readonly draft: Draft; readonly doubts: readonly Doubt[] }
  /** A document says otherwise in these cells; what stands there stays unless it is corrected. */
  | { readonly type: 'differing'; readonly cells: readonly CellKey[] }
  /** Was anything added before the year's end, after these figures were entered? */
  | { readonly type: 'year-end' }
  /** The table of contents, or one place in it: a section, or a gate's branch. */
  | { readonly type: 'contents'; readonly section: SectionKey | null; readonly branch: string | null }
  /** Several cells fit what was said: which one is meant? */
  | { readonly type: 'which'; readonly cells: readonly CellKey[] }
  | { readonly type: 'done' }

/** Figures that were told or pasted, shown back before they count. */
export type Proposal = {
  readonly type: 'proposal'
  readonly cells: StatedFigures
  /** Totals that the figures agree with. */
  readonly totals: StatedFigures
  /** Figures that fit several cells: the first of them is asked. */
  readonly unsure: readonly Alternatives[]
  /** The open cells there are 0. */
  readonly rest: Rest | null
  /** The words that were not taken. */
  readonly untaken: readonly string[]
  readonly message: MessageRef | null
}

/** How many questions `back` and how many steps `undo` remember. */
export const trailLimit = 20

export type Focus = {
  readonly question: Question
  /** The values of the question's cells when it was put. */
  readonly shown: Shown
  /** The message that the question followed, when it followed one. */
  readonly after: MessageRef | null
  /** The questions before this one, newest last. */
  readonly trail: readonly Question[]
  /** The changes that would take the last steps back, newest last; the texts that they take away are without words. */
  readonly undo: readonly (readonly Change[])[]
  /** The keys of the questions that were left for later, in that order. */
  readonly later: readonly string[]
  /** The message that says in this chat that the report passed, as long as it says so. The steps only hand it on. */
  readonly passed?: string
  /** The question was chosen on the page beside the chat, or took the place of one that was. Handed on like `passed`. */
  readonly pointed?: true
}

export const startFocus: Focus = {
  question: { type: 'welcome' },
  shown: {},
  after: null,
  trail: [],
  undo: [],
  later: [],
}

/** The question that puts a finding. */
export const findingQuestion = (finding: Finding): Question => ({
  type: 'finding',
  key: findingKey(finding),
  cells: finding.cells,
  all: false,
})

/** The question for a text, or for one topic of it. */
export const textQuestion = (text: TextKey, topic?: string): Extract<Question, { type: 'text' }> => ({
  type: 'text',
  text,
  ...(topic !== undefined && { topic }),
})

/** Where a section begins: its text, or the list of its places. */
export const sectionQuestion = (section: Section): Question =>
  section.type === 'text'
    ? { type: 'text', text: section.text }
    : { type: 'contents', section: section.key, branch: null }

/** The keys that an answer to this question would write. */
export const keysOf = (question: Question): readonly (EntryKey | TextKey)[] => {
  switch (question.type) {
    case 'cell':
    case 'note':
      return [question.cell]
    case 'gate':
      return [question.gate]
    case 'text':
    case 'remark':
      return [question.text]
    case 'proposal':
      return question.cells.map(([cell]) => cell)
    default:
      return []
  }
}
