// Several tables in one paste, and figures that a page repeats below a merged head.

import { describe, expect, test } from 'vitest'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { entered, table } from '../forms/material.ts'
import { copiedWith, numbered, read } from './pasted.ts'

describe('several tables in one paste', () => {
  const pair = (off = 0): string => {
    const form = disclosure2021
    return ['requests', 'disputes']
      .map(section => {
        const figures = new Map(numbered(form, section))
        const [total] = table(form, section).cells.filter(({ sum }) => sum)
        if (total && section === 'disputes') figures.set(total.key, (figures.get(total.key) ?? 0) + off)
        return copiedWith(table(form, section).table.rows, figures, 'empty')
      })
      .join('\n\n四、政府信息公开行政复议、行政诉讼情况\t\n')
  }

  test('are each read cell for cell', () => {
    const pasted = read(disclosure2021, pair())
    const own = entered(disclosure2021).filter(({ section }) => section !== ('disclosure' as string))
    const truth = new Map([...numbered(disclosure2021, 'requests'), ...numbered(disclosure2021, 'disputes')])
    expect(pasted).toMatchObject({ untaken: [], cells: { length: own.length } })
    const cells = pasted && 'cells' in pasted ? pasted.cells : []
    expect(cells.filter(([key, value]) => truth.get(key) !== value)).toEqual([])
  })

  test('with a total that is off in the second give it, and nothing of the first counts', () => {
    expect(read(disclosure2021, pair(1))).toMatchObject({ wrong: [expect.anything()] })
  })

  test('of which one is not read name it', () => {
    const [requests = ''] = pair().split('\n\n')
    const pasted = read(
      disclosure2021,
      `${requests}\n行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\n许多\t1\t2\t3`,
    )
    expect(pasted).toMatchObject({
      cells: {
        length: entered(disclosure2021).filter(({ section }) => section === ('requests' as string)).length,
      },
    })
    expect(pasted && 'untaken' in pasted ? pasted.untaken.length : 0).toBeGreaterThan(0)
  })

  test('and one whose merged figures a page repeats is read once', () => {
    const figures = numbered(disclosure2021, 'disclosure')
    const pasted = read(
      disclosure2021,
      copiedWith(table(disclosure2021, 'disclosure').table.rows, figures, 'repeated'),
    )
    const cells = pasted && 'cells' in pasted ? pasted.cells : []
    expect(cells).toHaveLength(10)
    const counts = cells.filter(([key]) => key !== ('disclosure.fees.collected' as string))
    expect(counts.filter(([key, value]) => figures.get(key) !== value)).toEqual([])
  })
})
