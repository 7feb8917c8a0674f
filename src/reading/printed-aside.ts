// Lines that paper carries beside a report's title, texts and tables: where a table goes on, the unit of its figures, page
// numbers, dates. It must not decide where a line stands; a line of no such kind is none.

import { fold } from './fold.ts'

export type Aside =
  /** 目录; （续表）; 附件2; （送审稿）; 单位：件; — 3 —; 表二 主动公开政府信息情况; 具体数据见下表. */
  | 'contents'
  | 'continued'
  | 'attachment'
  | 'draft-mark'
  | 'measure'
  | 'page'
  | 'caption'
  | 'see-table'
  /** The day, the number and the origin of a paper. */
  | 'date'
  | 'number'
  | 'origin'

const day = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})`

/** Labels of a paper's origin, each with a short value; prose that opens with such a word has a sentence behind it. */
const origin = [
  '(?:发布|发文|公开|成文|制发|公布)(?:机构|机关|单位|部门|主体|日期|时间|字号|文号):[^,。;!?]{0,30}',
  '公开(?:方式|属性|类别|类型|形式|范围|时限):(?:[^,。;!?0-9]{0,3}公开|全文|(?:面向)?(?:全)?社会(?:公众)?|长期|常年|即时)?',
  '(?:信息)?(?:来源|索引号?|分类|类别|名称):[^,。;!?]{0,30}',
  '(?:文号|文件编号|字号|生成日期|生成时间|主题词|主题分类|体裁分类|体裁|浏览次数|浏览量|责任编辑|编辑|供稿|供稿单位):[^,。;!?]{0,30}',
].join('|')

/** Compared without white space; brackets around a whole line are no part of it. */
const kinds: readonly (readonly [Aside, RegExp])[] = [
  ['contents', /^目[录次]$/u],
  [
    'continued',
    /^(?:(?:接)?(?:上页|上表)?(?:附)?(?:表[一二三四五六\d]{0,2})?[(-]?(?:续表?|续上表|接上表)[一二三四五六\d]{0,2}\)?|续表[一二三四五六\d]{0,2})$/u,
  ],
  ['attachment', /^附[件表录]?[一二三四五六七八九十\d]{0,3}[:.、]?$/u],
  [
    'draft-mark',
    /^(?:送审稿|征求意见稿|审核稿|审定稿|报审稿|讨论稿|初稿|草稿|草案|定稿|修改稿|第[一二三四五六七八九十\d]{1,2}稿|内部资料)$/u,
  ],
  [
    'measure',
    /^(?:(?:金额|数量|计量)?单位:(?:人民币)?(?:件|万元|元|亿元|个|项|件次|宗|条)(?:[、,/;](?:件|万元|元|亿元|个|项|宗|条)){0,3})$/u,
  ],
  ['page', /^(?:[-\p{Pd}]\d{1,3}[-\p{Pd}]|第\d{1,3}页(?:[,/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/u],
  [
    'see-table',
    /^(?:具体|有关|相关|详细|各项)?(?:数据|情况|内容|统计)?(?:情况|数据)?(?:如下表?|见下表|如下表|详见下表|见附表|详见附表)(?:所示)?[:.。]?$/u,
  ],
  ['date', new RegExp(`^(?:(?:发布|成文|公开|生成|印发|发文|更新)?(?:日期|时间):)?${day}$`, 'u')],
  ['number', /^\S{1,12}[〔[(]\d{4}[〕\])]第?\d+号$/u],
  ['origin', new RegExp(`^(?:${origin}){1,8}$`, 'u')],
]

/** The kind of a line that is none of the report's own; null for any other line. */
export const asideIn = (line: string): Aside | null => {
  const folded = fold(line).replace(/\s/g, '')
  const [, inner = folded] = /^[([【]([^()[\]【】]*)[)\]】]$/u.exec(folded) ?? []
  return kinds.find(([, pattern]) => pattern.test(inner) || pattern.test(folded))?.[0] ?? null
}

/** The words that a table's caption has behind its number: `表二 主动公开政府信息情况`; null where a line is none. */
export const captionIn = (line: string): string | null => {
  const plain = line.trim()
  const number = /^附?表[一二三四五六七八九十\d]{1,2}/u.exec(plain.replace(/^(附?表)\s/u, '$1'))
  if (!number) return null
  const words = plain.replace(/^(附?表)\s/u, '$1').slice(number[0].length)
  return words.replace(/^[\s、.．:：]{1,4}/u, '') || null
}
