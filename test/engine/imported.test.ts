// Figures and texts of a document: what they fill, what they leave as it stands, and what is asked then.

import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/engine/draft.ts'
import type { Imported } from '../../src/engine/effect.ts'
import type { Value } from '../../src/engine/filing.ts'
import { cellKey, type Form, textKey } from '../../src/engine/form.ts'
import { indexOf } from '../../src/engine/index-of.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { cell, type Play, play } from './play.ts'

const form = disclosure2021
const texts = { preamble: '现予公布。', overview: '加强领导。', problems: '仍有不足。', other: '无。' }

/** A document in which every figure is 0 but these; `undefined` leaves one out, null is a printed blank. */
const draftOf = (
  figures: Readonly<Record<string, Value | undefined>> = {},
  parts: Partial<Draft> = {},
  of: Form = form,
): Draft => {
  const zeros = Object.fromEntries(indexOf(of).entered.map(({ key }): [string, Value] => [key, 0]))
  return {
    form: of.id,
    unit: '柳荫街道办事处',
    year: of.years.from + 1,
    figures: Object.entries({ ...zeros, ...figures }).flatMap(([key, value]) =>
      value === undefined ? [] : [[cellKey(key), value, null] as const],
    ),
    texts: Object.entries(texts).map(([key, body]) => [textKey(key), body]),
    unread: [],
    ...parts,
  }
}

const send = (script: Play, draft: Draft, sure = false) => {
  script.act({ type: 'imported', draft, sure })
  return script.effects().find(effect => effect.type === 'imported') as Imported | undefined
}

const received = 'requests.received.natural'
const licensing = 'disclosure.licensing.handled'

describe('a document of this report', () => {
  test('fills an empty report, opens the gates that have figures and closes all others', () => {
    const script = play(form)
    const told = send(script, draftOf({ [licensing]: 12 }))
    expect(told).toMatchObject({ texts: 4, differing: [], totals: [], open: 0 })
    expect(told?.figures).toBe(indexOf(form).entered.length)
    expect(script.entry('disclosure.?')?.value).toEqual({ open: ['licensing'] })
    expect(script.entry('requests.?')?.value).toEqual({ open: [] })
    expect(script.entry(licensing)).toMatchObject({ value: 12, source: 'imported', by: 'ann', message: null })
    expect([...script.filing().entries.keys()].filter(key => key.startsWith('requests.'))).toEqual([
      'requests.?',
    ])
    expect(script.value('requests.total.total')).toBe(script.value(received))
    expect(script.question()).toEqual({ type: 'done' })
  })

  test('that is balanced in one column asks nothing of the others', () => {
    const script = play(form)
    send(script, draftOf({ [received]: 3, 'requests.granted.natural': 3 }))
    expect(script.entry('requests.?')?.value).toEqual({ open: ['natural'] })
    expect(script.value('requests.granted.natural')).toBe(3)
    expect(script.value('requests.received.business')).toBe(0)
  })

  test('keeps every figure that was given, and says which differ', () => {
    const script = play(form, {
      entries: { 'disclosure.?': ['licensing'], [licensing]: 35, 'requests.?': [] },
    })
    const told = send(script, draftOf({ [licensing]: 53, [received]: 2 }))
    expect(told?.differing.map(([key, value]) => [key, value])).toEqual([
      [licensing, 53],
      [received, 2],
    ])
    expect(script.value(licensing)).toBe(35)
    expect(script.value(received)).toBe(0)
    expect(script.question()).toEqual({ type: 'differing', cells: [licensing, received] })
    script.tapCell(licensing)
    expect(script.question()).toEqual(cell(licensing))
  })

  test('that says the same amount in another unit does not differ', () => {
    const of = disclosure2019
    const amount = 'disclosure.procurement.amount'
    const entries = {
      'disclosure.?': ['procurement'],
      [amount]: { fen: 116_000_000, unit: 'wan-yuan' } as const,
    }
    const script = play(of, { entries })
    const told = send(script, draftOf({ [amount]: { fen: 116_000_000, unit: 'yuan' } }, {}, of))
    expect(told?.differing).toEqual([])
    expect(script.value(amount)).toEqual(entries[amount])
  })

  test('asks only what it leaves out: a blank is no zero', () => {
    const script = play(form)
    const told = send(script, draftOf({ [licensing]: null, 'disclosure.fees.collected': undefined }))
    expect(told?.open).toBe(2)
    expect(script.entry('disclosure.?')?.value).toEqual({ open: ['licensing', 'fees'] })
    expect(script.question()).toEqual(cell(licensing))
  })

  test('without a table leaves its first question to be asked', () => {
    const script = play(form)
    const none = Object.fromEntries(
      indexOf(form)
        .entered.filter(each => each.section === 'requests')
        .map(each => [each.key, undefined]),
    )
    send(script, draftOf(none))
    expect(script.entry('requests.?')).toBeUndefined()
    expect(script.question()).toMatchObject({ type: 'gate', gate: 'requests.?' })
  })

  test('puts what is broken at once', () => {
    const script = play(form)
    send(script, draftOf({ [received]: 5, 'requests.granted.natural': 3 }))
    expect(script.question()).toMatchObject({ type: 'finding' })
  })

  test('with a total that is not the sum of its parts is told so, and the sum stands', () => {
    const script = play(form)
    const told = send(script, draftOf({ [received]: 3, 'requests.received.total': 7 }))
    expect(told?.totals.map(([key, value]) => [key, value])).toEqual([['requests.received.total', 7]])
    expect(script.value('requests.received.total')).toBe(3)
  })

  test('leaves texts that were written, and says which differ', () => {
    const script = play(form)
    script.put({ type: 'text', text: textKey('overview') })
    script.say('我们自己写的。')
    const told = send(script, draftOf())
    expect(told?.differingTexts).toEqual(['overview'])
    expect(script.filing().texts.get(textKey('overview'))?.[0]?.body).toBe('我们自己写的。')
    expect(script.filing().texts.get(textKey('problems'))?.[0]).toMatchObject({
      body: '仍有不足。',
      message: null,
    })
  })

  test('sent twice changes nothing the second time', () => {
    const script = play(form)
    send(script, draftOf({ [licensing]: 12 }))
    const { entries, texts } = script.filing()
    const told = send(script, draftOf({ [licensing]: 12 }))
    expect(told).toMatchObject({ differing: [], differingTexts: [] })
    expect(script.filing().entries).toEqual(entries)
    expect(script.filing().texts).toEqual(texts)
  })

  test('is taken back in one step', () => {
    const script = play(form, { entries: { 'requests.?': [] } })
    const before = script.filing().entries
    send(script, draftOf({ [licensing]: 12, 'disclosure.penalties.handled': 4 }))
    script.act({ type: 'undo' })
    expect(script.filing().entries).toEqual(before)
    expect(script.filing().texts.size).toBe(0)
    script.act({ type: 'undo' })
    expect(script.types()).toContain('nothing-to-undo')
  })

  test('counts figures that the form has no place for, and drops a text that is too long', () => {
    const script = play(form)
    const long = { texts: [[textKey('overview'), '长'.repeat(20_001)] as const] }
    const told = send(script, draftOf({ 'gone.long.ago': 3 }, long))
    expect(told).toMatchObject({ foreign: 1, long: ['overview'] })
    expect(script.filing().texts.size).toBe(0)
    expect(script.filing().entries.has(cellKey('gone.long.ago'))).toBe(false)
  })
})

