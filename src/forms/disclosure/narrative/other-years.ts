// Years that stand where the report's own should. Comparisons, plans, titles and history name other years rightly.

import type { Passage } from '../../../reading/passage.ts'
import type { Span } from './passages.ts'

type YearSaid = Span & { readonly year: number }

const opening =
  /^(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,2}[、.]|[一二三四五六七八九十]是)?[^，。；\d]{0,14}?(20\d\d)年(?:度)?(?=[，由我本全共各在按认]|街道|镇|乡|局|区|县|市)/u
const rightly =
  /较|比|同期|相比|以来|起|截至|截止|至今|将|计划|预计|下一步|今后|拟|先后|曾|获|评为|施行|修订|开始|上线|结转|届|展望|目标|延续|自20/u
const titled = /(20\d\d)年(?:度)?(?:政府信息公开|政务公开)(?:工作)?年度报告/gu

/** A sentence that opens with another year as its own, or the report called by another year. */
export const otherYearsIn = (passage: Passage, year: number): readonly YearSaid[] => [
  ...passage.sentences.flatMap(({ text, at }): readonly YearSaid[] => {
    const match = opening.exec(text)
    const named = Number(match?.[1])
    if (!match || named === year || rightly.test(text)) return []
    const from = at + text.indexOf(match[1] ?? '')
    return [{ from, to: Math.min(at + text.length, from + 20), year: named }]
  }),
  ...[...passage.plain.matchAll(titled)].flatMap((match): readonly YearSaid[] => {
    const before = passage.plain.slice(Math.max(0, match.index - 12), match.index)
    const named = Number(match[1])
    const isOther = named !== year && !/《[^》]{0,12}$|上|往|历|去|发布|编制发布|对|查阅/u.test(before)
    return isOther ? [{ from: match.index, to: match.index + match[0].length, year: named }] : []
  }),
]
