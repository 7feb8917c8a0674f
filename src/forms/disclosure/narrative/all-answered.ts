// N08: a text that says all requests were answered stands beside a table that carries none over.

import type { CellKey, TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { type Claim, claimAt } from './claim.ts'
import { about, writtenIn } from './passages.ts'
import { type Mention, requestsIn } from './request-mentions.ts'

type Data = { readonly texts: readonly TextKey[]; readonly carriedOut: CellKey }

export const allAnswered = (data: Data): Rule => ({
  id: 'N08',
  severity: 'warning',
  source: 'seen in published reports: all are said to be answered while some are carried over',
  messages: ['N08'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, carriedOut }: Data, judged: Judged): readonly Finding[] => {
  const left = judged.amount(carriedOut)
  if (left === undefined || left <= 0) return []
  return writtenIn(texts, judged).flatMap(written =>
    allDone(written.passage, requestsIn(written.passage, judged.year)).map(claim =>
      about(written, claim, {
        rule: 'N08',
        severity: 'warning',
        cells: [carriedOut],
        facts: { table: left },
      }),
    ),
  )
}

const done = new RegExp(
  '(?:(?:均|全部|都|悉数|一律)(?:已|已经)?(?:严格|及时|依法|依规|依照|规范){0,8}(?:(?:按照?|在|于)[^，。；、]{0,12}?)?(?:全部|予以|作出|做出|进行|依法|规范|妥善|及时|给予|了|并|书面|已){0,8}(?:办结|答复|回复|办理完毕|办理完成|办理完结|处理完毕)|' +
    '(?<!按时|按期|如期|及时|时限|期限内)(?:办结|答复|回复|办复)率(?:均)?(?:达到?|为|是|保持|均为)?100%)',
  'gu',
)
/** Requests that came in, of which all may be said to be answered. */
const came: ReadonlySet<string> = new Set([
  'received',
  'carried-in',
  'natural',
  'organisations',
  'dealt-with',
])
const counts: ReadonlySet<string> = new Set(['handled', 'answered', 'carried', 'carried-out'])
const forward =
  /下一?年度?|次年|明年|顺延|继续办理|(?:正|尚|仍|还)在|在办|办理中|办理当中|尚未|未到期|未届满|未到(?:答复|办理|法定)?期|期限未届/u
const aboutRequests = /(?:信息)?公开[^。]{0,16}申请|依申请公开|申请公开|申请/u
const otherMatters = /建议|提案|信访|投诉|热线|留言|咨询|问政|工单|诉求|来信|许可|复议|诉讼|意见|12345/u

/** The subject of the clause is those carried in, or those that were due: 上年结转的申请均…, 到期的均…. */
const carriedIn =
  /(?:结转|转入|遗留|顺延|到期|届满|期限内应|应当?(?:答复|办结))(?:的|至本年度?的?|到本年度?的?|本年度?的?)?[^，；。]{0,16}$/u

/** 答复37件，均…: what was answered is spoken of. */
const counted = /(?:答复|办结|办理完毕|办理完成)[^，。；]{0,16}\d[件宗份](?:（[^）]{0,60}）)?，$/u

/** 均已办结, 全部答复 of what was received; not of what was answered, nor where the rest is named beside it. */
const allDone = (passage: Passage, mentions: readonly Mention[]): readonly Claim[] => {
  const bySentence = Map.groupBy(mentions, ({ sentence }) => sentence)
  return passage.sentences.flatMap(({ text, at }, index) => {
    if (forward.test(text)) return []
    const own = bySentence.get(index) ?? []
    return [...text.matchAll(done)]
      .filter(match => {
        const before = text.slice(0, match.index)
        const segment = before.split(/[。；]/u).at(-1) ?? ''
        if (!aboutRequests.test(segment) || otherMatters.test(segment.slice(-40))) return false
        if (counted.test(segment) || carriedIn.test(before.split(/[，；。]/u).at(-1) ?? '')) return false
        const last = own.filter(mention => mention.at < at + match.index).at(-1)
        if (!last) return true
        const between = text.slice(last.to - at, match.index)
        if (last.quantities.includes('carried-in') && !/所有|上述|以上|合计|共/u.test(between)) return false
        if (last.quantities.every(each => came.has(each))) return true
        const isResult = !last.quantities.some(each => counts.has(each))
        return isResult && own.some(({ quantities }) => quantities.includes('received'))
      })
      .map(match => claimAt(text, at, match))
  })
}
