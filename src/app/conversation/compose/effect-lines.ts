// The effects of a step in words, a few lines each. The question that follows is said elsewhere.

import { bodyOf } from '../../../engine/body-of.ts'
import { openKey } from '../../../engine/completeness.ts'
import type { Effect } from '../../../engine/effect.ts'
import type { EntryChange, Value } from '../../../engine/filing.ts'
import type { CellKey, SectionKey } from '../../../engine/form.ts'
import { branchOfGate, cellOf, gateOf, indexOf, tableOf } from '../../../engine/index-of.ts'
import { assertNever } from '../../../faults.ts'
import { isBotKey } from '../../../i18n/books.ts'
import { cellName, echoValue, sayValue } from '../../../i18n/cell-words.ts'
import { type Line, largestFile } from '../../message.ts'
import { helpLines } from './help-lines.ts'
import { importedLines, lastYearLines } from './import-lines.ts'
import { tableLines } from './table-lines.ts'
import { cellText, gateName, plain, quote, sectionName, shorten, textName, type View } from './view.ts'

const megabyte = 1_000_000

type Said = Exclude<Effect, { type: 'ask' | 'preview' }>

/** The lines of one effect; the question and the preview have their own files. */
export const effectLines = (view: View, effect: Said): readonly Line[] => {
  const { words, form } = view
  switch (effect.type) {
    case 'stored':
      return storedLines(view, effect.changes)
    case 'opened':
      return openedLines(view, effect)
    case 'rest':
      return [plain(words.say('rest', { section: sectionName(view, effect.section) }))]
    case 'section-done':
      return [plain(doneWords(view, effect.section))]
    case 'wrote':
      return [plain(wroteWords(view, effect))]
    case 'sentence':
      return [plain(words.say('sentence', { name: textName(view, effect.text) })), quote(effect.body)]
    case 'omitted':
    case 'emptied':
      return [plain(words.say(effect.type, { name: textName(view, effect.text) }))]
    case 'unread':
      return [plain(unreadWords(view, effect))]
    case 'moved':
      return [
        plain(
          words.say('moved', { names: effect.keys.map(key => nameOf(view, key)).join(words.say('names')) }),
        ),
      ]
    case 'kept':
      return [
        plain(
          words.say('kept', { name: cellName(words, form, effect.cell), value: cellText(view, effect.cell) }),
        ),
      ]
    case 'undone':
      return undoneLines(view, effect.changes)
    case 'help':
      return helpLines(view, effect.question)
    case 'document':
      return [plain(words.say('document.sent'))]
    case 'blocked': {
      const { open, findings } = effect
      const what = [
        ...(open.length > 0
          ? [words.say('blocked.open', { count: open.length, names: openNames(view, open.map(openKey)) })]
          : []),
        ...(findings.length > 0 ? [words.say('blocked.errors', { count: findings.length })] : []),
      ]
      return [plain(words.say('blocked', { what: what.join(words.say('and')) }))]
    }
    case 'imported':
      return importedLines(view, effect)
    case 'unimported':
      return [plain(words.say(`draft.${effect.why}`, { limit: largestFile / megabyte }))]
    case 'last-year':
      return lastYearLines(view, effect)
    case 'year-end-confirmed':
      return [plain(words.say('year-end-confirmed', view.wording))]
    case 'explained':
      return [plain(words.say('explained', { reason: shorten(effect.body) }))]
    case 'unconfirmed':
      return [plain(words.say('unconfirmed', { count: effect.figures }))]
    case 'left-out':
      return [plain(words.say('left-out', { said: shorten(effect.said) }))]
    case 'early':
    case 'outdated':
    case 'nothing-to-undo':
    case 'nothing-before':
    case 'unsupported':
    case 'no-answer-there':
    case 'mended':
    case 'left':
      return [plain(words.say(effect.type))]
    default:
      return assertNever(effect)
  }
}

/** Zeros are told only where a gate made them. */
const doneWords = (view: View, section: SectionKey): string =>
  view.words.say(tableOf(view.form, section).gate ? 'section-done' : 'section-done.asked', {
    section: sectionName(view, section),
  })

/** A few words and what the form supplied are said back whole, a longer text by its size. */
const wroteWords = (
  view: View,
  { text, characters, paragraphs, isStandard }: Extract<Said, { type: 'wrote' }>,
): string => {
  const name = textName(view, text)
  if (isStandard || characters <= saidBack)
    return view.words.say('wrote.short', { name, body: bodyOf(view.form, view.filing, text) ?? '' })
  return view.words.say(paragraphs > 1 ? 'wrote.paragraphs' : 'wrote', { name, characters, paragraphs })
}

const saidBack = 20

