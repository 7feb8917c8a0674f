// A review that remembers says what a review from nothing would say, after whatever happened to the filing, to the unit,
// to last year's report, to the form's names or to the calendar.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derive, deriveAfter } from '../../src/engine/derive.ts'
import {
  apply,
  type Change,
  diff,
  type Entry,
  type EntryKey,
  type Filing,
  inverse,
  messageRef,
  type Part,
  personId,
  remarkKey,
  type Value,
} from '../../src/engine/filing.ts'
import { cellKey, type Form, levels, type TextKey, textKey } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import type { Known } from '../../src/engine/known.ts'
import { reasonFor } from '../../src/engine/reason.ts'
import { renamedFiling } from '../../src/engine/renamed.ts'
import { createReview, type Review } from '../../src/engine/review.ts'
import type { Finding } from '../../src/engine/rules/finding.ts'
import type { Judged } from '../../src/engine/rules/judged.ts'
import { but, everywhere, forms } from '../forms/disclosure/figures.ts'
import { website2020 } from '../forms/website/form.ts'
import { filingWith } from './play.ts'
import { sentences, usual } from './sentences.ts'
import { valueFor } from './value-for.ts'

const long = process.env.LONG !== undefined
const numRuns = long ? 2_000 : 200

/** The report and all that a check knows besides; `done` are the changes that can be taken back. */
type World = { readonly filing: Filing; readonly known: Known; readonly done: readonly (readonly Change[])[] }
type Move = (world: World, form: Form) => World

const change = (form: Form, world: World, after: Filing): World => {
  const changes = diff(world.filing, after)
  const filing = apply(world.filing, changes)
  derive(form, world.filing).get([...indexOf(form).computed][0]?.key ?? cellKey('none'))
  deriveAfter(form, world.filing, filing, changes)
  return { ...world, filing, done: [...world.done, changes] }
}
const withEntries = (filing: Filing, made: readonly (readonly [EntryKey, Entry | undefined])[]): Filing => {
  const entries = new Map(filing.entries)
  for (const [key, to] of made) {
    if (to) entries.set(key, to)
    else entries.delete(key)
  }
  return { ...filing, entries }
}
const withText = (filing: Filing, key: TextKey, parts: readonly Part[] | undefined): Filing => {
  const texts = new Map(filing.texts)
  if (parts) texts.set(key, parts)
  else texts.delete(key)
  return { ...filing, texts }
}
const withReason = (form: Form, filing: Filing, finding: Finding): Filing => {
  const spoken = reasonFor(form, filing, finding)
  const remark = { ...spoken, ...part('已核对。') }
  return { ...filing, remarks: new Map(filing.remarks).set(remarkKey(spoken), remark) }
}
const entry = (value: Value, nth = 0, note: string | null = null): Entry => ({
  value,
  note,
  source: 'typed',
  by: personId('p'),
  at: nth,
  message: messageRef(`m:${nth}`),
})
const part = (body: string, nth = 0): Part => ({
  body,
  by: personId('p'),
  at: nth,
  message: messageRef(`m:${nth}`),
})

