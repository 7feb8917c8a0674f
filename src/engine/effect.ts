// The effects of a step, as data: compose.ts in app/ turns them into words and messages.

import type { Unread } from './answers/answer.ts'
import type { OpenQuestion } from './completeness.ts'
import type { Figure, Figures } from './derive.ts'
import type { Unimported, UnreadPart } from './draft.ts'
import type { Event, LastYearSent } from './event.ts'
import type { Change, EntryChange, Filing, StatedFigures, Value } from './filing.ts'
import type { Question } from './focus.ts'
import type { Branch, CellKey, Form, GateKey, Level, Option, SectionKey, TextKey, Topic } from './form.ts'
import type { WrongTotal } from './mentions/said.ts'
import type { Remainder } from './remainder.ts'
import type { Cancelling } from './repair/cancelling.ts'
import type { Finding } from './rules/finding.ts'

/** A button's words, as data. */
export type Label =
  | { readonly type: 'word'; readonly word: Word }
  /** `rare`: it hardly ever occurs at this level. */
  | { readonly type: 'branch'; readonly branch: Branch; readonly ticked: boolean; readonly rare?: boolean }
  | { readonly type: 'option'; readonly option: Option; readonly ticked: boolean }
  /** A cell by its shortest distinct label, with what stands in it. */
  | { readonly type: 'cell'; readonly cell: CellKey; readonly value?: Value | undefined }
  /** One of several amounts that a figure may be. */
  | { readonly type: 'amount'; readonly cell: CellKey; readonly value: Value }
  /** Last year's figure, to be taken over. */
  | { readonly type: 'last-year'; readonly cell: CellKey; readonly value: Value }
  /** Last year's figures of a row, to be taken over at once. */
  | { readonly type: 'last-year-row'; readonly values: StatedFigures }
  /** `untouched`: nothing of it has been answered yet. */
  | {
      readonly type: 'section'
      readonly section: SectionKey
      readonly open: number
      readonly untouched: boolean
    }
  | { readonly type: 'standard'; readonly text: TextKey }
  /** To a text that would be written, instead of its standard wording. */
  | { readonly type: 'write'; readonly text: TextKey }
  /** The sentence that the figures make; `apart` from its text, which the label then names. */
  | { readonly type: 'sentence'; readonly text: TextKey; readonly apart?: true }
  /** A subject of a text's outline, and whether it is written. */
  | { readonly type: 'topic'; readonly text: TextKey; readonly topic: Topic; readonly written: boolean }
  /** A text, to be looked at or mended. */
  | { readonly type: 'text'; readonly text: TextKey }
  /** A reason in full, ready to be given. */
  | { readonly type: 'reason'; readonly body: string }

export type Word =
  | 'begin'
  | 'continue'
  | 'contents'
  | 'errors'
  | 'renote'
  | 'write'
  | 'leave-out'
  | 'help'
  | 'back'
  | 'later'
  | 'yes'
  | 'true'
  | 'false'
  | 'no'
  | 'none'
  | 'chosen'
  | 'written'
  | 'by-topic'
  | 'rewrite'
  | 'omit'
  | 'confirm'
  | 'drop'
  | 'other-cells'
  | 'leave'
  | 'keep'
  | 'note'
  | 'unnote'
  | 'preview'
  | 'document'
  | 'rest'
  | 'all-zero'
  | 'warnings'
  | 'zeros'
  | 'wan-yuan'
  | 'yuan'
  | 'import'
  | 'not-import'
  | 'nothing-added'
  | 'something-added'

/** Its row has a figure in another column, had one in last year's report, or is among the most frequent ones. */
export type Ahead = 'used' | 'last-year' | 'common'

/**
 * `nav` marks what every screen has: back, later, help; `main` the one that goes on with what was entered. `group` is the
 * printed label above a list's row, and `ahead` why a row stands before the printed ones.
 */
export type Choice = {
  readonly label: Label
  readonly event: Event
  readonly nav?: true
  readonly main?: true
  readonly group?: string
  readonly ahead?: Ahead
}

