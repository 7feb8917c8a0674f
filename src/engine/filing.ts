// A filing: what a unit has entered for one form and year. This is the state of the conversation; what can be
// derived (zeros behind a closed gate, totals) is not in it, see derive.ts.

import type { CellKey, FormId, GateKey, MessageId, ObligationId, TextKey } from './keys.ts'

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

/** A remark stands beside the report and not in it; see remark.ts. */
export type Remark = {
  readonly kind: 'reason' | 'year-end'
  /** The message or rule that it answers. */
  readonly rule: MessageId | null
  /** The cells or the text that it speaks of, the first one first; empty for all that its rule says. */
  readonly cells: readonly (CellKey | TextKey)[]
  /** The numbers that it speaks of; null where it holds for any. */
  readonly figures: readonly number[] | null
  readonly quote: string | null
  readonly body: string
  readonly by: PersonId
  readonly at: number
  readonly message: MessageRef | null
}

/** A remark's identity within its filing, `<kind>:<rule>:<cell>[:<quote>][=<figures>]`. */
export type RemarkKey = Branded<'remark'>

export const remarkKey = ({
  kind,
  rule,
  cells,
  figures,
  quote,
}: Pick<Remark, 'kind' | 'rule' | 'cells' | 'figures' | 'quote'>): RemarkKey => {
  const place = [kind, rule ?? '', cells[0] ?? '', ...(quote === null ? [] : [quote])].join(':')
  return (figures === null ? place : `${place}=${figures.join('/')}`) as RemarkKey
}

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
  readonly remarks: ReadonlyMap<RemarkKey, Remark>
}

/** Figures with their printed notes, as somebody pasted them or a document states them. */
export type StatedFigures = readonly (readonly [CellKey, Value, string | null])[]

/** One thing that differs between two states of a filing; undefined is "not there". */
export type Change = EntryChange | TextChange | RemarkChange
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
export type RemarkChange = {
  readonly type: 'remark'
  readonly key: RemarkKey
  readonly from: Remark | undefined
  readonly to: Remark | undefined
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
): Filing => ({ ...place, obligation, form, revision, version: 0, ...noContent })

const noContent: Pick<Filing, 'entries' | 'texts' | 'remarks'> = {
  entries: new Map(),
  texts: new Map(),
  remarks: new Map(),
}

/** The changes that make all that a filing holds. */
export const contentOf = (filing: Filing): readonly Change[] => diff({ ...filing, ...noContent }, filing)

/** Whether a cell, a text or a reason changes: with these the content rises, and with nothing else. */
export const raisesContent = (changes: readonly Change[]): boolean =>
  changes.some(change => change.type !== 'remark' || (change.to ?? change.from)?.kind === 'reason')

/** The differences from `before` to `after`, entries first: a commit writes these. */
export const diff = (before: Filing, after: Filing): readonly Change[] => [
  ...changed(before.entries, after.entries, (key, from, to): Change => ({ type: 'entry', key, from, to })),
  ...changed(before.texts, after.texts, (key, from, to): Change => ({ type: 'text', key, from, to })),
  ...changed(before.remarks, after.remarks, (key, from, to): Change => ({ type: 'remark', key, from, to })),
]

/** `filing` with the changes made: each key takes its `to`. */
export const apply = (filing: Filing, changes: readonly Change[]): Filing => {
  const entries = new Map(filing.entries) // anew each time: what is worked out from a state is remembered by it
  const texts = changes.some(change => change.type === 'text') ? new Map(filing.texts) : null
  const remarks = changes.some(change => change.type === 'remark') ? new Map(filing.remarks) : null
  for (const change of changes) {
    if (change.type === 'entry') put(entries, change.key, change.to)
    else if (change.type === 'text') put(texts ?? new Map(), change.key, change.to)
    else put(remarks ?? new Map(), keyOfRemark(change), change.to)
  }
  return { ...filing, entries, texts: texts ?? filing.texts, remarks: remarks ?? filing.remarks }
}

/** The key that the remark has now: a cell that it names may have been renamed since the change was made. */
export const keyOfRemark = ({ key, from, to }: RemarkChange): RemarkKey => {
  const remark = to ?? from
  return remark ? remarkKey(remark) : key
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
