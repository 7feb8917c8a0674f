// Sentences drafted from the figures: when they are offered, what they say, that they follow the tables, and that
// whatever they say agrees with any consistent report.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import { openKey } from '../../src/engine/completeness.ts'
import { emptyFiling, type Filing, filingId, personId, unitId } from '../../src/engine/filing.ts'
import { type Form, type TextKey, textKey } from '../../src/engine/form.ts'
import { textOf } from '../../src/engine/index-of.ts'
import { review } from '../../src/engine/review.ts'
import { templateOf } from '../../src/engine/sentence.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { alone, but, forms } from '../forms/disclosure/figures.ts'
import { consistentFiling, kinds } from './consistent.ts'
import { cell, type Play, play } from './play.ts'

const overview = textKey('overview')
const text = (key: TextKey) => ({ type: 'text', text: key }) as const
const body = (script: Play, key = overview) => bodyOf(script.form, script.filing(), key)
const offered = (script: Play, key = overview) =>
  script.ask().choices.filter(({ label }) => label.type === 'sentence' && label.text === key).length
const take = (script: Play, key = overview) =>
  script.tapWhere(({ label }) => label.type === 'sentence' && label.text === key)

const received = (natural: number, granted: number, carriedOut = 0) => ({
  'requests.received.natural': natural,
  'requests.granted.natural': granted,
  'requests.carried-out.natural': carriedOut,
})
const at = (form: Form, changes: Readonly<Record<string, number>>) => {
  const script = play(form, { entries: but(form, changes) })
  script.put(text(overview))
  return script
}

/** A filing whose texts are what the form would draft. */
const drafted = (form: Form, filing: Filing): Filing => ({
  ...filing,
  texts: new Map(
    form.sections.flatMap(section =>
      section.type === 'text' && section.sentence
        ? [
            [
              section.text,
              [
                {
                  body: templateOf(section.sentence, filing),
                  by: personId('p'),
                  at: 1,
                  message: null,
                  bound: true,
                },
              ],
            ] as const,
          ]
        : [],
    ),
  ),
})

