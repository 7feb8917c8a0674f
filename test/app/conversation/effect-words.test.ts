// Every effect, every reason, every button has words in each language: none is empty, none shows a key or an open place.

import { describe, expect, test } from 'vitest'
import { effectLines } from '../../../src/app/conversation/compose/effect-lines.ts'
import { labelsOf } from '../../../src/app/conversation/compose/label.ts'
import { type View, viewOf } from '../../../src/app/conversation/compose/view.ts'
import type { Unread } from '../../../src/engine/answers/answer.ts'
import type { Effect, Word } from '../../../src/engine/effect.ts'
import type { Entry } from '../../../src/engine/filing.ts'
import { personId, unitId } from '../../../src/engine/filing.ts'
import { type CellKey, cellKey, type Form, gateKey, sectionKey, textKey } from '../../../src/engine/form.ts'
import type { RuleId } from '../../../src/engine/keys.ts'
import type { Finding } from '../../../src/engine/rules/finding.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { findingWords } from '../../../src/i18n/finding-words.ts'
import { locales } from '../../../src/i18n/words.ts'
import { filingWith } from '../../engine/play.ts'
import { entered, gates, tables } from '../../forms/material.ts'
import { strictWords } from './strict-words.ts'

type Said = Exclude<Effect, { type: 'ask' | 'preview' }>

const unreads = {
  'no-number': 0,
  vague: 0,
  several: 0,
  negative: 0,
  fraction: 0,
  'too-large': 0,
  'no-unit': 0,
  'not-money': 0,
  'not-a-count': 0,
  'too-fine': 0,
  'not-a-choice': 0,
  'too-long': 20_000,
  'too-many-rows': 0,
  'unknown-row': 0,
  required: 0,
  'too-many-figures': 0,
  'too-few-figures': 0,
  'no-date': 0,
  'no-such-day': 0,
  'no-year': 0,
  'not-an-address': 0,
  'no-words': 0,
} satisfies Record<Unread, number>

const buttons = {
  begin: 1,
  continue: 1,
  contents: 1,
  help: 1,
  back: 1,
  later: 1,
  yes: 1,
  true: 1,
  false: 1,
  no: 1,
  none: 1,
  chosen: 1,
  written: 1,
  'by-topic': 1,
  rewrite: 1,
  errors: 1,
  renote: 1,
  write: 1,
  'leave-out': 1,
  omit: 1,
  confirm: 1,
  'other-cells': 1,
  leave: 1,
  keep: 1,
  note: 1,
  unnote: 1,
  preview: 1,
  document: 1,
  rest: 1,
  'all-zero': 1,
  warnings: 1,
  zeros: 1,
  drop: 1,
  import: 1,
  'not-import': 1,
  'nothing-added': 1,
  'something-added': 1,
  'wan-yuan': 1,
  yuan: 1,
} satisfies Record<Word, 1>

const rules: readonly RuleId[] = ['T214', 'T215', 'T301', 'T302', 'T303', 'T304', 'T401']

const entry = (value: Entry['value'], note: string | null = null): Entry => ({
  value,
  note,
  source: 'typed',
  by: personId('ann'),
  at: 0,
  message: null,
})

const upheld = cellKey('disputes.review.upheld')
const first = cellKey('requests.received.natural')
const overview = textKey('overview')

const plain: readonly Said[] = [
  { type: 'stored', changes: [{ type: 'entry', key: upheld, from: undefined, to: entry(2) }] },
  {
    type: 'stored',
    changes: [{ type: 'entry', key: upheld, from: entry(1), to: entry(2, '（其中补报1件）') }],
  },
  {
    type: 'stored',
    changes: [upheld, first].map(key => ({ type: 'entry', key, from: undefined, to: entry(2) })),
  },
  { type: 'rest', section: sectionKey('requests'), branch: null },
  { type: 'rest', section: sectionKey('requests'), branch: 'natural' },
  { type: 'untaken', said: ['罚款5万元', '撤回2件'] },
  { type: 'wrong-totals', totals: [{ cell: cellKey('disputes.review.total'), said: 3, sum: 2 }] },
  { type: 'section-done', section: sectionKey('requests') },
  { type: 'wrote', text: overview, characters: 5, paragraphs: 1, isStandard: false },
  { type: 'wrote', text: overview, characters: 500, paragraphs: 1, isStandard: false },
  { type: 'wrote', text: overview, characters: 500, paragraphs: 3, isStandard: false },
  { type: 'omitted', text: overview },
  { type: 'emptied', text: overview },
  { type: 'moved', keys: [upheld, 'requests.?', 'requests.?.natural', 'overview'] },
  { type: 'kept', cell: upheld },
  { type: 'undone', changes: [{ type: 'entry', key: upheld, from: entry(2), to: entry(1) }] },
  { type: 'undone', changes: [{ type: 'entry', key: upheld, from: entry(2), to: undefined }] },
  { type: 'undone', changes: [{ type: 'text', key: overview, from: undefined, to: undefined }] },
  { type: 'early' },
  { type: 'nothing-chosen' },
  { type: 'other-or-rest' },
  { type: 'mended', areSums: true },
  { type: 'mended', areSums: false },
  { type: 'left' },
  { type: 'nothing-to-undo' },
  { type: 'nothing-before' },
  { type: 'unsupported' },
  { type: 'no-answer-there' },
  { type: 'document' },
  { type: 'help', question: { type: 'welcome' } },
  { type: 'help', question: { type: 'done' } },
  {
    type: 'blocked',
    open: [{ type: 'text', text: textKey('other') }],
    findings: [],
  },
  { type: 'blocked', open: [], findings: [{ rule: 'T301', severity: 'error', cells: [first] }] },
]

