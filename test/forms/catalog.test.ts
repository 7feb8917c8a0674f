// Which edition for which year, what an edition fills in by itself, and how the document looks.

import { expect, test } from 'vitest'
import { formId, levels } from '../../src/engine/form.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { disclosure } from '../../src/forms/disclosure/disclosure.ts'
import { pageStyle } from '../../src/forms/page-style.ts'

test.each([
  [2018, undefined],
  [2019, 'disclosure-2019'],
  [2020, 'disclosure-2019'],
  [2021, 'disclosure-2021'],
  [2026, 'disclosure-2021'],
  [2030, 'disclosure-2021'],
])('the year %i is reported in %s', (year, id) => {
  expect(catalog.formFor(disclosure.id, year)?.id).toBe(id)
})

test('every edition is found by its own id', () => {
  for (const [id, form] of catalog.forms) expect([form.id, catalog.formOf(id)]).toEqual([id, form])
})

test('an edition that does not exist is refused by name', () => {
  expect(() => catalog.formOf(formId('disclosure-1999'))).toThrow('disclosure-1999')
})

test.each([...catalog.forms.values()].map(form => [form.id, form] as const))(
  'what %s fills in by itself names the unit and the year by their places',
  (_, form) => {
    const texts = form.sections.filter(section => section.type === 'text')
    const places = [form.title, ...texts.map(section => section.standard ?? '')]
    const found = places.flatMap(place => place.match(/\{[^}]*\}/gu) ?? [])
    expect(new Set(found)).toEqual(new Set(['{unit}', '{year}']))
    expect(texts.filter(section => section.standard).map(section => section.key)).toEqual([
      'preamble',
      'other',
    ])
  },
)

test.each([...catalog.forms.values()].map(form => [form.id, form] as const))(
  'the standard opening of %s is one paragraph with its basis, unit and period',
  (_, form) => {
    const [opening] = form.sections
    const standard = opening?.type === 'text' ? opening.standard : ''
    expect(standard).toContain('《中华人民共和国政府信息公开条例》')
    expect(standard).toContain('{unit}')
    expect(standard).toContain('统计期限为{year}年1月1日至{year}年12月31日')
    expect(standard).not.toContain('\n')
  },
)

test('the standard opening cites the notice of 2021 only where it holds', () => {
  const openings = [...catalog.forms.values()].map(form => JSON.stringify(form.sections[0]))
  expect(openings.map(opening => opening.includes('国办公开办函〔2021〕30号'))).toEqual([false, true])
})

test('the page is A4 with the standard area of text, 156 by 225 mm', () => {
  const { widthMm, heightMm, marginMm, textWidthMm } = pageStyle.page
  expect(widthMm - marginMm.left - marginMm.right).toBe(textWidthMm)
  expect(textWidthMm).toBe(156)
  expect(heightMm - marginMm.top - marginMm.bottom).toBe(225)
})

test.each([
  ['一、总体情况', 0],
  ['十二、其他', 0],
  ['（一）加强领导。明确职责', 1],
  ['一是公开及时', undefined],
  ['1.内容不全', undefined],
])('the paragraph %s opens with the head of its level', (paragraph, level) => {
  const found = pageStyle.heads.findIndex(head => head.opens.test(paragraph))
  expect(found < 0 ? undefined : found).toBe(level)
})

test('governments of counties and above publish until the end of March, all others until the end of January', () => {
  const dates = Object.fromEntries(levels.map(level => [level, disclosure.lastDay(2025, level)]))
  expect(dates).toEqual({
    province: '2026-03-31',
    city: '2026-03-31',
    county: '2026-03-31',
    town: '2026-01-31',
    street: '2026-01-31',
    bureau: '2026-01-31',
  })
  expect(disclosure.lastDay(2025, null)).toBe('2026-01-31')
})
