// A reason for what looks wrong and is right: it holds while its numbers do, follows its cell, and is found next year.

import { describe, expect, test } from 'vitest'
import { reportOf } from '../../src/document/report.ts'
import { diff, type Filing, raisesContent } from '../../src/engine/filing.ts'
import { findingQuestion } from '../../src/engine/focus.ts'
import { cellKey, type Form } from '../../src/engine/form.ts'
import type { Known } from '../../src/engine/known.ts'
import { renamedFiling } from '../../src/engine/renamed.ts'
import { createReview } from '../../src/engine/review.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { readReport } from '../../src/intake/report.ts'
import { cell, filingWith, play } from './play.ts'

const form = disclosure2021
const made = 'disclosure.regulations.made'
const words = '市政府授权发布。'

const start = (previous: Known['previous'] = null) =>
  play(form, { previous, entries: { 'disclosure.?': ['regulations'], [made]: 1 } })

/** The finding T203 is before Ann, in a street that has made one regulation. */
const explained = (said = words) => {
  const script = start()
  const found = script.ask().findings.find(({ rule }) => rule === 'T203')
  if (!found) throw new Error('no T203')
  script.put(findingQuestion(found))
  script.say(said)
  return script
}
const known: Known = {
  unit: { name: '柳荫街道', level: 'street', powers: {} },
  previous: null,
  yearEnd: null,
}
const reasonOf = (filing: Filing, own: Form = form, about: Known = known) =>
  createReview()(own, filing, about).findings.find(({ rule }) => rule === 'T203')?.reason

test('is a remark beside the report, with the cell and the number that it speaks of', () => {
  const script = explained()
  const { remarks, texts } = script.filing()
  expect([...remarks.values()]).toEqual([
    {
      ...{ kind: 'reason', rule: 'T203', cells: [made], figures: [1], quote: null, body: words },
      ...{ by: 'ann', at: expect.any(Number), message: script.lastMessage() },
    },
  ])
  expect(texts.size).toBe(0)
  expect(reasonOf(script.filing())).toBe(words)
})

test('survives whatever else changes, and holds only while its number stands', () => {
  const script = explained()
  script.put(cell('requests.received.natural'))
  script.say('3')
  expect(reasonOf(script.filing())).toBe(words)
  script.put(cell(made))
  script.say('2')
  expect(reasonOf(script.filing())).toBeUndefined()
  script.put(cell(made))
  script.say('1')
  expect(reasonOf(script.filing())).toBe(words)
})

test('is taken back with the last step, and not when somebody has written another since', () => {
  const script = explained()
  script.act({ type: 'undo' })
  expect(script.filing().remarks.size).toBe(0)
  const again = explained()
  again.put({ type: 'finding', key: `T203:${made}`, cells: [cellKey(made)] } as never, 'bob')
  again.act({ type: 'explain', finding: `T203:${made}`, body: '另一个说明。' }, 'bob')
  again.act({ type: 'undo' })
  expect(again.types()).toContain('moved')
  expect(reasonOf(again.filing())).toBe('另一个说明。')
})

describe('its message', () => {
  test('edited says it anew, whatever the number is by then', () => {
    const script = explained()
    script.edit(script.lastMessage(), ' 省里\n授权。 ')
    expect(script.types()).toContain('explained')
    expect(reasonOf(script.filing())).toBe('省里 授权。')
  })

  test('edited to be too long leaves it, and edited to nothing takes it away', () => {
    const script = explained()
    script.edit(script.lastMessage(), '长'.repeat(501))
    expect(script.effects()).toContainEqual(expect.objectContaining({ type: 'unread', why: 'too-long' }))
    expect(reasonOf(script.filing())).toBe(words)
    script.edit(script.lastMessage(), ' ')
    expect(script.filing().remarks.size).toBe(0)
  })
})

test('follows a cell that gets another name', () => {
  const old = 'disclosure.rules.made'
  const second: Form = { ...form, revision: form.revision + 1, renamed: { [old]: made } }
  const { remarks, ...rest } = explained().filing()
  const [remark] = remarks.values()
  if (!remark) throw new Error('no remark')
  const aged = { ...remark, cells: [cellKey(old)] }
  const stored = {
    ...rest,
    remarks: new Map([[`reason:T203:${old}=1`, aged]]) as unknown as Filing['remarks'],
  }
  const filing = renamedFiling(second, stored)
  expect([...filing.remarks]).toEqual([[`reason:T203:${made}=1`, remark]])
  expect(reasonOf(filing, second)).toBe(words)
  expect(
    diff(stored, filing)
      .map(({ key }) => key)
      .toSorted(),
  ).toEqual([`reason:T203:${made}=1`, `reason:T203:${old}=1`])
})