describe('a document that may be another report', () => {
  test.each([
    ['of another unit', { unit: '青石街道' }, ['unit']],
    ['of another year', { year: 2019 }, ['year']],
    ['in another edition', { form: disclosure2019.id }, ['form']],
  ] as const)('%s is asked about first and changes nothing', (_, parts, doubts) => {
    const script = play(form)
    send(script, draftOf({ [licensing]: 12 }, parts))
    expect(script.question()).toMatchObject({ type: 'import', doubts })
    expect(script.filing().entries.size).toBe(0)
    expect(script.words()).toEqual(['import', 'not-import', 'back', 'help'])
  })

  test('is read all the same when it is said so, by a tap or a word', () => {
    for (const agree of [(script: Play) => script.tap('import'), (script: Play) => script.say('对')]) {
      const script = play(form)
      send(script, draftOf({ [licensing]: 12 }, { unit: '青石街道' }))
      agree(script)
      expect(script.value(licensing)).toBe(12)
    }
  })

  test('is forgotten when it is not wanted, and nobody goes back to it', () => {
    const script = play(form)
    send(script, draftOf({ [licensing]: 12 }, { unit: '青石街道' }))
    script.say('什么')
    expect(script.question()).toMatchObject({ type: 'import' })
    script.tap('not-import')
    expect(script.filing().entries.size).toBe(0)
    expect(script.focus().trail.map(({ type }) => type)).not.toContain('import')
  })

  test('names no unit and no year is taken as this one', () => {
    const script = play(form)
    send(script, draftOf({ [licensing]: 12 }, { unit: '', year: null }))
    expect(script.value(licensing)).toBe(12)
  })
})
