// Mentions of what 表二 counts: rules and documents made, decisions taken. A mention is read only where a verb and a noun
// say which; it must not compare with any cell.

import { type Count, countsIn } from '../../../reading/counts.ts'
import type { Passage } from '../../../reading/passage.ts'
import { isOtherPeriod, scopeIn } from './scope.ts'

export type Subject = 'regulations' | 'normative-documents' | 'licensing' | 'penalties' | 'coercion' | 'fees'
export type Deed = 'made' | 'repealed' | 'in-force' | 'published' | 'handled'

export type FigureMention = {
  readonly subject: Subject
  readonly deed: Deed
  /** A count, or for fees an amount in yuan. */
  readonly number: number
  readonly scope: string | null
  readonly from: number
  readonly to: number
}

const subjects: readonly (readonly [Subject, RegExp])[] = [
  ['normative-documents', /(?:行政)?规范性文件$/u],
  ['regulations', /(?:政府)?规章$/u],
  ['licensing', /行政许可(?:决定|案件|办件|事项申请)?$/u],
  ['penalties', /行政处罚(?:决定|案件|决定书)?$/u],
  ['coercion', /行政强制(?:措施|执行)?(?:决定|案件)?$/u],
  ['fees', /行政事业性收费(?:金额|总额|收入)?$/u],
]
const fill = /(?:的|了|共|共计|合计|总计|累计|计|为|有|数量|总数|件数|数|达|达到|：|“|”|是|约?|新|均)$/u
const deeds: readonly (readonly [Deed, RegExp])[] = [
  ['repealed', /废止|宣布失效/u],
  ['in-force', /现行有效|继续有效|有效的?$|保留/u],
  ['made', /制定|制发|出台|印发|新制作|新增|发布实施|颁布/u],
  ['published', /公开|发布|公布/u],
  ['handled', /办理|作出|做出|办结|实施|处理|完成|下达|立案|查处|处以/u],
]
const elsewhere =
  /部门规范性|党内|上级|转发|省政府|国务院|解读|清理|审查|审核|备案|刊登|上传|归集|梳理|修订|修改|评估|起草|征求|学习|公示|录入|推送|栏目|专栏|目录|事项$|信息$|代政府|草案|报送|汇编|指南|流程|清单/u

const yuan = new Map([
  ['万元', 10_000],
  ['亿元', 100_000_000],
])
const measures: Readonly<Record<string, RegExp>> = {
  fees: /^(?:万元|元|亿元)$/u,
  any: /^(?:件|宗|起|份|例|部|个|条|笔|件次|项)$/u,
}

/** Every mention in the passage. `year` is the report's. */
export const figuresIn = (passage: Passage, year: number): readonly FigureMention[] =>
  passage.sentences.flatMap(({ text, at }) => {
    if (!/规章|规范性文件|许可|处罚|强制|事业性收费/u.test(text)) return []
    const counts = countsIn(text)
    const scope = scopeIn(text)
    return counts.flatMap((count, nth): readonly FigureMention[] => {
      const left = text.slice(counts[nth - 1]?.end ?? 0, count.at)
      const read = readLeft(left, text.slice(0, count.at))
      if (!read || count.isVague || !fits(read.subject, count)) return []
      const parts = partsOf(text, count, counts)
      if (parts.length > 1 && parts.reduce((sum, { number }) => sum + number, 0) === count.number)
        return parts.flatMap(({ number, deed, end }) =>
          deed
            ? [
                {
                  subject: read.subject,
                  deed,
                  number,
                  scope,
                  from: at + startOf(left, count, read),
                  to: at + end,
                },
              ]
            : [],
        )
      if (isOtherPeriod(left.replace(/20\d\d年/gu, ''), year)) return []
      return [
        {
          subject: read.subject,
          deed: read.deed,
          number: count.number * (yuan.get(count.unit) ?? 1),
          scope,
          from: at + startOf(left, count, read),
          to: at + count.end,
        },
      ]
    })
  })

const startOf = (left: string, count: Count, { at }: { readonly at: number }): number =>
  count.at - left.length + at

type Part = { readonly number: number; readonly deed: Deed | undefined; readonly end: number }