const moves = (form: Form): fc.Arbitrary<Move> => {
  const { cells, gates, texts } = indexOf(form)
  const cell = fc.constantFrom(...[...cells.values()].map(({ key }) => key))
  const stating = cell.chain(key => fc.tuple(fc.constant(key), valueFor(cells.get(key))))
  const made = cell.chain(key =>
    fc.tuple(
      fc.constant(key),
      fc.option(valueFor(cells.get(key)), { nil: undefined, freq: 5 }),
      fc.nat(9),
      fc.boolean(),
    ),
  )
  const text = fc.constantFrom(...[...texts.values()].map(section => section.text))
  const mainText = texts.get('overview')?.text ?? [...texts.values()][0]?.text ?? textKey('overview')
  const counted = cells.has('requests.received.total') ? 'requests.received.total' : 'content.new.value'
  const body = fc
    .tuple(fc.nat(9), fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }))
    .map(([n, chosen]) => chosen.map(at => sentences(n)[at]).join(''))
  const stated = fc.array(stating, { maxLength: 40 })
  const setFigures = fc.array(made, { minLength: 1, maxLength: 3 }).map(
    (list): Move =>
      (world, own) =>
        change(
          own,
          world,
          withEntries(
            world.filing,
            list.map(([key, to, nth, noted]) => [
              key,
              to === undefined ? to : entry(to, nth, noted ? '（注）' : null),
            ]),
          ),
        ),
  )
  const toggleGate = fc.constantFrom(...gates.values()).chain(gate =>
    fc.option(fc.subarray(gate.branches.map(({ key }) => key)), { nil: undefined, freq: 5 }).map(
      (open): Move =>
        (world, own) =>
          change(own, world, withEntries(world.filing, [[gate.key, open && entry({ open })]])),
    ),
  )
  const write = fc
    .tuple(
      text,
      fc.option(body, { nil: undefined, freq: 5 }),
      fc.constantFrom('none', 'bound', 'drafted', 'typed'),
    )
    .map(
      ([key, words, more]): Move =>
        (world, own) => {
          const parts = {
            none: [],
            bound: [{ ...part(`全年收到申请{${counted}}件。`), bound: true } as const],
            // The same words, drafted by the bot or typed by hand.
            drafted: [{ ...part(usual), bound: true } as const],
            typed: [part(usual)],
          }[more]
          const after = words === undefined ? undefined : [...parts, part(words)]
          return change(own, world, withText(world.filing, key, after))
        },
    )
  const edit = fc.tuple(fc.nat(9), stating).map(
    ([nth, [key, to]]): Move =>
      (world, own) => {
        const isSet = ({ message }: Entry) => message === `m:${nth}`
        const set = [...world.filing.entries].filter(([at, found]) => cells.has(at) && isSet(found))
        const sameKind = set.filter(([at]) => cells.get(at)?.answer === cells.get(key)?.answer)
        return change(
          own,
          world,
          withEntries(
            world.filing,
            sameKind.map(([at]) => [at, entry(to, nth)]),
          ),
        )
      },
  )
  /** Notes are asked for where a stock does not add up, in the first table. */
  const [first] = form.sections.filter(section => section.type === 'table')
  const annotate = fc.constantFrom(...(first?.cells ?? [])).map(
    ({ key }): Move =>
      (world, own) => {
        const found = world.filing.entries.get(key)
        const note = found?.note === null ? '（注）' : null
        return found ? change(own, world, withEntries(world.filing, [[key, { ...found, note }]])) : world
      },
  )
  const undo: Move = (world, own) => {
    const last = world.done.at(-1)
    if (!last) return world
    const filing = apply(world.filing, inverse(last))
    deriveAfter(own, world.filing, filing, inverse(last))
    return { ...world, filing, done: world.done.slice(0, -1) }
  }
  const imported = fc.tuple(stated, body, text).map(
    ([list, words, key]): Move =>
      (world, own) =>
        change(
          own,
          world,
          withText(
            withEntries(
              world.filing,
              list.map(([at, to]) => [at, entry(to)]),
            ),
            key,
            [part(words)],
          ),
        ),
  )
  /** Last year's report is this year's but for some figures, or is not in hand. */
  const lastYear = fc.option(fc.tuple(stated, fc.option(body)), { freq: 4 }).map(
    (given): Move =>
      world => {
        if (!given) return { ...world, known: { ...world.known, previous: null } }
        const [list, words] = given
        const before = withEntries(
          world.filing,
          list.map(([key, to]) => [key, entry(to)]),
        )
        const filing = words === null ? before : withText(before, mainText, [part(words)])
        return { ...world, known: { ...world.known, previous: { form, filing } } }
      },
  )
  const otherEdition = fc.constantFrom(...forms.map(([, edition]) => edition)).map(
    (edition): Move =>
      ({ known, ...world }) => ({
        ...world,
        known: { ...known, previous: known.previous && { ...known.previous, form: edition } },
      }),
  )
  const rename = stating.map(
    ([key, to]): Move =>
      (world, own) => {
        const old = cellKey('old.row.column')
        const begun = withEntries(world.filing, [
          [key, undefined],
          [old, entry(to)],
        ])
        return { ...world, filing: renamedFiling({ ...own, renamed: { [old]: key } }, begun), done: [] }
      },
  )
  const about = fc
    .record({
      yearEnd: fc.constantFrom(null, 5),
      level: fc.constantFrom(null, ...levels),
      licensing: fc.boolean(),
      name: fc.constantFrom('柳荫街道', '南湖镇人民政府'),
      printed: fc.option(fc.constantFrom('柳荫街道2020年政府信息公开工作年度报告', '年度报告')),
    })
    .map(
      ({ yearEnd, level, licensing, name, printed }): Move =>
        ({ known, ...world }) => ({
          ...world,
          known: {
            ...known,
            yearEnd,
            unit: { name, level, powers: { licensing } },
            ...(printed !== null && { printed: { title: printed, headings: [], labels: [] } }),
          },
        }),
    )
  const explain = fc.nat(20).map(
    (at): Move =>
      (world, own) => {
        const { findings } = createReview()(own, world.filing, world.known)
        const finding = findings[at % Math.max(1, findings.length)]
        return finding ? change(own, world, withReason(own, world.filing, finding)) : world
      },
  )
  const nextYear = fc.constantFrom(-2, 0, 1).map(
    (by): Move =>
      world => ({ ...world, filing: { ...world.filing, year: form.years.from + by } }),
  )
  return fc.oneof(
    { weight: 6, arbitrary: setFigures },
    { weight: 3, arbitrary: toggleGate },
    { weight: 3, arbitrary: write },
    { weight: 2, arbitrary: edit },
    { weight: 2, arbitrary: fc.constant(undo) },
    { weight: 2, arbitrary: annotate },
    ...[imported, lastYear, otherEdition, rename, about, explain, nextYear],
  )
}