const ofForm = (form: Form): readonly Said[] => [
  ...gates(form).flatMap(({ key, branches }): Said[] => [
    { type: 'opened', gate: key, branches: [], cleared: 0 },
    { type: 'opened', gate: key, branches: branches.map(branch => branch.key), cleared: 3 },
    { type: 'help', question: { type: 'gate', gate: key, ticked: null } },
  ]),
  ...entered(form).flatMap(({ key }): Said[] => [
    { type: 'help', question: { type: 'cell', cell: key } },
    { type: 'help', question: { type: 'note', cell: key } },
    ...(Object.entries(unreads) as [Unread, number][]).map(
      ([why, limit]): Said => ({
        type: 'unread',
        said: '三百来件',
        why,
        question: { type: 'cell', cell: key },
        ...(limit ? { limit } : {}),
      }),
    ),
  ]),
  ...form.sections.flatMap((section): Said[] =>
    section.type === 'text' ? [{ type: 'help', question: { type: 'text', text: section.text } }] : [],
  ),
]

/** Nothing that a person should not read: an open place, a key of ours, nothing at all. */
const readable = (text: string) => {
  expect(text.trim()).not.toBe('')
  expect(text).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object|\bnull\b/)
  expect(text).not.toMatch(/(?:^|[^\w])(?:choice|unread|opened|stored|ask|example|welcome|help)\.[a-z]/)
  expect(text).not.toMatch(/(?:disclosure|requests|disputes)\.[a-z?]/)
}

const each = locales.flatMap(locale =>
  [...catalog.forms.values()].map(form => [locale, form.id, form] as const),
)

describe.each(each)('in %s, for %s', (locale, _, form) => {
  const unit = { id: unitId('u'), name: '柳荫街道', level: 'street', powers: {} } as const
  const view: View = viewOf(strictWords(locale), catalog, {
    filing: filingWith(form, { [upheld]: 2 }),
    unit,
    previous: null,
  })
  const said = (effect: Said) => effectLines(view, effect).map(line => line.text)

  test.each(plain.map(effect => [effect.type, effect] as const))('%s is said', (_, effect) => {
    const lines = said(effect)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) readable(line)
  })

  test('every gate, every help and every reason why words were not read is said', () => {
    for (const effect of ofForm(form)) {
      const lines = said(effect)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) readable(line)
    }
  })

  test('every button of words has a label', () => {
    const labels = labelsOf(
      view,
      (Object.keys(buttons) as Word[]).map(word => ({ type: 'word', word })),
    )
    labels.forEach(readable)
    expect(new Set(labels).size).toBeGreaterThanOrEqual(labels.length - 1)
  })

  test('every figure, branch and section has a label that tells it from the others on its card', () => {
    const cells = entered(form).map(cell => cell.key)
    const rows = Map.groupBy(entered(form), cell => cell.rowKey)
    const columns = Map.groupBy(entered(form), cell => `${cell.section}.${cell.columnKey}`)
    const cards: (readonly CellKey[])[] = [cells]
    for (const group of [...rows.values(), ...columns.values()]) cards.push(group.map(cell => cell.key))
    for (const card of cards) {
      const labels = labelsOf(
        view,
        card.map(cell => ({ type: 'cell', cell })),
      )
      labels.forEach(readable)
      expect(new Set(labels).size).toBe(card.length)
    }
    for (const gate of gates(form)) {
      for (const ticked of [true, false]) {
        const labels = labelsOf(
          view,
          gate.branches.map(branch => ({ type: 'branch', branch, ticked })),
        )
        labels.forEach(readable)
        expect(new Set(labels).size).toBe(gate.branches.length)
      }
    }
    for (const open of [0, 3, 4]) {
      const labels = labelsOf(
        view,
        form.sections.map(({ key }) => ({ type: 'section', section: key, open, untouched: open > 3 })),
      )
      labels.forEach(readable)
      expect(new Set(labels).size).toBe(form.sections.length)
    }
  })

  test.each(rules)('%s is told in words that name its figures', rule => {
    for (const { cells } of tables(form)) {
      const [left, right] = cells
      if (!left || !right) continue
      const finding: Finding = {
        rule,
        severity: 'error',
        cells: [left.key, right.key],
        left: { cells: [left.key], sum: 7 },
        right: { cells: [right.key, left.key], sum: 5 },
      }
      readable(findingWords(view.words, form, finding, () => 1))
      readable(findingWords(view.words, form, finding, () => null))
    }
  })

  test('what was said is said back short', () => {
    const [line] = said({
      type: 'unread',
      said: `石榴\n${'花'.repeat(500)}`,
      why: 'not-a-choice',
      question: { type: 'gate', gate: gateKey('requests.?'), ticked: null },
    })
    expect(line?.length).toBeLessThan(140)
    expect(line).toContain('石榴 花')
  })
})
