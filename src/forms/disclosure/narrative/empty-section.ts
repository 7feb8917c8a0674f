// F13: section five names a problem and how it is mended; 无 and its like say neither. It never judges by length.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { about, writtenIn } from './passages.ts'

type Data = { readonly text: TextKey }

export const emptySection = ({ text }: Data): Rule => ({
  id: 'F13',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号 一(五): 存在的主要问题及改进情况; 条例 article 50',
  messages: ['F13'],
  judge: judged => judge(text, judged),
})

const judge = (text: TextKey, judged: Judged): readonly Finding[] =>
  writtenIn([text], judged).flatMap(written => {
    const { plain } = written.passage
    if (!saysNothing(plain)) return []
    return [about(written, { from: 0, to: plain.length }, { rule: 'F13', severity: 'warning' })]
  })

const subject =
  '(?:本(?:单位|机关|局|街道|镇|乡|年度?)|我(?:单位|局|街道|镇|乡|办|委)|20\\d\\d年度?|目前|今年|全年|暂时|在?政府信息公开(?:工作)?(?:中|方面)?)'
const matter =
  '(?:存在|明显|突出|重大|较大|主要|任何|相关|有关|的|问题|不足|内容|情况|及|和|与|改进|需要?|整改|之处|地方|事项|困难)'
const nothing = new RegExp(
  `^(?:${subject}){0,4}(?:暂|均|尚|并)?(?:无|没有|未发现|未发生|不存在|不涉及|不适用|略|同上|同上年|同去年|详见附件|见附件|详见附表|详见正文|空白)(?:${matter}){0,10}$`,
  'u',
)

/** Whether nothing is left of it but that there is nothing, or a stroke. */
const saysNothing = (plain: string): boolean => {
  const bare = plain
    .replace(/^(?:（[一二三四五六]）|[一二三四五六\d][、.])/u, '')
    .replace(/[\s\p{P}\p{S}]/gu, '')
  return bare === '' ? plain.trim() !== '' : bare.length <= longestNothing && nothing.test(bare)
}

/** For the pattern alone: no way to say nothing is longer. */
const longestNothing = 60
