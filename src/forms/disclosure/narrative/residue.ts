// F10: words that have no place in this report: software's marks, placeholders, the form's instructions, another body's
// name, another year, and numbers that belong to a person.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { otherNamesIn } from './other-names.ts'
import { otherYearsIn } from './other-years.ts'
import { about, writtenIn } from './passages.ts'
import { isGovernment } from './topics.ts'

export const residue = ({ texts }: { readonly texts: readonly TextKey[] }): Rule => ({
  id: 'F10',
  severity: 'warning',
  source:
    'seen in published reports: marks, instructions and words of another report; 个人信息保护法 for personal numbers',
  messages: ['F10.mark', 'F10.instruction', 'F10.name', 'F10.year', 'F10.personal'],
  judge: judged => judge(texts, judged),
})

const judge = (texts: readonly TextKey[], judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written => {
    const { passage } = written
    const { unit, year } = judged
    const isWide = isGovernment(judged) && unit.level !== 'town'
    return [
      ...residueIn(passage).map(each => ({ each, message: `F10.${each.kind}` as const })),
      ...otherNamesIn(passage, unit.name, isWide).map(each => ({ each, message: 'F10.name' as const })),
      ...otherYearsIn(passage, year).map(each => ({ each, message: 'F10.year' as const })),
      ...personalIn(passage).map(each => ({ each, message: 'F10.personal' as const })),
    ].map(({ each, message }) =>
      about(written, each, { rule: 'F10', severity: 'warning', message, facts: { year, unit: unit.name } }),
    )
  })

type Residue = { readonly from: number; readonly to: number }

const marks =
  /\[bookmark[^\]\n]{0,80}\]|_GoBack|#(?:REF|NAME|VALUE|DIV\/0|NULL|NUM)[!！?？]?|#N\/A|错误[!！](?:未找到引用源|未定义书签)?|未找到引用源|未定义书签|\{(?:PAGE|TOC|HYPERLINK|REF|MERGEFIELD)[^}\n]{0,200}\}|HYPERLINK["“]|TOC\\o|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo)[;；]|<\/?(?:p|br|span|div|td|tr|table|strong|a|font)(?:[^>\n]{0,80})?>|[\ufffd□■]{1,40}(?=[\p{Script=Han}，。；])|\uFEFF|%\{[a-z]{1,40}\}|\{\{?[a-z_.]{1,60}\}?\}/giu
const placeholders =
  /(?<=[\p{Script=Han}，。；：、（“\n\d]|^)(?:[XＸ×✕]{2,40}|[*＊]{2,40}|_{2,80}|＿{2,80}|○{2,40}|〇{3,40}|x{2,40}(?=[\p{Script=Han}])|\.{6,80}(?=件|条|项|元))|[XＸ×](?=件|条|项|元|年|月|日|个|份|次|万元)|(?:此处|这里|请)(?:填写|填入|补充|输入|插入|自行)|待(?:补充|填写|填报|核实后填)|(?:（|【)(?:单位名称|填写|请填|待填)[^）】]{0,60}(?:）|】)|TODO/gu
const instructions =
  /(?:该|本|这)(?:部分|一?项)(?:内容)?(?:请)?以表格(?:的)?形式(?:报告|呈现|填报)|表格如下|本列数据的勾稽关系为|不能遗漏，?也不宜泛化|这一项报告|区分处理的，只计这一情形|填(?:报|表|写)说明[：。]|格式(?:模板|范本|样式)[：）]|含《?条例》?第五十条第四项规定的|（此(?:部分|处|项)[^）]{2,40}）|字数(?:控制|不少于|不超过)/gu

/** Marks of software and placeholders, and sentences of the form's instructions. */
const residueIn = oncePer(
  (passage: Passage): readonly (Residue & { readonly kind: 'mark' | 'instruction' })[] => {
    const text = passage.plain.replace(
      /https?：?\/\/[^\s，。）（]{0,2000}|www\.[^\s，。）（]{0,2000}|[\w.]{1,64}@[\w.]{1,255}/giu,
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
const contact = /(?:电话|手机|联系(?:人|方式)?|热线|传真|电\u0020{0,4}话)[^，。；]{0,16}$/u

/** Identity numbers (their check digit fits) and mobile numbers; a unit's own contact number is none. */
const personalIn = (passage: Passage): readonly Residue[] => [
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
