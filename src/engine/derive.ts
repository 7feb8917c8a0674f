// The figures as they print: what was entered, the zeros behind closed gates, the totals. Nothing here is stored.

import { answers, isNothing } from './answers/answers.ts'
import type { Change, Filing, Source, Value } from './filing.ts'
import type { AnswerType, Branch, Cell, CellKey, Form, Gate } from './form.ts'
import { cellOf, cellsBehind, indexOf, type Place, type Step } from './index-of.ts'

/** The branches of a gate that have figures; undefined while nobody has said. */
export const opened = (filing: Pick<Filing, 'entries'>, gate: Gate): readonly string[] | undefined => {
  const value = filing.entries.get(gate.key)?.value
  return typeof value === 'object' && value !== null && 'open' in value ? value.open : undefined
}

/** The same, to look branches up in. */
export const openedSet = (filing: Pick<Filing, 'entries'>, gate: Gate): ReadonlySet<string> | undefined => {
  const open = opened(filing, gate)
  if (open === undefined) return undefined
  const set = sets.get(open) ?? new Set(open)
  sets.set(open, set)
  return set
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** A figure that stands in a cell, and where it came from. */
export type Figure = {
  readonly value: Value
  readonly note: string | null
  readonly source: Source | 'computed'
}

/** Figures by their cells, each worked out when it is first asked for. */
export type Figures = Pick<ReadonlyMap<CellKey, Figure>, 'get' | 'has'>

/**
 * Every figure that stands: entered, zero behind a gate, or computed. An absent key is open. A computed cell is
 * always recomputed here, whatever a file said; it is absent while one of its parts is.
 */
export const derive = (form: Form, filing: Filing): Figures => {
  const found = done.get(filing.entries)
  return found?.form === form ? found.figures : figuresOf(form, filing, new Array(indexOf(form).places.size))
}

/**
 * After changes of `before` that led to `after`: what they cannot have touched is carried over, so that an answer costs
 * what it changes. Only a saving; a gate may change anything, and then all is worked out anew.
 */
export const deriveAfter = (form: Form, before: Filing, after: Filing, changes: readonly Change[]): void => {
  const found = done.get(before.entries)
  const { places, gates } = indexOf(form)
  if (found?.form !== form || changes.some(({ key }) => gates.has(key))) return
  const known = [...found.known]
  for (const { key } of changes) {
    const place = places.get(key)
    for (const at of place ? [place.at, ...place.totals] : []) known[at] = undefined
  }
  figuresOf(form, after, known)
}

/** By the number of a cell: its figure, null when it is open, undefined when nobody has asked yet. */
type Known = (Figure | null | undefined)[]

/** Entries never change in place: what was worked out from them stands as long as they are there. */
const done = new WeakMap<Filing['entries'], { form: Form; known: Known; figures: Figures }>()

const figuresOf = (form: Form, { entries }: Pick<Filing, 'entries'>, known: Known): Figures => {
  const { places } = indexOf(form)
  const figureAt = ({ cell, path }: Place): Figure | null => {
    if (!cell.sum) return entries.get(cell.key) ?? (isClosed(entries, path) ? zeroFigure(cell.answer) : null)
    const value = sum(cell, cell.sum, get)
    return value === undefined ? null : { value, note: null, source: 'computed' }
  }
  const get = (key: CellKey): Figure | undefined => {
    const place = places.get(key)
    if (!place) return undefined
    const figure = known[place.at]
    if (figure !== undefined) return figure ?? undefined
    const made = figureAt(place)
    known[place.at] = made
    return made ?? undefined
  }
  const figures = { get, has: (key: CellKey) => get(key) !== undefined }
  done.set(entries, { form, known, figures })
  return figures
}

/**
 * The figure in a cell as a table shows it, the zero behind a closed gate too, in a form that can be kept and compared;
 * empty while the cell is open.
 */
export const standsIn = (form: Form, filing: Filing, key: CellKey): string => {
  const figure = derive(form, filing).get(key)
  return figure ? JSON.stringify([figure.value, figure.note]) : ''
}

/**
 * The figure that a rule judges in a cell: as it was stated, even in a computed cell, else as derived.
 * A stated total is checked this way and never trusted.
 */
export const stated = (filing: Filing, figures: Figures, key: CellKey): Figure | undefined =>
  filing.entries.get(key) ?? figures.get(key)

/** Whether a gate on the way to a cell was answered without it: then the cell is zero. */
const isClosed = (entries: Filing['entries'], path: readonly Step[]): boolean => {
  for (const { gate, branch } of path) {
    const open = openedSet({ entries }, gate)
    if (!open?.has(branch)) return open !== undefined
  }
  return false
}

/** The figure behind a closed gate, the same object each time. A form whose cell has none does not start. */
const zeroFigure = (type: AnswerType): Figure | null => {
  const { zero } = answers[type]
  if (zero === undefined) return null
  const figure = zeroFigures.get(type) ?? { value: zero, note: null, source: 'gate' }
  zeroFigures.set(type, figure)
  return figure
}
const zeroFigures = new Map<AnswerType, Figure>()

const sum = ({ answer }: Cell, parts: readonly CellKey[], get: Figures['get']): Value | undefined => {
  const values: Value[] = []
  for (const key of parts) {
    const part = get(key)
    if (!part) return undefined
    values.push(part.value)
  }
  return answers[answer].add?.(values)
}

/** The ticks with which a gate's list opens: the branches it has open, or those with figures other than 0. */
export const tickedNow = (form: Form, filing: Filing, gate: Gate): readonly string[] => {
  const figures = derive(form, filing)
  const hasFigures = (branch: Branch) =>
    cellsBehind(branch).some(key => isFigure(form, key, figures.get(key)))
  return opened(filing, gate) ?? gate.branches.filter(hasFigures).map(branch => branch.key)
}

/** Whether something stands there that a closed gate would not say: a figure other than 0, a yes, words. */
export const isFigure = (form: Form, key: CellKey, figure: Figure | undefined): boolean =>
  figure !== undefined && !isNothing(cellOf(form, key).answer, figure.value)
