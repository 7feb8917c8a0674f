// Figures of December, end to end: confirmed once in January, and then the document goes out.

import { expect, test } from 'vitest'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { openDesk } from '../desk.ts'

const year = disclosure2021.years.from + 1
const words = (mail: readonly { readonly lines: readonly { readonly text: string }[] }[]) =>
  mail.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')

test('what was filled in December is confirmed once in January, and then goes out', async () => {
  const desk = await openDesk({ form: disclosure2021 })
  desk.clock.now = Date.UTC(year, 11, 20)
  const ann = desk.person('Ann')
  await ann.command('start', await desk.invite(365))
  await ann.tap('开始填报')
  for (let n = 0; n < 3; n += 1) await ann.tap(n === 0 ? '均无' : '没有')
  for (const text of ['总体情况。', '写完了', '存在问题。']) await ann.text(text)
  await ann.tap(`${year}年未收取信息处理费`)
  expect(words(await ann.text('前言。'))).toContain('填写完毕')

  desk.clock.now = Date.UTC(year + 1, 0, 4)
  expect(words(await ann.command('start'))).toContain('还有 1 项未填')
  expect(words(await ann.tap('继续填报'))).toBe('数据填至 12月20日。12月21日至12月31日有无变化？')
  expect(words(await ann.command('document'))).toContain('暂不能生成送审稿：1 项未填（年末数据确认）')
  expect(
    ann
      .card()
      ?.choices.map(({ label }) => label)
      .slice(0, 2),
  ).toEqual(['无变化，确认', '有变化，修改'])
  expect(words(await ann.tap('无变化，确认'))).toContain(`✓ 已确认，数据截至${year}年12月31日，无变化。`)
  expect((await ann.command('document')).some(({ kind }) => kind === 'file')).toBe(true)
  expect((await ann.seat()).focus.question).toEqual({ type: 'done' })
})
