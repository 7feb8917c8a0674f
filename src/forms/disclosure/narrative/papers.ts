// T204: not every paper is a 规范性文件. A figure that equals the count of all papers, or a round share of it, is asked
// about.

import type { CellKey, TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, writtenIn } from './passages.ts'

type Data = { readonly texts: readonly TextKey[]; readonly cells: readonly CellKey[] }

export const papers = (data: Data): Rule => ({
  id: 'T204',
  severity: 'warning',
  source:
    'seen in published reports: all papers are counted as 规范性文件 (国办公开办函〔2021〕30号 counts 行政规范性文件)',
  messages: ['T204'],
  judge: judged => judge(data, judged),
})

const fewest = 20
const fewestInTable = 10

const judge = ({ texts, cells }: Data, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    papersIn(written.passage).flatMap(paper => {
      const cell = cells.find(key => isShare(judged.amount(key) ?? 0, paper.number))
      if (!cell) return []
      return [
        about(written, paper, {
          rule: 'T204',
          severity: 'warning',
          message: 'T204',
          cells: [cell],
          facts: { said: paper.number, table: judged.amount(cell) ?? 0 },
        }),
      ]
    }),
  )

const isShare = (value: number, all: number): boolean =>
  value > 0 &&
  (value === all ||
    (all >= fewest &&
      value >= fewestInTable &&
      value < all &&
      ((value * 10) % all === 0 || value * 4 === all)))

const printed =
  /(?:制发|印发|发布|发文|公开|制作|产生|下发)(?:了|各类|各种|党政|政府|行政|公文|的|单位|机关|本级)*(?:文件|公文)(?:共|共计|总数|合计)?(\d+)(?:件|份|个|篇)/gu

/** Counts of papers of any kind: 印发文件120件. */
const papersIn = (passage: Passage): readonly { number: number; from: number; to: number }[] =>
  [...passage.plain.matchAll(printed)].map(match => ({
    number: Number(match[1]),
    from: match.index,
    to: match.index + match[0].length,
  }))
