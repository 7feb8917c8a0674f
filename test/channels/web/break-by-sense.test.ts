// Where a button's label may break.

import { describe, expect, test } from 'vitest'
import { bySense, piecesOf } from '../../../src/channels/web/break-by-sense.ts'

describe('a label breaks by sense', () => {
  test.each([
    ['不掌握相关政府信息', '不掌握|相关|政府|信息'],
    ['行政事业性收费', '行政|事业性|收费'],
    ['其他对外管理服务事项', '其他|对外|管理|服务|事项'],
    ['规章（一般没有）', '规章|（一般没有）'],
    ['补正后申请内容仍不明确', '补正后|申请|内容仍不|明确'],
  ])('%s', (label, pieces) => {
    expect(piecesOf(label).join('|')).toBe(pieces)
    expect(String(bySense(label)).replaceAll('<wbr />', '|')).toBe(`<span>${pieces}</span>`)
  })

  test('short and English labels stay as they are', () => {
    expect(bySense('规范性文件')).toBe('规范性文件')
    expect(bySense('Central procurement')).toBe('Central procurement')
  })
})
