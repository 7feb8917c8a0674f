// F02, F03, F04 and F08: a document has the form's title, its headings in their order, and its labels. They are silent
// where the report was not read from a document.

import type { Section } from '../../../engine/form.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { isSame } from './other-names.ts'

const source = '国办公开办函〔2021〕30号: title, parts and labels of the form; 不能遗漏, 不宜泛化'

/** The four rules about the printed document, in the order in which it is read. */
export const printed = (sections: readonly Section[]): readonly Rule[] => [
  {
    id: 'F04',
    severity: 'warning',
    source,
    messages: ['F04.words', 'F04.unnamed', 'F04.year', 'F04.unit'],
    judge: judgeTitle,
  },
  {
    id: 'F02',
    severity: 'error',
    source,
    messages: ['F02.absent', 'F02.order', 'F02.wording'],
    judge: judged => judgeHeadings(sections, judged),
  },
  { id: 'F03', severity: 'warning', source, messages: ['F03'], judge: judgeExtra },
  { id: 'F08', severity: 'warning', source, messages: ['F08'], judge: judgeLabels },
]

const judgeTitle = ({ printed, unit: { name: unit }, year }: Judged): readonly Finding[] => {
  const title = printed?.title ?? null
  if (title === null) return []
  const read = readTitle(title)
  if (!read.isWhole || unit === '')
    return [warn('F04', unit === '' ? 'F04.unnamed' : 'F04.words', title, { unit, year })]
  if (read.year !== year) return [warn('F04', 'F04.year', title, { unit, year })]
  if (read.name === '' || !isSame(read.name, unit)) return [warn('F04', 'F04.unit', title, { unit, year })]
  return []
}

const judgeHeadings = (sections: readonly Section[], { printed }: Judged): readonly Finding[] => {
  const headings = printed?.headings ?? null
  if (headings === null) return []
  const asked = sections.filter(section => section.heading !== null)
  const place = new Map(asked.map((section, at) => [section.key, at]))
  const known = headings.flatMap(({ key, printed }) =>
    key !== null && place.has(key) ? [{ key, printed }] : [],
  )
  const absent = asked.filter(({ key }) => !known.some(heading => heading.key === key))
  const early = known.find(
    (heading, at) => (place.get(heading.key) ?? 0) < (place.get(known[at - 1]?.key ?? heading.key) ?? 0),
  )
  return [
    ...absent.map(
      ({ heading }): Finding => ({
        rule: 'F02',
        severity: 'error',
        message: 'F02.absent',
        cells: [],
        facts: { heading: heading ?? '' },
      }),
    ),
    ...(early ? [{ ...warn('F02', 'F02.order', early.printed, {}), severity: 'error' as const }] : []),
    ...known.flatMap(({ key, printed }) => {
      const heading = asked.find(section => section.key === key)?.heading ?? ''
      return squeezed(printed) === squeezed(heading) ? [] : [warn('F02', 'F02.wording', printed, { heading })]
    }),
  ]
}

const squeezed = (heading: string): string => heading.replace(/\s/gu, '')

const judgeExtra = ({ printed }: Judged): readonly Finding[] => {
  const [extra, ...more] = (printed?.headings ?? []).filter(({ key }) => key === null)
  return extra ? [warn('F03', 'F03', extra.printed, { more: more.length })] : []
}

const judgeLabels = ({ printed }: Judged): readonly Finding[] =>
  (printed?.labels ?? [])
    .filter(({ expected, printed }) => expected !== printed)
    .map(({ expected, printed }) => warn('F08', 'F08', printed, { expected }))

const warn = (
  rule: Finding['rule'],
  message: NonNullable<Finding['message']>,
  quote: string,
  facts: NonNullable<Finding['facts']>,
): Finding => ({ rule, severity: 'warning', message, cells: [], quote, facts })

type Title = { readonly name: string; readonly year: number | null; readonly isWhole: boolean }

const words = /政府信息公开工作年度报告/u
const dated = /(20\d\d)年(?:度)?|(二〇\p{Script=Han}{2})年(?:度)?/u

/** 单位名称 + 年份 + 年 + 政府信息公开工作年度报告, the name before or behind the year. */
const readTitle = (title: string): Title => {
  const plain = title
    .replace(/[０-９]/gu, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s/gu, '')
  const date = dated.exec(plain)
  const name = plain
    .replace(dated, '')
    .replace(/(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:年度)?报告.*/u, '')
    .replace(/[《》“”]|^关于/gu, '')
  const year = date?.[1] ?? spelled(date?.[2] ?? '')
  return { name, year: year === '' ? null : Number(year), isWhole: words.test(plain) && date !== null }
}

const spelled = (year: string): string =>
  year.replace(/./gu, sign => String('〇一二三四五六七八九'.indexOf(sign)))