const storedLines = (view: View, changes: readonly EntryChange[]): readonly Line[] => {
  const { words, form } = view
  const cells = changes.filter(change => indexOf(form).cells.has(change.key))
  const [only] = cells
  if (!only?.to) return []
  if (cells.length > 1) {
    const rows = cells.flatMap(({ key, to }): (readonly [CellKey, Value, string | null])[] =>
      to ? [[key as CellKey, to.value, to.note]] : [],
    )
    return [plain(words.say('stored.many', { count: cells.length })), ...tableLines(view, rows)]
  }
  const key = only.key as CellKey
  const name = cellName(words, form, key)
  const value = echoValue(words, form, key, only.to.value, only.to.note)
  if (!only.from) return [plain(words.say('stored.one', { name, value }))]
  const from = sayValue(form, key, only.from.value, only.from.note)
  return [plain(words.say('stored.corrected', { name, from, value }))]
}

const openedLines = (
  view: View,
  { gate: key, branches, cleared }: Extract<Said, { type: 'opened' }>,
): readonly Line[] => {
  const { words, form } = view
  const gate = gateOf(form, key)
  const names = gate.branches
    .filter(branch => branches.includes(branch.key))
    .map(branch => words.form.branch(form, branch))
  const lines =
    branches.length > 0
      ? words.say('opened.some', { names: names.join(words.say('list')) })
      : branchOfGate(form, key)
        ? words.say('opened.none', { label: gateName(view, key) })
        : allZero(view, gate.section)
  return [plain(lines), ...(cleared > 0 ? [plain(words.say('opened.cleared', { count: cleared }))] : [])]
}

const allZero = (view: View, key: Parameters<typeof sectionName>[1]): string => {
  const { cells } = tableOf(view.form, key)
  const computed = cells.filter(cell => cell.sum).length
  const params = { section: sectionName(view, key), cells: cells.length, computed }
  return view.words.say(computed > 0 ? 'opened.all-zero.computed' : 'opened.all-zero', params)
}

const unreadWords = (
  { words, form }: View,
  { said, why, question, limit }: Extract<Said, { type: 'unread' }>,
): string => {
  const answer = question.type === 'cell' ? cellOf(form, question.cell).answer : 'count'
  const ofKind = `unread.${why}.${answer}`
  return words.say(isBotKey(ofKind) ? ofKind : `unread.${why}`, {
    said: shorten(said),
    example: words.say(`example.${answer}`),
    limit: limit ?? 0,
  })
}

/** The places as they stand now: figures one by one or as a table, other places by name alone. */
const undoneLines = (view: View, changes: Extract<Said, { type: 'undone' }>['changes']): readonly Line[] => {
  const { words, form } = view
  const cells = changes.flatMap(({ type, key }) =>
    type === 'entry' && indexOf(form).cells.has(key) ? [key as CellKey] : [],
  )
  const [only] = cells
  if (only === undefined) {
    const names = openNames(
      view,
      changes.map(({ key }) => key),
    )
    return [plain(words.say('undone', { names }))]
  }
  const now = cells.map(key => [key, view.figures.get(key)] as const)
  if (cells.length === 1) {
    const name = cellName(words, form, only)
    const [[, figure] = []] = now
    if (!figure) return [plain(words.say('undone.open', { name }))]
    return [plain(words.say('undone.one', { name, value: sayValue(form, only, figure.value, figure.note) }))]
  }
  const standing = now.flatMap(([key, figure]): (readonly [CellKey, Value, string | null])[] =>
    figure ? [[key, figure.value, figure.note]] : [],
  )
  const open = cells.length - standing.length
  return [
    plain(words.say('undone.many', { count: cells.length })),
    ...(standing.length > 0 ? tableLines(view, standing) : []),
    ...(open > 0 ? [plain(words.say('undone.many.open', { count: open }))] : []),
  ]
}

const nameOf = (view: View, key: string): string => {
  const { words, form } = view
  const { cells, gates, texts } = indexOf(form)
  const cell = cells.get(key)
  const gate = gates.get(key)
  const text = texts.get(key)
  if (cell) return cellName(words, form, cell.key)
  if (gate) return gateName(view, gate.key)
  const [remark] = key.split(':')
  if (remark === 'year-end' || remark === 'reason') return words.say(remark)
  return text ? textName(view, text.text) : key
}

/** The first few open places, by name. */
const openNames = (view: View, keys: readonly string[]): string => {
  const names = keys
    .slice(0, fewNames)
    .map(key => nameOf(view, key))
    .join(view.words.say('names'))
  return keys.length > fewNames ? view.words.say('blocked.more', { names }) : names
}

const fewNames = 3