/** One thing that a step did, or the question that it asks next: at most one `ask`, the last. */
export type Effect =
  /** Figures as they stand now; a change's `from` is what stood before. */
  | { readonly type: 'stored'; readonly changes: readonly EntryChange[] }
  /** A gate was answered; `cleared` figures behind the closed branches went back to 0. */
  | {
      readonly type: 'opened'
      readonly gate: GateKey
      readonly branches: readonly string[]
      readonly cleared: number
    }
  /** The open cells of a section are 0 now. */
  | { readonly type: 'rest'; readonly section: SectionKey; readonly branch: string | null }
  | { readonly type: 'section-done'; readonly section: SectionKey }
  /** A text as it stands now, in characters without white space. */
  | {
      readonly type: 'wrote'
      readonly text: TextKey
      readonly characters: number
      readonly paragraphs: number
      /** The form's own wording, which the person has not seen yet. */
      readonly isStandard: boolean
    }
  /** A sentence from the figures was added, as it reads now. */
  | { readonly type: 'sentence'; readonly text: TextKey; readonly body: string }
  | { readonly type: 'omitted' | 'emptied'; readonly text: TextKey }
  /** Nothing was stored: why, and an example of what would be read. `limit` goes with too-long. */
  | {
      readonly type: 'unread'
      readonly said: string
      readonly why: Unread
      readonly question: Question
      readonly limit?: number
    }
  /** Sentences of a text that state figures which are open. */
  | { readonly type: 'told'; readonly text: TextKey; readonly quotes: readonly string[] }
  /** Words that nothing was made of, beside others that were taken. */
  | { readonly type: 'untaken'; readonly said: readonly string[] }
  /** Totals that their parts do not add up to; nothing was stored. */
  | { readonly type: 'wrong-totals'; readonly totals: readonly WrongTotal[] }
  /** Somebody else changed these after they were shown; nothing was stored. */
  | { readonly type: 'moved'; readonly keys: readonly string[] }
  /** The question or button was of another version of this program. */
  | { readonly type: 'outdated' }
  | { readonly type: 'kept'; readonly cell: CellKey }
  /** A reason stands beside the finding now. */
  | { readonly type: 'explained'; readonly body: string }
  | Imported
  | { readonly type: 'unimported'; readonly why: Unimported }
  | LastYearSent
  | { readonly type: 'year-end-confirmed' }
  | { readonly type: 'undone'; readonly changes: readonly Change[] }
  /** The change broke something; the question that follows is about something else. */
  | { readonly type: 'broken'; readonly findings: readonly Finding[] }
  /** Nothing blocks any more; `areSums` where all that did were equations between figures. */
  | { readonly type: 'mended'; readonly areSums: boolean }
  /** A finding's question is left for later. */
  | { readonly type: 'left' }
  | {
      readonly type:
        | 'early'
        | 'nothing-chosen'
        | 'other-or-rest'
        | 'nothing-to-undo'
        | 'nothing-before'
        | 'unsupported'
        | 'no-answer-there'
        | 'noted'
    }
  /** Something that waited to be confirmed was passed over: pasted figures, words that may belong to a text. */
  | { readonly type: 'unconfirmed'; readonly figures: number }
  | { readonly type: 'left-out'; readonly said: string }
  | { readonly type: 'help'; readonly question: Question }
  | { readonly type: 'preview' }
  /** How far the report is: what is open, and what blocks it. */
  | {
      readonly type: 'progress'
      readonly open: readonly OpenQuestion[]
      readonly findings: readonly Finding[]
    }
  | { readonly type: 'put-off'; readonly moment: string; readonly isSigning: boolean }
  | { readonly type: 'document' }
  /** No document yet: what is open, what is broken. */
  | {
      readonly type: 'blocked'
      readonly open: readonly OpenQuestion[]
      readonly findings: readonly Finding[]
    }
  | Ask

/** A document was read: how much it holds, and what of it did not count. */
export type Imported = {
  readonly type: 'imported'
  readonly figures: number
  readonly texts: number
  readonly unread: readonly UnreadPart[]
  /** Figures that this form has no place for. */
  readonly foreign: number
  /** The document's figures where another one stands, which stays. */
  readonly differing: StatedFigures
  readonly differingTexts: readonly TextKey[]
  /** Texts that are too long to be taken. */
  readonly long: readonly TextKey[]
  /** The document's totals that are not the sum of what stands. */
  readonly totals: StatedFigures
  /** How much is open after it. */
  readonly open: number
}

/** A question as it is put, with all that its words and its buttons depend on: choices.ts makes the buttons of it. */
export type Ask = {
  readonly type: 'ask'
  readonly question: Question
  /** The question that a tap on this card answers too, because the text of this one may be finished. */
  readonly following: Question | undefined
  /** Somebody asked to look at this place again, and it stands as it stood. */
  readonly isToMend: boolean
  /** Whether a question stands before it on the trail. */
  readonly canGoBack: boolean
  readonly form: Form
  readonly filing: Filing
  readonly figures: Figures
  readonly level: Level | null
  /** The asked cell's figure, what last year's report says of it, and of all open cells of its row. */
  readonly figure: Figure | undefined
  readonly previous: Figure | undefined
  readonly previousRow: StatedFigures | undefined
  /** Of a list: the rows that had a figure in last year's report. */
  readonly rowsLastYear: readonly string[]
  /** The rest of the balance, which its open cells must add up to. */
  readonly remainder: Remainder | undefined
  /** The asked cell's figure if it is the slip behind the finding that led to it. */
  readonly suspect: Value | undefined
  /** How many days of the year followed the last figure, when they are asked about. */
  readonly daysLeft: number | undefined
  /** The broken rule the question is about. */
  readonly finding: Finding | undefined
  /** The likely explanation: another column that is off by as much, the other way. */
  readonly hint: Cancelling | undefined
  /** Everything that is open, for progress. */
  readonly open: readonly OpenQuestion[]
  readonly findings: readonly Finding[]
}