/** Counts of the bracket behind a count, which break it up: 规章13件（含新制定5件，修改4件，废止4件）. */
const partsOf = (text: string, whole: Count, counts: readonly Count[]): readonly Part[] => {
  const close = text[whole.end] === '（' ? text.indexOf('）', whole.end) : -1
  let last = whole.end
  return counts.flatMap(count => {
    if (count.at < whole.end || count.end > close) return []
    const deed = deedIn(text.slice(last, count.at))
    last = count.end
    return [{ number: count.number, deed, end: count.end }]
  })
}

/** 项 counts matters and not decisions; 元 belongs to fees alone. */
const fits = (subject: Subject, { unit }: Count): boolean => {
  if (subject === 'fees') return measures.fees?.test(unit) ?? false
  if (unit === '项' || unit === '条') return false
  return measures.any?.test(unit) ?? false
}

const readLeft = (left: string, said: string): { subject: Subject; deed: Deed; at: number } | undefined => {
  const mark = Math.max(...[...'，；。：（、'].map(sign => left.slice(0, -1).lastIndexOf(sign)))
  const cut = mark + (/^[一二三四五六七八九十\d]{1,3}）/u.exec(left.slice(mark + 1))?.[0].length ?? 0)
  let words = left.slice(cut + 1)
  for (let times = 6; times > 0; times -= 1) words = words.replace(/（[^（）]*）$/u, '').replace(fill, '')
  const elliptic = ellipticIn(words, said, left)
  if (elliptic) return elliptic
  const [subject, match] =
    subjects.map(([name, pattern]) => [name, pattern.exec(words)] as const).find(([, found]) => found) ?? []
  if (!subject || !match) return undefined
  const own = words.slice(0, match.index)
  if (elsewhere.test(own) || /及|和|与|或|“|部门$|市政府$/u.test(own)) return undefined
  const named = deedIn(own)
  const clause = said.split(/[；。]/u).at(-1) ?? ''
  const deed = named ?? (own === '' || /^[本我该全新]/u.test(own) ? deedIn(clause.slice(-40)) : undefined)
  if (subject === 'fees' && !/退|减|免|欠|追缴/u.test(own)) return { subject, deed: 'handled', at: cut + 1 }
  if (!deed || elsewhere.test(clause.slice(-30)) || /等$/u.test(own)) return undefined
  const isDocument = subject === 'normative-documents' || subject === 'regulations'
  if (isDocument === (deed === 'handled') || (!isDocument && deed === 'published')) {
    if (subject !== 'fees') return undefined
  }
  return { subject, deed: isDocument ? deed : 'handled', at: cut + 1 }
}

/** A figure whose subject was named earlier in the sentence; its place is where that stands, before `left` too. */
const ellipticIn = (
  words: string,
  said: string,
  left: string,
): { subject: Subject; deed: Deed; at: number } | undefined => {
  const segment = said.split(/[；。]/u).at(-1) ?? ''
  const at = left.length - segment.length
  const document = /^(?:新|清理|宣布)?(?:(废止|失效)|(现行有效|继续有效))$/u.exec(words)
  const papers = /(?:行政)?规范性文件(?![^，。；、]{0,4}(?:解读|备案|审))/u.exec(segment)
  // A cleanup is of the unit's own documents.
  if (document && papers && !elsewhere.test(said.slice(-40).replace(/清理/gu, '')))
    return {
      subject: 'normative-documents',
      deed: document[1] ? 'repealed' : 'in-force',
      at: at + papers.index,
    }
  const fees = /行政事业性收费/u.exec(segment.slice(0, segment.length - words.length))
  const isAmount = /(?:收费|费用|收入)(?:总额|总金额|金额)?$|^(?:总额|总金额|金额)$/u.test(words)
  if (fees && isAmount && !/处理费|退|减|免|欠|追缴|罚/u.test(segment))
    return { subject: 'fees', deed: 'handled', at: at + fees.index }
  return undefined
}

/** The last of the verbs says what was done. */
const deedIn = (words: string): Deed | undefined => {
  let best: { deed: Deed; at: number } | undefined
  for (const [deed, pattern] of deeds) {
    const at = lastOf(words, pattern)
    if (at >= 0 && (!best || at > best.at)) best = { deed, at }
  }
  return best?.deed
}

const lastOf = (words: string, pattern: RegExp): number =>
  [...words.matchAll(new RegExp(pattern.source, 'gu'))].at(-1)?.index ?? -1