test('that lasts is found in last year’s report, also under the name that its cell had then', () => {
  const power = 'disclosure.licensing.handled'
  const old = 'disclosure.permits.handled'
  const second: Form = { ...form, renamed: { [old]: power } }
  const filing = filingWith(second, { [power]: 5 })
  const about = { ...known, unit: { ...known.unit, powers: { licensing: false } } }
  const [lasting] = createReview()(second, filing, about).findings.filter(({ lasts }) => lasts)
  const cells = lasting?.cells.map(key => (key === power ? cellKey(old) : key)) ?? []
  const reason = {
    ...{ kind: 'reason', rule: lasting?.message ?? lasting?.rule ?? '', cells, figures: null, quote: null },
    ...{ body: words, by: filing.unit as never, at: 1, message: null },
  } as const
  const before = { ...filingWith(second), remarks: new Map([['x', reason]]) as unknown as Filing['remarks'] }
  const found = createReview()(second, filing, { ...about, previous: { form: second, filing: before } })
  expect(lasting).toBeDefined()
  expect(found.findings.find(({ rule }) => rule === lasting?.rule)?.reason).toBe(words)
})

describe('in a report file', () => {
  const report = (remarks: unknown) => ({
    ...{ format: 'nianbao/report@1', unit: '柳荫街道', level: 'street', year: 2025, form: form.id },
    ...{ figures: { [made]: 1 }, remarks },
  })
  const read = (file: unknown) => {
    const found = readReport(file, catalog)
    if (!found.ok) throw new Error(JSON.stringify(found.problems))
    return found
  }

  test('stands among the remarks and comes back whole, and no text holds it', () => {
    const { filing } = { filing: explained('“原话”说的是2件。').filing() }
    const file = reportOf(form, filing, { name: '柳荫街道' })
    expect(file.remarks).toEqual([{ rule: 'T203', cells: [made], text: '“原话”说的是2件。', figures: [1] }])
    expect(JSON.stringify(file)).not.toContain('reason:')
    const again = read(JSON.stringify(file))
    expect(again.unknown).toEqual([])
    expect(reportOf(form, again.filing, { name: '柳荫街道' })).toEqual(file)
    expect(reasonOf(again.filing)).toBe('“原话”说的是2件。')
  })

  test.each([
    ['a list', [{ rule: 'T203', cells: [made], text: words }]],
    ['a rule and its words', { T203: words }],
  ])('is read from %s, and holds for any number', (_, remarks) => {
    const { filing, unknown } = read(report(remarks))
    expect(unknown).toEqual([])
    expect(reasonOf(filing)).toBe(words)
    expect(reportOf(form, filing, { name: '柳荫街道' }).remarks).toEqual([
      { rule: 'T203', cells: Array.isArray(remarks) ? [made] : [], text: words },
    ])
  })

  test('is not for another cell, and not read twice', () => {
    expect(reasonOf(read(report([{ rule: 'T203', cells: ['a.b'], text: words }])).filing)).toBeUndefined()
    const twice = readReport(
      report([
        { rule: 'T203', text: 'a' },
        { rule: 'T203', text: 'b' },
      ]),
      catalog,
    )
    expect(twice).toEqual({ ok: false, problems: [{ path: 'remarks.T203', code: 'twice' }] })
  })
})

test('raises the content, the year’s end confirmed does not', () => {
  const spoken = {
    rule: null,
    cells: [],
    figures: null,
    quote: null,
    body: '',
    by: 'p',
    at: 1,
    message: null,
  }
  const change = (kind: string) =>
    ({ type: 'remark', key: 'x', from: undefined, to: { ...spoken, kind } }) as never
  expect(raisesContent([change('reason')])).toBe(true)
  expect(raisesContent([change('year-end')])).toBe(false)
  expect(raisesContent([])).toBe(false)
})
