// N09: fees charged for handling requests are said to be so or not, and the units' sums add up to the total. N10: the
// tariff of 国办函〔2020〕109号 knows only multiples of 10 yuan.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { countsIn } from '../../../reading/counts.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, writtenIn } from './passages.ts'
import { isExcerpt } from './topics.ts'

type Data = {
  readonly texts: readonly TextKey[]
  /** The text that is asked for a word about fees. */
  readonly unsaid: TextKey
}

export const fees = (data: Data): Rule => ({
  id: 'N09',
  severity: 'error',
  source: '国办函〔2020〕109号: whether a fee was charged is reported',
  messages: ['N09.amount', 'N09.cases', 'N09.unsaid'],
  judge: judged => judgeFees(data, judged),
})

export const feeMultiples = ({ texts }: Pick<Data, 'texts'>): Rule => ({
  id: 'N10',
  severity: 'warning',
  source: '国办函〔2020〕109号: the tariff, by case and by page',
  messages: ['N10'],
  judge: judged => judgeMultiples(texts, judged),
})

const judgeFees = ({ texts, unsaid }: Data, judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  const sums = written.flatMap(each =>
    feeLists(each.passage).flatMap((list): readonly Finding[] => {
      const yuan = sum(list.parts.map(part => part.yuan))
      const cases = list.parts.every(part => part.cases !== null)
        ? sum(list.parts.map(part => part.cases ?? 0))
        : null
      const broken =
        Math.abs(yuan - list.total.yuan) > 0.005
          ? ({ message: 'N09.amount', facts: { total: list.total.yuan, sum: yuan } } as const)
          : cases !== null && list.total.cases !== null && cases !== list.total.cases
            ? ({ message: 'N09.cases', facts: { total: list.total.cases, sum: cases } } as const)
            : undefined
      return broken ? [about(each, list, { rule: 'N09', severity: 'error', ...broken })] : []
    }),
  )
  if (
    judged.text(unsaid) === undefined ||
    written.some(({ passage }) => saysFee(passage) || isExcerpt(passage))
  )
    return sums
  return [...sums, { rule: 'N09', severity: 'warning', message: 'N09.unsaid', cells: [], text: unsaid }]
}

const judgeMultiples = (texts: readonly TextKey[], judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    feesIn(written.passage)
      .filter(({ yuan }) => Math.abs(yuan / 10 - Math.round(yuan / 10)) > 1e-6)
      .map(each =>
        about(written, each, {
          rule: 'N10',
          severity: 'warning',
          facts: { said: each.yuan },
        }),
      ),
  )

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

type FeeList = {
  readonly total: { readonly yuan: number; readonly cases: number | null }
  readonly parts: readonly { readonly yuan: number; readonly cases: number | null }[]
  readonly from: number
  readonly to: number
}

const fee = /信息处理费|处理费|(?:公开)[^。]{0,20}(?:收费|收取)|收费|收取[^。]{0,10}费/u
const otherFee = /行政事业性收费|事业性收费|非税|罚款|罚没/u

/** Whether a text says anything of a fee: charged or not. */
const saysFee = ({ plain }: Passage): boolean =>
  /信息处理费|信息公开处理费|处理费|未收费|未收取|收费|收取|不收取|费用|零收费/u.test(
    plain.replace(/(?:行政)?事业性收费(?:项目|目录|标准|金额|清单)?/gu, ''),
  )

type Sum = { readonly yuan: number; readonly at: number; readonly end: number; readonly cases: number | null }

/** A sum of yuan in a sentence about such fees, with the number of cases that stands before it. */
const sumsIn = (text: string): readonly Sum[] => {
  const counts = countsIn(text).filter(count => !/[/／]/u.test(text[count.end] ?? ''))
  return counts.flatMap((count, nth): readonly Sum[] => {
    if (!/元$/u.test(count.unit) || count.isVague) return []
    const before = counts[nth - 1]
    const near =
      before &&
      /^(?:件|宗|起|份|个|笔|件次|例)$/u.test(before.unit) &&
      !/[。；]/u.test(text.slice(before.end, count.at))
    const yuan = count.number * (count.unit === '万元' ? 10_000 : 1)
    return [{ yuan, at: count.at, end: count.end, cases: near ? before.number : null }]
  })
}

/** Amounts charged, one by one. */
const feesIn = oncePer((passage: Passage): readonly { yuan: number; from: number; to: number }[] =>
  feeSentences(passage).flatMap(({ text, at }) =>
    sumsIn(text).map(sum => ({ yuan: sum.yuan, from: at + sum.at, to: at + sum.end })),
  ),
)

const feeSentences = (passage: Passage) =>
  passage.sentences.filter(({ text }, nth) => {
    if (otherFee.test(text)) return false
    const above = passage.sentences[nth - 1]?.text ?? ''
    return fee.test(text) || (/^其中/u.test(text) && fee.test(above) && !otherFee.test(above))
  })

/** The total and what each unit charged, where a text breaks the total up. */
const feeLists = oncePer((passage: Passage): readonly FeeList[] => {
  const text = feeSentences(passage)
  return text.flatMap((sentence, nth): readonly FeeList[] => {
    const own = listIn(sentence.text)
    if (own) return [place(own, sentence.at, sentence.at)]
    const next = text[nth + 1]
    if (!next || !/^其中/u.test(next.text) || next.at !== sentence.at + sentence.text.length) return []
    const sums = sumsIn(sentence.text)
    const parts = sumsIn(next.text)
    const [total] = sums
    if (sums.length !== 1 || !total || parts.length < 2 || isOpen(next.text)) return []
    return [
      place(
        { total, parts, from: 0, to: next.at - sentence.at + (parts.at(-1)?.end ?? 0) },
        sentence.at,
        sentence.at,
      ),
    ]
  })
})

type Listed = { total: Sum; parts: readonly Sum[]; from: number; to: number }

/** 收取2950元，其中… / 2950元（…） / …，共计2950元. */
const listIn = (text: string): Listed | undefined => {
  const sums = sumsIn(text)
  if (sums.length < 3 || isOpen(text)) return undefined
  const [first, ...rest] = sums
  const last = sums.at(-1)
  if (!first || !last) return undefined
  if (/^[^\d]{0,4}(?:其中|分别|：|（)/u.test(text.slice(first.end)))
    return { total: first, parts: rest, from: 0, to: last.end }
  if (/(?:共计|合计|总计|共)[^，。；\d]{0,10}$/u.test(text.slice(sums.at(-2)?.end ?? 0, last.at)))
    return { total: last, parts: sums.slice(0, -1), from: first.at, to: last.end }
  return undefined
}

const isOpen = (text: string): boolean => /等单位|等部门|主要|减免|退还|退回|免收|(?<!法人)等/u.test(text)

const place = ({ total, parts, from, to }: Listed, at: number, start: number): FeeList => ({
  total: { yuan: total.yuan, cases: total.cases },
  parts: parts.map(({ yuan, cases }) => ({ yuan, cases })),
  from: start + from,
  to: at + to,
})