describe.each(forms)('the sentence of figures in %s', (_, form) => {
  const year = form.years.from + 1

  test('is offered only when every figure in it is known', () => {
    const open = play(form)
    open.put(text(overview))
    expect(offered(open)).toBe(0)
    const known = at(form, {})
    expect(offered(known)).toBe(1)
  })

  test('says that nothing came, and nothing of zeros', () => {
    const script = at(form, {})
    take(script)
    const words = `${year}年，未收到政府信息公开申请。未发生政府信息公开行政复议、行政诉讼。`
    expect(script.effects()[0]).toEqual({ type: 'sentence', text: overview, body: words })
    expect(body(script)).toBe(words)
    expect(script.question()).toEqual(text(overview))
    expect(offered(script)).toBe(0)
  })

  test('says who asked, how it ended, and what is left', () => {
    const script = at(form, {
      ...received(12, 9, 2),
      'requests.received.business': 3,
      'requests.carried-in.natural': 1,
      'requests.partly-granted.business': 3,
      'requests.refused-internal.natural': 1,
      'requests.refused-process.natural': 1,
      'disputes.review.upheld': 2,
      'disputes.review.pending': 1,
      'disputes.suit-direct.upheld': 1,
      'disputes.suit-after-review.corrected': 1,
    })
    take(script)
    expect(body(script)).toBe(
      `${year}年，共收到政府信息公开申请15件，其中自然人12件、法人或其他组织3件；上年结转1件。` +
        '全年办结14件，其中予以公开9件、部分公开3件、不予公开2件。结转下年度继续办理2件。' +
        '政府信息公开行政复议3件，其中结果维持2件、尚未审结1件。' +
        '政府信息公开行政诉讼2件，其中结果维持1件、结果纠正1件。',
    )
  })

  test('says 均为 where one outcome is all of several, and the outcome alone where there is one', () => {
    const script = at(form, {
      ...received(1, 1),
      'disputes.review.upheld': 2,
    })
    take(script)
    expect(body(script)).toBe(
      `${year}年，共收到政府信息公开申请1件，由自然人提出。全年办结1件，予以公开。` +
        '政府信息公开行政复议2件，均为结果维持。未发生政府信息公开行政诉讼。',
    )
    script.put(cell('disputes.review.upheld'))
    script.say('1')
    expect(body(script)).toContain('政府信息公开行政复议1件，结果维持。未发生政府信息公开行政诉讼。')
    script.put(cell('disputes.review.upheld'))
    script.say('0')
    script.put(cell('disputes.suit-direct.corrected'))
    script.say('3')
    expect(body(script)).toMatch(/未发生政府信息公开行政复议。政府信息公开行政诉讼3件，均为结果纠正。$/u)
  })

  test('follows the figures', () => {
    const script = at(form, received(3, 3))
    take(script)
    expect(body(script)).toContain('申请3件，均由自然人提出。全年办结3件，均为予以公开。')
    script.put(cell('requests.received.natural'))
    script.say('5')
    script.put(cell('requests.granted.natural'))
    script.say('5')
    expect(body(script)).toContain('申请5件，均由自然人提出。全年办结5件，均为予以公开。')
    script.put(cell('requests.received.natural'))
    script.say('0')
    script.put(cell('requests.granted.natural'))
    script.say('0')
    expect(body(script)).toContain('未收到政府信息公开申请。')
  })

  test('stands behind what was typed, is taken back by undo, and goes with a rewriting', () => {
    const script = at(form, received(3, 3))
    script.say('梧桐成荫，桂花飘香。')
    take(script)
    expect(body(script)).toMatch(/^梧桐成荫，桂花飘香。\n\d{4}年，共收到/u)
    script.act({ type: 'undo' })
    expect(body(script)).toBe('梧桐成荫，桂花飘香。')
    expect(offered(script)).toBe(1)
    take(script)
    script.edit(script.lastMessage(), '银杏满地。')
    expect(body(script)).toMatch(/^银杏满地。\n\d{4}年，共收到/u)
    script.act({ type: 'rewrite', text: overview })
    expect(body(script)).toBeUndefined()
    expect(offered(script)).toBe(1)
  })

  test('has a blank, and no document is made, while a figure is open', () => {
    const filing = drafted(form, emptyFiling(form, { id: filingId('f'), unit: unitId('u'), year }))
    expect(bodyOf(form, filing, overview)).toContain('共收到政府信息公开申请____件')
    expect(review(form, filing, alone).incomplete.map(openKey)).toContain('requests.?')
  })

  test('is offered at the end to a text that says nothing of requests', () => {
    const silent = at(form, {})
    silent.say('梧桐成荫，桂花飘香。')
    for (const key of ['preamble', 'problems', 'other']) {
      silent.put(text(textKey(key)))
      silent.say('银杏满地，枫叶如火，信息处理费没有收取。')
    }
    silent.put({ type: 'done' })
    expect(silent.question()).toEqual({ type: 'done' })
    expect(offered(silent)).toBe(1)
    take(silent)
    expect(silent.question()).toEqual({ type: 'done' })
    expect(offered(silent)).toBe(0)
    silent.put(text(overview))
    silent.tap('rewrite')
    silent.say('今年没有收到信息公开申请，继续做好公开。')
    silent.put({ type: 'done' })
    expect(offered(silent)).toBe(0)
  })

  test('is nothing that somebody can type: braces and brackets stay as they are', () => {
    const script = at(form, received(3, 3))
    const typed = '共{requests.received.total}件，[requests.received.total|有]。'
    script.say(typed)
    expect(body(script)).toBe(typed)
    take(script)
    expect(body(script)?.split('\n')[0]).toBe(typed)
  })

  test.each(kinds)('agrees with every consistent report, totals %s', kind => {
    const texts = new Set(
      form.sections.flatMap(section => (section.type === 'text' && section.sentence ? [section.text] : [])),
    )
    fc.assert(
      fc.property(consistentFiling(form, kind), filing => {
        const full = drafted(form, filing)
        const about = review(form, full, alone).findings.filter(
          // The subjects that only a person can write about.
          ({ text, rule }) => text !== undefined && texts.has(text) && rule !== 'F09',
        )
        expect(about, [...texts].map(key => bodyOf(form, full, key)).join('\n')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('does not count as repeated from last year', () => {
    const { sentence } = textOf(form, overview)
    expect(sentence).toBeDefined()
    const script = at(form, received(3, 3))
    take(script)
    const filing = script.filing()
    const previous = { form, filing: { ...filing, year: filing.year - 1 } }
    const { findings } = review(form, filing, { ...alone, previous })
    expect(findings.filter(({ rule }) => rule === 'Y03')).toEqual([])
  })
})

describe('the sentence about fees', () => {
  const other = textKey('other')
  const script = (unpaid: number) => {
    const made = play(disclosure2021, {
      entries: but(disclosure2021, {
        'requests.received.natural': unpaid,
        'requests.other-fee-unpaid.natural': unpaid,
      }),
    })
    made.put(text(other))
    expect(offered(made, other), 'beside the standard wording').toBe(0)
    made.say('银杏满地，枫叶如火。')
    take(made, other)
    return made
  }

  test('says that none was charged, beside what else there is to report', () => {
    expect(body(script(0), other)).toBe('银杏满地，枫叶如火。\n2022年，本机关未收取政府信息公开信息处理费。')
  })

  test('says how many did not pay', () => {
    expect(body(script(2), other)?.split('\n')[1]).toBe(
      '2022年，本机关未收取政府信息公开信息处理费，另有2件申请因申请人逾期未按收费通知要求缴纳费用，不再处理。',
    )
  })

  test('is none of the edition that does not ask for it', () => {
    expect(textOf(disclosure2019, other).sentence).toBeUndefined()
  })
})
