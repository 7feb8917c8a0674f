// N02: a text that says no request came stands beside a table without new requests. Silence is no finding.

import type { CellKey, TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { type Claim, claimAt } from './claim.ts'
import { about, writtenIn } from './passages.ts'
import { isOtherPeriod } from './scope.ts'

type Data = { readonly texts: readonly TextKey[]; readonly received: CellKey }

export const noneReceived = (data: Data): Rule => ({
  id: 'N02',
  severity: 'error',
  source: 'the text contradicts the table of the same report (条例 article 50)',
  messages: ['N02', 'N03.none'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, received }: Data, judged: Judged): readonly Finding[] => {
  const count = judged.amount(received)
  if (count === undefined || count <= 0) return []
  return writtenIn(texts, judged).flatMap(written =>
    noRequests(written.passage, judged.year).map(claim =>
      about(written, claim, {
        rule: claim.scope === null ? 'N02' : 'N03',
        severity: claim.scope === null ? 'error' : 'warning',
        message: claim.scope === null ? 'N02' : 'N03.none',
        cells: [received],
        facts: { table: count },
      }),
    ),
  )
}

const none = new RegExp(
  '(?:(?:未|没有|无|尚未|从未|暂未|未曾)(?:有|再|曾|新)?(?:收到过?|接到过?|接收到?|受理过?|新收|收办|产生|出现|发生)|' +
    '(?<=(?:^|[，。；：）]|年|度|均|也|共|办|局|街道|镇|乡|关|位))(?:无|没有)(?:人|任何)?)' +
    '(?:任何|来自|公民|自然人|个人|法人|其他组织|组织|企业|群众|单位|机构|社会|公众|和|或|及|与|、|者|等|以及|的|关于|有关|相关|向本(?:机关|单位|街道|镇|乡|局)|提出|提交|要求|政府|政务|信息|公开|依法|依|书面|形式|各类|新){0,40}' +
    '(?:申请(?!人|表|书)(?!行政|复议)|依申请公开(?:事项|件|信息|情况|业务|政府信息)?)',
  'gu',
)
const qualified = /复议|诉讼|许可|其他机关|逾期|缴费|收费|更正|上半年|下半年|季度|月份|结转|去年|上一?年/u

/** 未收到政府信息公开申请: nothing but applicants and 信息公开 between the verb and the request. */
const noRequests = oncePer((passage: Passage, year: number): readonly Claim[] =>
  passage.sentences.flatMap(({ text, at }) =>
    [...text.matchAll(none)]
      .filter(match => {
        const before = text.slice(0, match.index)
        const clause = before.split(/[，；。：]/u).at(-1) ?? ''
        const after = text.slice(match.index + match[0].length)
        const isAbout =
          /公开/u.test(match[0]) || /依申请公开|信息公开/u.test(before + (passage.lines[0]?.text ?? ''))
        return (
          isAbout &&
          !qualified.test(clause + match[0] + after.slice(0, 4)) &&
          !/^(?:人|被|需要|应|未|不|答复|办理|超|受理|行为|渠道|要求|收费|结转|延期|逾期|尚|正在|转|引)/u.test(
            after,
          ) &&
          !isOtherPeriod(before, year)
        )
      })
      .map(match => claimAt(text, at, match)),
  ),
)
