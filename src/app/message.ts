// The waist: every channel turns what people do into Incoming, and Outgoing into what people see. Plain data,
// no channel's own types.

/** A chat or a person's account, `<channel>:<id>`: `telegram:10001`. */
export type ChatRef = string
export type AccountRef = string

/** A person's act in a chat or on a page. */
export type Input =
  | { readonly type: 'text'; readonly text: string }
  /** A button: the card's id and the choice's number, as the client sent them; both are checked against the card's row. */
  | { readonly type: 'choice'; readonly card: string; readonly number: number }
  /** An earlier message of theirs, `message`, now reads `text`. */
  | { readonly type: 'edit'; readonly message: string; readonly text: string }
  /** Words for one cell of a printed table, or a whole text by its key; `shown` stood there when it was shown. */
  | { readonly type: 'cell'; readonly cell: string; readonly text: string; readonly shown: string }
  /**
   * Cells of a spreadsheet, a tab between two and each row on a line, pasted from the cell `cell` of a printed table on;
   * `version` is that of the filing whose tables were on the page.
   */
  | { readonly type: 'block'; readonly cell: string; readonly text: string; readonly version: number }
  /** A cell or a text on the page is to be the question, by its key. */
  | { readonly type: 'point'; readonly cell: string }
  /** The last change, which was made to this cell or text on the page, is to be taken back. */
  | { readonly type: 'retract'; readonly cell: string }
  /** `/start CODE` has an argument, `/help` none; the name is without the slash. */
  | { readonly type: 'command'; readonly name: string; readonly argument: string }
  /**
   * A document, by its own name; `size` in bytes, null where it is not known. `read` is called once at most, and only
   * for somebody who has a seat; it rejects when the file cannot be had or is larger than `largestFile`.
   */
  | {
      readonly type: 'file'
      readonly name: string
      readonly size: number | null
      readonly read: () => Promise<Uint8Array>
    }
  /** A sticker, a photo, a voice message: nothing that is read. */
  | { readonly type: 'unsupported' }

/** Whether it was done on the printed tables, beside the conversation. */
export const isOnTables = ({ type }: Input): boolean =>
  type === 'cell' || type === 'block' || type === 'point' || type === 'retract'

/** The largest file that is read, in bytes: a report with pictures in it stays far below. */
export const largestFile = 5_000_000

export type Incoming = {
  /** Unique in its channel; the same id twice is the same message. */
  readonly id: string
  readonly channel: string
  readonly chat: ChatRef
  readonly person: AccountRef
  /** The account's own display name, used once when an invitation is taken. */
  readonly name: string
  /** Epoch milliseconds, by the channel's clock. */
  readonly at: number
  readonly input: Input
  /** The channel's id of the message, when the input is one. */
  readonly message: string | null
  /** Present when the channel is a page. */
  readonly page?: Page
}

/** A page keeps no history of its own: it shows the chat's list, in which the person's words stand too. */
export type Page = {
  /** The outbox id of the person's words in that list. */
  readonly own: string
  /** The outbox id of the question that was on the screen, as the sender says; null when unknown. */
  readonly under: string | null
}

export type Line = {
  readonly text: string
  /** `quote` may be folded; `table` keeps its columns. */
  readonly style: 'plain' | 'strong' | 'quote' | 'table'
}

/** A button. Absent ranks make it a plain one; a channel that has no such looks shows its label alone. */
export type ShownChoice = {
  readonly number: number
  readonly label: string
  readonly nav: boolean
  /** It goes on with what was entered. */
  readonly main?: true | undefined
  /** It is ticked or not: its label without the tick, and its state. */
  readonly option?: { readonly name: string; readonly isPressed: boolean } | undefined
  /** The printed label above its row of a long list. */
  readonly group?: string | undefined
  /** Why it stands before the printed order: its row is used here already, was last year, or is among the frequent ones. */
  readonly ahead?: 'used' | 'last-year' | 'common' | undefined
}

/**
 * The keyboard for an answer, and an example to show in the empty field. `signed` may be below 0, `money` needs its
 * unit, `money-wan` is in ten thousands of yuan anyway.
 */
export type InputHint = {
  readonly type: 'number' | 'signed' | 'money' | 'money-wan' | 'text'
  readonly placeholder: string
}

/** A document that is made on the way out. */
export type FileOrder = ReportOrder | OfficeOrder

/** From the snapshot of this filing's content. */
export type ReportOrder = {
  readonly filing: string
  readonly content: number
  readonly format: 'docx'
  /** The report where it is absent. */
  readonly document?: 'approval-sheet' | undefined
  /** File name without its ending. */
  readonly name: string
}

export const officeKinds = ['ledger', 'totals'] as const
/** 台账 and 汇总表. */
export type OfficeKind = (typeof officeKinds)[number]

/** Of a campaign as it stands when the file is made, as far as this account may see it then. */
export type OfficeOrder = {
  readonly office: OfficeKind
  readonly campaign: string
  readonly account: AccountRef
  readonly channel: string
  readonly format: 'xlsx'
  /** File name without its ending. */
  readonly name: string
}

/** A printed table, cell by cell; spans count grid columns and rows. */
export type ShownTable = {
  readonly name: string
  /** Relative widths of the grid's columns. */
  readonly widths: readonly number[]
  readonly headRows: number
  readonly rows: readonly (readonly ShownCell[])[]
}

export type ShownCell = {
  readonly role: 'head' | 'label' | 'corner' | 'figure'
  readonly text: string
  readonly columns: number
  readonly rows: number
  /** Of a figure: the cell's key. */
  readonly key: string | null
}

export type Outgoing = {
  /** 8 random bytes in hex: the id in the outbox, and of the card when this is one. */
  readonly id: string
  readonly to: ChatRef
  /**
   * `ask` puts a question; `table` shows figures; `close` takes the buttons from the message it edits. `own` are the
   * person's own words, kept for a page: a tap's edit the card, those of an edited message the message. A `link` holds a
   * key, and the outbox forgets its words as soon as they wait no longer, on a page within a day or two.
   */
  readonly kind: 'say' | 'ask' | 'table' | 'file' | 'close' | 'own' | 'link'
  readonly lines: readonly Line[]
  readonly choices: readonly ShownChoice[]
  /** The cells that are asked; of the person's own words the cell of a table that they were typed into. */
  readonly cells: readonly string[]
  readonly input: InputHint | null
  /** The outbox id of the message that this one replaces. */
  readonly edits: string | null
  readonly file: FileOrder | null
  /** It tells of a change that the next `undo` takes back. */
  readonly isUndoable?: true | undefined
  /** It comes outside the office's hours: no phone rings for it, where the channel can do that. */
  readonly isSilent?: true | undefined
}

/**
 * Whether this message carries buttons of its own. Navigation alone can be typed, so a new question that wants words
 * or a figure is no card; an edited one keeps what it sits on.
 */
export const isCard = ({ choices, input, edits }: Pick<Outgoing, 'choices' | 'input' | 'edits'>): boolean =>
  choices.length > 0 && (edits !== null || input === null || choices.some(choice => !choice.nav))

/** A message of words alone. */
export const wordsMessage = (id: string, to: ChatRef, lines: readonly Line[]): Outgoing => ({
  id,
  to,
  kind: 'say',
  lines,
  choices: [],
  cells: [],
  input: null,
  edits: null,
  file: null,
})
