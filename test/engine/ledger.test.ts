// Two columns of a ledger, applicant and reply, become a column each of the table of requests.

import { describe, expect, test } from 'vitest'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { gate, play } from './play.ts'

const pasted = (said: string) => {
  const script = play(disclosure2021)
  script.put(gate('requests.?'))
  script.say(said)
  return script
}

const rows = [
  '自然人\t予以公开',
  '自然人\t予以公开',
  '企业\t部分公开',
  '自然人\t信息不存在',
  '商业企业\t2.重复申请',
  '其他\t其他',
]
const counted = {
  'requests.granted.natural': 2,
  'requests.unavailable-not-held.natural': 1,
  'requests.partly-granted.business': 1,
  'requests.declined-duplicate.business': 1,
  'requests.other-rest.other': 1,
}

const figuresOf = (script: ReturnType<typeof pasted>) => {
  const question = script.question()
  return question.type === 'proposal' ? Object.fromEntries(question.cells) : question
}

describe('a ledger', () => {
  test.each([
    ['of two columns', rows],
    ['with a head', ['申请人类型\t答复类型', ...rows]],
    ['with its reply first', rows.map(row => row.split('\t').reverse().join('\t'))],
    [
      'with other columns',
      rows.map((row, at) => `${at + 1}\t张三\t13800000000\t${row}\t2025-03-0${at + 1}\t已邮寄`),
    ],
    ['with numbered replies', rows.map(row => row.replace('予以公开', '（一）予以公开'))],
    ['in full width', rows.map(row => row.replace('自然人', '自然人　'))],
  ])('%s is counted', (_, lines) => {
    const script = pasted(lines.join('\n'))
    expect(figuresOf(script)).toEqual(counted)
    expect(script.question()).toMatchObject({ untaken: [] })
    expect(script.filing().entries.size).toBe(0)
    expect(JSON.stringify(script.focus())).not.toMatch(/张三|13800000000|邮寄/)
  })

  test('makes no zero of what it does not hold', () => {
    const script = pasted(rows.join('\n'))
    script.tap('confirm')
    expect(script.value('requests.granted.natural')).toBe(2)
    expect(script.value('requests.granted.business')).toBeUndefined()
    expect(script.value('requests.received.natural')).toBeUndefined()
  })

  test('names what could not be placed, with how often', () => {
    const script = pasted(
      [...rows, '自然人\t已电话沟通', '自然人\t已电话沟通', '街道办\t予以公开', '自然人\t'].join('\n'),
    )
    expect(figuresOf(script)).toEqual(counted)
    expect(script.question()).toMatchObject({
      untaken: ['自然人 已电话沟通 × 2', '街道办 予以公开 × 1', '自然人 × 1'],
    })
  })

  test('of 2,000 rows is read to its end, a longer one is refused', () => {
    const script = pasted(Array.from({ length: 2_000 }, (_, at) => rows[at % 2] ?? '').join('\n'))
    expect(figuresOf(script)).toEqual({ 'requests.granted.natural': 2_000 })
    const longer = pasted(Array.from({ length: 2_002 }, () => rows[0] ?? '').join('\n'))
    expect(longer.effects()[0]).toMatchObject({ type: 'unread', why: 'too-many-rows' })
  })
})

test.each(['自然人\t3\n商业企业\t2', '张三\t予以公开\n李四\t予以公开', '自然人\t张三\n自然人\t李四'])(
  '%j is no ledger',
  said => {
    const script = pasted(said)
    expect(script.filing().entries.size).toBe(0)
    expect(figuresOf(script)).not.toMatchObject({ 'requests.granted.natural': expect.anything() })
  },
)
