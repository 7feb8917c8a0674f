// T204: not every paper is a 规范性文件. A figure that equals the count of all papers, or a round share of it, is
// asked about.

import { papersIn } from '../../../reading/narrative/figures.ts'
import type { Finding } from '../finding.ts'
import type { Judged } from '../judged.ts'
import { about, writtenIn } from './passages.ts'
import type { PapersRule } from './text-rule.ts'

const fewest = 20
const fewestInTable = 10

export const papers = ({ texts, cells }: PapersRule, judged: Judged): readonly Finding[] =>
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
