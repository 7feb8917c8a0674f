// The counted things in a sentence: a number with its measure word. It must not know what was counted.

import { readNumeral } from './numeral.ts'
import { ordinalsIn } from './ordinal.ts'

export type Count = {
  readonly number: number
  /** 约, 余, 多: such a number is not held against a figure. */
  readonly isVague: boolean
  readonly unit: string
  /** Places in the sentence, from the number's first sign to behind its measure word. */
  readonly at: number
  readonly end: number
}

/** Runs are no longer than a numeral can be (numeral.ts): a long run of signs is not tried anew from each of them. */
const spelled = '[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]'
const numeral = String.raw`(?:\d{1,3}(?:,\d{3}){1,21}|\d{1,64})(?:\.\d{1,64})?[万亿]?|${spelled}{1,64}`
const unit =
  '件次|人次|场次|批次|万元|亿元|件|条|宗|起|份|篇|次|个|项|例|期|场|部|元|家|名|人|户|批|本|册|页|则|笔|类|种|张|封|通|期次'
const counted = new RegExp(
  `(?<![\\d.,A-Za-z+~～〔第每统唯逐同某这那])(${numeral})(余|多|来|几)?(?:个)?(${unit})(?![A-Za-z])`,
  'gu',
)
const isSpelled = new RegExp(`^${spelled}`, 'u')
const about = /(?:约|大约|近|超过|超|逾|不少于|至少|达到?\d{0,3}以上|上|平均)$/u
const names = /^(?:代会|大代表|民政府|事任免|才|员|口|社|士|社局)/u

/** Every count of the sentence, in order. Several readers ask for the same sentence. */
export const countsIn = (text: string): readonly Count[] => {
  const found = recent.get(text)
  if (found) return found
  const counts = read(text)
  if (recent.size >= kept) recent.clear()
  recent.set(text, counts)
  return counts
}

const kept = 512
const recent = new Map<string, readonly Count[]>()

const read = (text: string): readonly Count[] => {
  const found: Count[] = []
  const ordinals = ordinalsIn(text)
  for (const match of text.matchAll(counted)) {
    const [whole, written = '', more, measure = ''] = match
    const end = match.index + whole.length
    if (ordinals.some(([from, to]) => from < match.index && match.index < to)) continue
    if ((measure === '人' || measure === '个') && names.test(text.slice(end, end + 3))) continue
    if (measure === '个' && /^(?:工作日|月|百分点|部分)/u.test(text.slice(end, end + 3))) continue
    // The end of a run that is longer than any numeral is no numeral.
    if (isSpelled.test(written) && isSpelled.test(text[match.index - 1] ?? '')) continue
    const value = amountOf(written)
    if (value === undefined) continue
    const before = text.slice(Math.max(0, match.index - 4), match.index)
    const isRange = /[\d][-—－至到~～]$/u.test(before)
    const isVague =
      more !== undefined ||
      isRange ||
      about.test(before) ||
      /^(?:左右|以上|以下|以内|多)/u.test(text.slice(end, end + 2))
    found.push({ number: value, isVague, unit: measure, at: match.index, end })
  }
  return found
}

const amountOf = (written: string): number | undefined => {
  const read = readNumeral(written)
  return read && Number(read.mantissa) / 10 ** read.scale
}
