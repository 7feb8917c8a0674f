// What has no place in a finished text: marks of software, the form's own instructions, placeholders, and numbers
// that belong to a person. It must not judge other units and years: other-names.ts and other-years.ts do.

import { oncePer } from './once-per.ts'
import type { Passage } from './passage.ts'

export type Residue = { readonly from: number; readonly to: number }

const marks =
  /\[bookmark[^\]\n]*\]|_GoBack|#(?:REF|NAME|VALUE|DIV\/0|NULL|NUM)[!！?？]?|#N\/A|错误[!！](?:未找到引用源|未定义书签)?|未找到引用源|未定义书签|\{(?:PAGE|TOC|HYPERLINK|REF|MERGEFIELD)[^}\n]*\}|HYPERLINK["“]|TOC\\o|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo)[;；]|<\/?(?:p|br|span|div|td|tr|table|strong|a|font)(?:[^>\n]{0,80})?>|[\ufffd□■]{1,}(?=[\p{Script=Han}，。；])|\uFEFF|%\{[a-z]+\}|\{\{?[a-z_.]+\}?\}/giu
const placeholders =
  /(?<=[\p{Script=Han}，。；：、（“\n\d]|^)(?:[XＸ×✕]{2,}|[*＊]{2,}|_{2,}|＿{2,}|○{2,}|〇{3,}|x{2,}(?=[\p{Script=Han}])|\.{6,}(?=件|条|项|元))|[XＸ×](?=件|条|项|元|年|月|日|个|份|次|万元)|(?:此处|这里|请)(?:填写|填入|补充|输入|插入|自行)|待(?:补充|填写|填报|核实后填)|(?:（|【)(?:单位名称|填写|请填|待填)[^）】]*(?:）|】)|TODO/gu
const instructions =
  /(?:该|本|这)(?:部分|一?项)(?:内容)?(?:请)?以表格(?:的)?形式(?:报告|呈现|填报)|表格如下|本列数据的勾稽关系为|不能遗漏，?也不宜泛化|这一项报告|区分处理的，只计这一情形|填(?:报|表|写)说明[：。]|格式(?:模板|范本|样式)[：）]|含《?条例》?第五十条第四项规定的|（此(?:部分|处|项)[^）]{2,40}）|字数(?:控制|不少于|不超过)/gu

/** Marks of software and placeholders, and sentences of the form's instructions. */
export const residueIn = oncePer(
  (passage: Passage): readonly (Residue & { readonly kind: 'mark' | 'instruction' })[] => {
    const text = passage.plain.replace(
      /https?：?\/\/[^\s，。）（]*|www\.[^\s，。）（]*|[\w.]+@[\w.]+/giu,
      words => '\u0000'.repeat(words.length),
    )
    return [
      ...[marks, placeholders].flatMap(pattern => placesOf(text, pattern, 'mark' as const)),
      ...placesOf(text, instructions, 'instruction' as const),
    ]
  },
)

const placesOf = <K extends string>(text: string, pattern: RegExp, kind: K) =>
  [...text.matchAll(pattern)].map(match => ({ kind, from: match.index, to: match.index + match[0].length }))

const identity =
  /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/gu
const mobile = /(?<![\d\-—A-Za-z])(?:\+?86-?)?1[3-9]\d{9}(?!\d)/gu
const contact = /(?:电话|手机|联系(?:人|方式)?|热线|传真|电\u0020*话)[^，。；]{0,16}$/u

/** Identity numbers (their check digit fits) and mobile numbers; a unit's own contact number is none. */
export const personalIn = (passage: Passage): readonly Residue[] => [
  ...[...passage.plain.matchAll(identity)].filter(match => isIdentity(match[0])).map(place),
  ...[...passage.plain.matchAll(mobile)]
    .filter(match => !contact.test(passage.plain.slice(Math.max(0, match.index - 24), match.index)))
    .map(place),
]

const place = (match: RegExpExecArray): Residue => ({ from: match.index, to: match.index + match[0].length })

/** GB 11643: the last sign closes the weighted sum modulo 11. */
const isIdentity = (number: string): boolean => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number.at(-1)?.toUpperCase()
}
