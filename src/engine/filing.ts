// A filing: what a unit has entered for one form and year. This is the state of the conversation; what can be
// derived (zeros behind a closed gate, totals) is not in it, see derive.ts.

import type { CellKey, FormId, GateKey, ObligationId, TextKey } from './keys.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type FilingId = Branded<'filing'>
export type UnitId = Branded<'unit'>
export type PersonId = Branded<'person'>
/** The message that set something, `<channel>:<chat>:<id>`: editing it edits what it set. */
export type MessageRef = Branded<'message'>

/** An amount in fen (a safe integer, never negative) and the unit it was written in: 116 wan yuan is 116,000,000 fen. */
export type Money = { readonly fen: number; readonly unit: 'yuan' | 'wan-yuan' | 'yi-yuan' }
/** The branches of a gate that have figures; all the others are zero. */
export type Opened = { readonly open: readonly string[] }
/**
 * A count or signed number; an amount; a yes or no; words, a day or exact decimal digits; the keys of chosen options; the
 * open branches of a gate; or a printed blank, which counts as 0. The cell's kind of answer says which.
 */
export type Value = number | Money | boolean | string | readonly string[] | Opened | null

export type Source = 'typed' | 'gate' | 'carried' | 'imported'

/** A figure or a gate as somebody entered it. `note` is printed behind the figure: （其中修订16件）. */
export type Entry = {
  readonly value: Value
  readonly note: string | null
  readonly source: Source
  readonly by: PersonId
  readonly at: number
  readonly message: MessageRef | null
}

/** One message's share of a text; its paragraphs are separated by `\n`. */
export type Part = {
  readonly body: string
  readonly by: PersonId
  readonly at: number
  readonly message: MessageRef | null
  /** Drafted by the bot: the body holds places for figures, see bound.ts. What people type has none. */
  readonly bound?: true
}

/** A text's greatest length in characters: six times the longest section of a real city's report. */
export const longestText = 20_000

/** A note prints in full-width brackets behind its figure, and the table keeps its shape with up to 60 characters. */
export const longestNote = 60

export type EntryKey = CellKey | GateKey

/** Entries of unknown keys are kept and reported, never dropped. A text of one empty part was left out on purpose. */
export type Filing = {
  readonly id: FilingId
  readonly unit: UnitId
  readonly obligation: ObligationId
  readonly form: FormId
  readonly revision: number
  readonly year: number
  readonly version: number
  readonly entries: ReadonlyMap<EntryKey, Entry>
  readonly texts: ReadonlyMap<TextKey, readonly Part[]>
}

/** Figures with their printed notes, as somebody pasted them or a document states them. */
export type StatedFigures = readonly (readonly [CellKey, Value, string | null])[]

/** One thing that differs between two states of a filing; undefined is "not there". */
export type Change = EntryChange | TextChange
export type EntryChange = {
  readonly type: 'entry'
  readonly key: EntryKey
  readonly from: Entry | undefined
  readonly to: Entry | undefined
}
export type TextChange = {
  readonly type: 'text'
  readonly key: TextKey
  readonly from: readonly Part[] | undefined
  readonly to: readonly Part[] | undefined
}

export const filingId = (id: string) => id as FilingId
export const unitId = (id: string) => id as UnitId
export const personId = (id: string) => id as PersonId
export const messageRef = (ref: string) => ref as MessageRef

/** A filing of this form in which nothing was entered yet. */
export const emptyFiling = (
  {
    id: form,
    obligation,
    revision,
  }: { readonly id: FormId; readonly obligation: ObligationId; readonly revision: number },
  place: Pick<Filing, 'id' | 'unit' | 'year'>,
): Filing => ({ ...place, obligation, form, revision, version: 0, entries: new Map(), texts: new Map() })

/** The differences from `before` to `after`, entries first: a commit writes these. */
export const diff = (before: Filing, after: Filing): readonly Change[] => [
  ...changed(before.entries, after.entries, (key, from, to): Change => ({ type: 'entry', key, from, to })),
  ...changed(before.texts, after.texts, (key, from, to): Change => ({ type: 'text', key, from, to })),
]

/** `filing` with the changes made: each key takes its `to`. */
export const apply = (filing: Filing, changes: readonly Change[]): Filing => {
  const entries = new Map(filing.entries) // anew each time: what is worked out from a state is remembered by it
  const texts = changes.some(change => change.type === 'text') ? new Map(filing.texts) : null
  for (const change of changes) {
    if (change.type === 'entry') put(entries, change.key, change.to)
    else if (texts) put(texts, change.key, change.to)
  }
  return { ...filing, entries, texts: texts ?? filing.texts }
}

/** The changes that take `changes` back. */
export const inverse = (changes: readonly Change[]): readonly Change[] =>
  changes.map(change => ({ ...change, from: change.to, to: change.from }) as Change)

const put = <K, V>(map: Map<K, V>, key: K, value: V | undefined): void => {
  if (value === undefined) map.delete(key)
  else map.set(key, value)
}

const changed = <K, V>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
  describe: (key: K, from: V | undefined, to: V | undefined) => Change,
): readonly Change[] => {
  if (before === after) return []
  const changes: Change[] = []
  for (const [key, to] of after) {
    const from = before.get(key)
    if (from !== to) changes.push(describe(key, from, to))
  }
  for (const [key, from] of before) if (!after.has(key)) changes.push(describe(key, from, undefined))
  return changes
}
