// The report this product was asked for, through the simulator, real HTTP and real Telegraf: 10 messages and taps.

import { expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import type { Filing } from '../../src/engine/filing.ts'
import { textKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { cellCounts, folded, readCase, wordsOf } from '../document/material.ts'
import { needs, seedName, seedPrint } from '../needs.ts'
import { expectTranscript } from './golden.ts'
import { inOffice, type Office, street } from './office.ts'

type Texts = { readonly preamble: string; readonly overview: string; readonly problems: string }

type Person = Awaited<ReturnType<Office['join']>>

/** To the end of table one. */
const ways: Readonly<Record<'in a sentence' | 'by buttons', (person: Person) => readonly (() => unknown)[]>> =
  {
    'in a sentence': person => [
      () => person.send('政府集中采购53项116万元，其余都没有'),
      () => person.tap('是，记录'),
    ],
    'by buttons': person => [
      () => person.tap('开始填报'),
      () => person.tap('政府集中采购'),
      () => person.tap('选完了'),
      () => person.send('53项，116万元'),
    ],
  }

/** The shortest way through: figures and texts by typing, everything else that has a button by tapping. */
const fill = async (office: Office, { preamble, overview, problems }: Texts, way: keyof typeof ways) => {
  const person = await office.join(1001, '李')
  const steps: readonly (() => unknown)[] = [
    ...ways[way](person),
    () => person.tap('没有'),
    () => person.tap('没有'),
    () => person.send(overview),
    () => person.tap('写完了'),
    () => person.send(problems),
    () => person.tap('无'),
    () => person.send(preamble),
    () => person.tap('生成送审稿'),
  ]
  for (const step of steps) await office.does(person, step)
  office.sim.assertClean()
  const sent = person.received().flatMap(message => message.document ?? [])
  expect(sent).toHaveLength(1)
  return { steps: steps.length, name: sent[0]?.name ?? '', docx: sent[0]?.bytes ?? new Uint8Array() }
}

const own: Texts = {
  preamble: '2020年望湖街道按要求做好政府信息公开，现将全年情况报告如下：',
  overview: '（一）健全工作机制。明确专人负责。\n（二）加强业务培训。全年培训两次。\n（三）优化公开栏目。',
  problems: '（一）主要问题。栏目更新不够及时。\n（二）改进措施。每周检查一次。',
}

test.each([
  ['in a sentence', 10, 'street-2020'],
  ['by buttons', 12, 'street-2020-by-buttons'],
] as const)(
  'a street office files its report of 2020 %s, in %i messages and taps, and the document arrives',
  (way, most, golden) =>
    inOffice(street, async office => {
      const { steps, name, docx } = await fill(office, own, way)
      expect(steps).toBeLessThanOrEqual(most)
      expect(name).toBe('望湖街道2020年度政府信息公开工作年度报告（送审稿）.docx')
      for (const text of Object.values(own)) {
        for (const line of text.split('\n')) expect(wordsOf(docx)).toContain(line)
      }
      expect(wordsOf(docx)).toContain('116万元')
      const { figures } = await office.ledger.report()
      const notZero = Object.entries(figures).filter(([, figure]) => figure !== 0)
      expect(notZero).toEqual([
        ['disclosure.procurement.projects', 53],
        ['disclosure.procurement.amount', '116万元'],
      ])
      expect(Object.keys(figures)).toHaveLength(198)
      expectTranscript(golden, office.sim.transcript(1001))
    })(),
)

const textIn = (filing: Filing, key: string): string => bodyOf(disclosure2019, filing, textKey(key)) ?? ''

test(
  'the report that was asked for arrives word for word, with the same tables',
  needs('reports'),
  async () => {
    const { filing, unit, level } = readCase(seedName)
    await inOffice({ unit, level, year: filing.year }, async office => {
      const { steps, docx } = await fill(
        office,
        {
          preamble: textIn(filing, 'preamble'),
          overview: textIn(filing, 'overview'),
          problems: textIn(filing, 'problems'),
        },
        'in a sentence',
      )
      expect(steps).toBeLessThanOrEqual(10)
      const original = seedPrint()
      expect(folded(wordsOf(docx))).toBe(folded(original))
      expect(cellCounts(docx)).toEqual(countsIn(original))
    })()
  },
)

/** The given text prints a cell per tab at a line's beginning, an empty line behind each row, more behind a table. */
const countsIn = (text: string): readonly (readonly number[])[] =>
  text
    .split(/\n\n\n+/)
    .map(table =>
      table
        .split('\n\n')
        .map(row => row.split('\n').filter(line => line.startsWith('\t')).length)
        .filter(cells => cells > 0),
    )
    .filter(rows => rows.length > 0)
