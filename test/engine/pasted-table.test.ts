// Tables as they are copied from a sheet, a document or a web page: head rows, merged labels, blanks, totals.

import { describe, expect, test } from 'vitest'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { entered, table } from '../forms/material.ts'
import { copiedWith, numbered, read } from './pasted.ts'
import { cell, gate, play } from './play.ts'

describe.each(forms)('in %s', (_, form) => {
  describe.each(['requests', 'disputes'])('the table %s', section => {
    const figures = numbered(form, section)
    const own = entered(form).filter(each => each.section === section)

    test.each([
      ['with empty cells for what is merged', 'empty', '0'],
      ['with its words again in what is merged', 'repeated', '0'],
      ['with blanks for 0', 'empty', ''],
      ['with strokes for 0', 'repeated', '—'],
    ] as const)('is read cell for cell %s', (_, merge, zero) => {
      const pasted = read(form, copiedWith(table(form, section).table.rows, figures, merge, zero))
      expect(pasted).toEqual({ cells: expect.anything(), totals: [], untaken: [] })
      const cells =
        pasted && 'cells' in pasted
          ? new Map<string, unknown>(pasted.cells.map(([key, value]) => [key, value]))
          : new Map()
      for (const { key } of own) expect([key, cells.get(key)]).toEqual([key, figures.get(key)])
      expect(cells.size).toBe(own.length)
    })

    test('with a total that is off names it and both sums', () => {
      const [total] = table(form, section).cells.filter(({ sum }) => sum)
      const off = new Map(figures).set(total?.key ?? '', 1 + (figures.get(total?.key ?? '') ?? 0))
      const pasted = read(form, copiedWith(table(form, section).table.rows, off, 'empty'))
      expect(pasted).toMatchObject({
        wrong: [{ cell: total?.key, said: off.get(total?.key ?? ''), sum: figures.get(total?.key ?? '') }],
      })
    })
  })

  test('the table of requests is read as a page leaves out what is merged', () => {
    const figures = numbered(form, 'requests')
    const pasted = read(form, copiedWith(table(form, 'requests').table.rows, figures, 'absent'))
    expect(pasted).toMatchObject({
      untaken: [],
      cells: { length: entered(form).filter(each => each.section === 'requests').length },
    })
  })
})

const head = '申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计'
const received = '一、本年新收政府信息公开申请数量'

describe('some rows of a table', () => {
  test.each([
    ['with their head', `${head}\n${received}\t5\t2\t0\t0\t0\t0\t7`],
    ['with blanks', `${head}\n${received}\t5\t2\t\t\t\t\t7`],
    ['with blanks that were cut off', `${head}\n${received}\t5\t2`],
    ['without a head, with blanks', `${received}\t5\t2\t\t\t\t\t7`],
    ['without a head, with merged cells before the figures', `${received}\t\t\t5\t2\t\t\t\t\t7`],
    [
      'between strokes',
      `|${head.replaceAll('\t', '|')}|\n|---|---|---|---|---|---|---|---|\n|${received}|5|2|0|0|0|0|7|`,
    ],
    ['from Windows', `${head}\r\n${received}\t5\t2\t0\t0\t0\t0\t7\r\n`],
    ['without the total', `${head.replace('\t总计', '')}\n${received}\t5\t2\t0\t0\t0\t0`],
    ['in full width', `${head}\n${received}\t５\t２\t０\t０\t０\t０\t７`],
    [
      'under the table’s title',
      `三、收到和处理政府信息公开申请情况\n${head}\n${received}\t5\t2\t0\t0\t0\t0\t7`,
    ],
  ])('are read %s', (_, said) => {
    const script = play(disclosure2021)
    script.put(gate('requests.?', []))
    script.say(said)
    expect(script.question()).toMatchObject({ type: 'proposal', untaken: [] })
    expect(script.filing().entries.size).toBe(0)
    script.tap('confirm')
    expect(
      ['natural', 'business', 'other', 'total'].map(column => script.value(`requests.received.${column}`)),
    ).toEqual([5, 2, 0, 7])
  })

  test('are read at any question', () => {
    const script = play(disclosure2021)
    script.say(`${head}\n${received}\t5\t2\t0\t0\t0\t0\t7`)
    expect(script.question()).toMatchObject({ type: 'proposal', cells: { length: 6 } })
  })

  test('name what is no figure, and a total whose other parts nobody knows', () => {
    const script = play(disclosure2021)
    script.put(gate('requests.?', []))
    script.say(`${head}\n${received}\t五六件\t2\t0\t0\t0\t0\t7\n（七）总计\t9\t2\t0\t0\t0\t0\t11`)
    expect(script.question()).toMatchObject({
      type: 'proposal',
      cells: { length: 5 },
      untaken: expect.arrayContaining([
        '五六件',
        '一、本年新收政府信息公开申请数量 总计 7',
        '（七）总计 自然人 9',
      ]),
    })
  })

  test('are compared with the figures that stand', () => {
    const script = play(disclosure2021, {
      entries: Object.fromEntries(
        entered(disclosure2021)
          .filter(({ section, columnKey }) => section === ('requests' as string) && columnKey === 'natural')
          .map(({ key }) => [key, 1]),
      ),
    })
    script.put(gate('requests.?', []))
    script.say('申请人情况\t\t自然人\n三、本年度办理结果\t（七）总计\t30')
    expect(script.effects()[0]).toMatchObject({ type: 'wrong-totals', totals: [{ said: 30, sum: 21 }] })
  })

  test('of money keep the unit of their head', () => {
    const script = play(disclosure2021)
    script.say('信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t12.5')
    script.tap('confirm')
    expect(script.value('disclosure.fees.collected')).toEqual({ fen: 12_500_000, unit: 'wan-yuan' })
  })
})

describe('a paste that is no table', () => {
  test.each([
    ['a thousand rows', `${head}\n${`${received}\t1\t2\n`.repeat(1_000)}`],
    ['ten thousand columns', `${head}\n${received}${'\t1'.repeat(10_000)}`],
    ['a million signs', `${head}\n${'长\t'.repeat(500_000)}`],
    ['quotes without end', `${head}\n${'"""\t'.repeat(20_000)}`],
    ['strokes without end', '|'.repeat(100_000)],
  ])('%s is refused, and the question stands', (_, said) => {
    const script = play(disclosure2021)
    script.put(cell('requests.received.natural'))
    script.say(said)
    expect(script.types()).toEqual(['unread', 'ask'])
    expect(script.filing().entries.size).toBe(0)
  })
})
