// The report as plain text: complete for a file, compact for a preview in the chat.

import { describe, expect, test } from 'vitest'
import { outlineOf } from '../../src/document/outline.ts'
import { emptyFigure, textOf } from '../../src/document/text.ts'
import type { Value } from '../../src/engine/filing.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { needs, reportNames } from '../needs.ts'
import { caseOutline, filingOf } from './material.ts'

const words = {
  allZero: '均为0。',
  restZero: '其余为0。',
  open: (figures: number) => `还有${figures}格未填。`,
}
const form = catalog.formOf(filingOf('disclosure-2021', {}).form)
const cells = form.sections
  .flatMap(section => (section.type === 'table' ? section.cells : []))
  .filter(cell => !cell.sum)
const zeros = Object.fromEntries(
  cells.map(({ key, answer }) => [
    key as string,
    (answer === 'count' ? 0 : { fen: 0, unit: 'wan-yuan' }) as Value,
  ]),
)
const printed = (figures: Record<string, Value>, compact = false) =>
  textOf(
    outlineOf({
      form,
      filing: filingOf('disclosure-2021', figures, { overview: '甲。\n乙。' }),
      unitName: '测试镇',
    }),
    compact ? { compact: words } : {},
  )
const lines = (text: string, heading: string) =>
  text.slice(text.indexOf(heading)).split('\n\n')[0]?.split('\n').slice(1)

describe('the complete text', () => {
  test('has every row with its columns, zeros too', () => {
    const text = printed(zeros)
    expect(text.split('\n')[0]).toBe('测试镇2025年政府信息公开工作年度报告')
    expect(lines(text, '一、总体情况')).toEqual(['甲。', '乙。'])
    expect(text).toContain('第二十条第（一）项\n规章：本年制发件数 0，本年废止件数 0，现行有效件数 0\n')
    expect(text.match(/自然人 0/g)).toHaveLength(25)
    expect(text).toContain('（六）其他处理\n1.申请人无正当理由逾期不补正')
    expect(text).toContain('未经复议直接起诉：结果维持 0')
  })

  test('prints what the form says above the table, and which columns stand together', () =>
    expect(lines(printed(zeros), '三、收到')?.slice(0, 2)).toEqual([
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      '申请人情况（自然人，法人或其他组织（商业企业，科研机构，社会公益组织，法律服务机构，其他），总计）',
    ]))

  test('shows where a figure is still open', () =>
    expect(printed({})).toContain(`行政许可：本年处理决定数量 ${emptyFigure}\n`))
})

describe('the compact text', () => {
  test('says in one line that a table is all zero', () =>
    expect(lines(printed(zeros, true), '四、政府信息公开')).toEqual(['均为0。']))

  test('prints only what is not zero, under its groups, and that the rest is', () => {
    const figures = { ...zeros, 'requests.received.natural': 2, 'requests.declined-duplicate.natural': 2 }
    expect(lines(printed(figures, true), '三、收到')).toEqual([
      '一、本年新收政府信息公开申请数量：自然人 2，总计 2',
      '三、本年度办理结果',
      '（五）不予处理',
      '2.重复申请：自然人 2，总计 2',
      '（七）总计：自然人 2，总计 2',
      '其余为0。',
    ])
  })

  test('counts what is open instead of printing it', () => {
    expect(lines(printed({}, true), '二、主动公开')).toEqual(['还有10格未填。'])
    const one = lines(printed({ 'disclosure.regulations.made': 5 }, true), '二、主动公开')
    expect(one).toEqual([
      '第二十条第（一）项',
      `规章：本年制发件数 5，本年废止件数 ${emptyFigure}，现行有效件数 ${emptyFigure}`,
      '还有9格未填。',
    ])
  })
})

describe('real reports', needs('reports'), () => {
  test.each(reportNames)('%s prints complete and compact', name => {
    const outline = caseOutline(name)
    const full = textOf(outline)
    for (const block of outline.blocks) {
      if (block.type === 'table' || block.type === 'closing') continue
      const text = block.type === 'heading' ? block.text : block.lead + block.text
      expect(full.split('\n')).toContain(text)
    }
    expect(textOf(outline, { compact: words }).length).toBeLessThan(full.length)
  })
})
