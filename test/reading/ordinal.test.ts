// An ordinal says which one and never how many: no reader makes a figure of it, alone, with a blank in it, or in a list.

import { describe, expect, test } from 'vitest'
import { readClauses } from '../../src/reading/clauses.ts'
import { countsIn } from '../../src/reading/counts.ts'
import { nameIndex } from '../../src/reading/name-index.ts'
import { passageOf } from '../../src/reading/passage.ts'
import { readQuantity } from '../../src/reading/quantity.ts'
import { readRows } from '../../src/reading/rows.ts'

const names = nameIndex([['新收', 1] as const, ['第三方', 2] as const])
const piecesOf = (text: string) => readClauses(text, names, 2020).flatMap(({ pieces }) => pieces)
const countsOf = (text: string) => countsIn(passageOf(text).plain)
const figuresIn = (text: string): readonly string[] =>
  piecesOf(text).flatMap(piece => (piece.type === 'figure' ? [piece.said] : []))

const alone = [
  ...['第三十件', '第 三十件', '第　三十件', '第三季度', '第2批', '第 2 批', '第2、3批', '第2批、第3批'],
  ...['第一、二季度', '第 12 、 13 件', '第3至5件', '第二、第三批次'],
]

describe.each(alone)('%s', text => {
  test('is no answer, no row and no figure of a message', () => {
    expect(readQuantity(text)).toHaveProperty('fault')
    expect(readRows(`${text} 5`)?.map(({ pieces }) => pieces) ?? [['5']]).toEqual([['5']])
    expect(figuresIn(text)).toEqual([])
    expect(piecesOf(text).map(({ type }) => type)).toContain('unread')
  })

  test('is no count of a sentence, and the count behind it is one', () => {
    expect(countsOf(`${text}已办结`)).toEqual([])
    expect(countsOf(`${text}共5条`).map(({ number }) => number)).toEqual([5])
  })
})

test('words that begin like one keep their meaning, and so do the figures of a list', () => {
  expect(piecesOf('第三方5件').map(({ type }) => type)).toEqual(['name', 'figure'])
  expect(figuresIn('新收3件、5件')).toEqual(['3件', '5件'])
  expect(countsOf('第一，受理3件、答复2件').map(({ number }) => number)).toEqual([3, 2])
})