const all = [...forms, [website2020.id, website2020] as const]

describe.each(all)('in %s', (_, form) => {
  test('a review that remembers says what one from nothing says', () => {
    fc.assert(
      fc.property(fc.array(moves(form), { maxLength: long ? 60 : 25 }), fc.nat(60), (walk, all) => {
        const remembering = createReview()
        let world: World = {
          filing: filingWith(form, all > 20 ? but(form, everywhere(form, all)) : {}),
          known: { unit: { name: '柳荫街道', level: 'street', powers: {} }, previous: null, yearEnd: null },
          done: [],
        }
        let before: (World & { readonly said: Review }) | undefined
        for (const move of walk) {
          world = move(world, form)
          const { filing, known } = world
          const previous = known.previous && {
            ...known.previous,
            filing: structuredClone(known.previous.filing),
          }
          const anew = createReview()(form, structuredClone(filing), { ...known, previous })
          expect(remembering(form, filing, known)).toEqual(anew)
          if (before) expect(remembering(form, before.filing, before.known)).toEqual(before.said)
          before = { ...world, said: anew }
        }
      }),
      { numRuns },
    )
  })
})

test('the state before the last one is remembered too, as a step asks for both in turn', () => {
  const [, form] = forms[0] as (typeof forms)[number]
  const judged: string[] = []
  const rules = form.rules.map(rule => ({
    ...rule,
    judge: (seen: Judged) => {
      judged.push(rule.id)
      return rule.judge(seen)
    },
  }))
  const watched = { ...form, rules }
  const remembering = createReview()
  const known: Known = { unit: { name: '柳荫街道', level: null, powers: {} }, previous: null, yearEnd: null }
  const [one, other] = [3, 4].map(n => filingWith(form, { 'requests.received.natural': n }))
  if (!one || !other) throw new Error('no filings')
  for (const filing of [one, other]) remembering(watched, filing, known)
  judged.length = 0
  for (const filing of [one, other, one, other]) remembering(watched, filing, known)
  expect(judged).toEqual([])
})

test('one memory serves many filings, the least recent of which it forgets', () => {
  const remembering = createReview(1)
  for (const [, form] of [...forms, ...forms]) {
    const filing = filingWith(form, { 'requests.received.natural': 3 })
    const known: Known = {
      unit: { name: '柳荫街道', level: null, powers: {} },
      previous: null,
      yearEnd: null,
    }
    expect(remembering(form, filing, known)).toEqual(createReview()(form, structuredClone(filing), known))
  }
})
