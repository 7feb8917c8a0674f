// N04: a share printed beside its count is that count over one of the bases, to one unit of its last digit.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { countsIn } from '../../../reading/counts.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { type Meaning, meant } from './meant.ts'
import { about, writtenIn } from './passages.ts'

type Data = { readonly texts: readonly TextKey[]; readonly bases: readonly Meaning[] }

export const shares = (data: Data): Rule => ({
  id: 'N04',
  severity: 'warning',
  source: 'seen in published reports: a percentage is not that of the count beside it',
  messages: ['N04'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, bases }: Data, judged: Judged): readonly Finding[] => {
  const values: number[] = []
  for (const base of bases) {
    const amounts = meant(base, judged.amount, cell => judged.value(cell) === null)
    if (!amounts) return []
    values.push(...amounts.exact)
  }
  return writtenIn(texts, judged).flatMap(written =>
    sharesIn(written.passage).flatMap(share => {
      const step = 10 ** -share.digits
      const possible = [...values, ...share.others].filter(value => value > 0 && value >= share.count)
      const isRight = (base: number) =>
        Math.abs((share.count / base) * 100 - share.percent) <= step * (1 + 1e-9)
      if (possible.length === 0 || possible.some(isRight)) return []
      const [base = 0] = possible
      return [
        about(written, share, {
          rule: 'N04',
          severity: 'warning',
          facts: {
            said: share.percent,
            count: share.count,
            base,
            percent: ((share.count / base) * 100).toFixed(share.digits),
          },
        }),
      ]
    }),
  )
}

type Share = {
  readonly count: number
  readonly percent: number
  /** How many digits are printed behind the point. */
  readonly digits: number
  /** Counts that the same sentence named before: the share may be of one of these. */
  readonly others: readonly number[]
  readonly from: number
  readonly to: number
}

const topic = /申请|予以公开|不予公开|部分公开|无法提供|不予处理|其他处理|办结|答复/u
const tied =
  /^(?:申请)?(?:，|、|（)?(?:约)?(?:占比|占|比例)(?!地|用|据|道)[^，。；、\d（）]{0,16}?(\d{1,15}(?:\.(\d{1,15}))?)%|^（(\d{1,15}(?:\.(\d{1,15}))?)%）/u

/** N件，占P%: only in sentences about requests. */
const sharesIn = oncePer((passage: Passage): readonly Share[] => {
  const lines = passage.lines.map(({ text }) => text.includes('申请'))
  return passage.sentences.flatMap(({ text, at, line }) => {
    if (!text.includes('%')) return []
    if (!topic.test(text) || !lines[line]) return []
    const counts = countsIn(text)
    return counts.flatMap((count, nth): readonly Share[] => {
      const after = text.slice(count.end, counts[nth + 1]?.at ?? text.length)
      const match = tied.exec(after)
      const clause = text.slice(counts[nth - 1]?.end ?? 0, count.at)
      if (!match || count.isVague || !/^(?:件|宗|起|份|个|条|件次|例)$/u.test(count.unit)) return []
      if (/建议|提案|投诉|信访|留言|信息\d*$|复议|诉讼/u.test(clause) || /[左近约]/u.test(match[0])) return []
      return [
        {
          count: count.number,
          percent: Number(match[1] ?? match[3]),
          digits: (match[2] ?? match[4] ?? '').length,
          others: counts.slice(0, nth).map(each => each.number),
          from: at + count.at,
          to: at + count.end + match[0].length,
        },
      ]
    })
  })
})
