// Sweeping statements: no request came, all were answered, nothing was ever corrected. Read only where the words
// leave no other subject. It must not compare with any cell.

import { oncePer } from './once-per.ts'
import type { Passage } from './passage.ts'
import type { Mention } from './requests.ts'
import { isOtherPeriod, scopeIn } from './scope.ts'

export type Claim = { readonly from: number; readonly to: number; readonly scope: string | null }

const none = new RegExp(
  '(?:(?:未|没有|无|尚未|从未|暂未|未曾)(?:有|再|曾|新)?(?:收到过?|接到过?|接收到?|受理过?|新收|收办|产生|出现|发生)|' +
    '(?<=(?:^|[，。；：）]|年|度|均|也|共|办|局|街道|镇|乡|关|位))(?:无|没有)(?:人|任何)?)' +
    '(?:任何|来自|公民|自然人|个人|法人|其他组织|组织|企业|群众|单位|机构|社会|公众|和|或者|或|及|与|、|者|等|以及|的|关于|有关|相关|向本(?:机关|单位|街道|镇|乡|局)|提出|提交|要求|政府|政务|信息|公开|依法|依|书面|形式|各类|新)*' +
    '(?:申请(?!人|表|书)(?!行政|复议)|依申请公开(?:事项|件|信息|情况|业务|政府信息)?)',
  'gu',
)
const qualified = /复议|诉讼|许可|其他机关|逾期|缴费|收费|更正|上半年|下半年|季度|月份|结转|去年|上一?年/u

/** 未收到政府信息公开申请: nothing but applicants and 信息公开 between the verb and the request. */
export const noRequests = oncePer((passage: Passage, year: number): readonly Claim[] =>
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
      .map(match => claim(text, at, match)),
  ),
)

const done = new RegExp(
  '(?:(?:均|全部|都|悉数|一律)(?:已|已经)?(?:严格|及时|依法|依规|依照|规范)*(?:(?:按照?|在|于)[^，。；、]{0,12}?)?(?:全部|予以|作出|做出|进行|依法|规范|妥善|及时|给予|了|并|书面|已)*(?:办结|答复|回复|办理完毕|办理完成|办理完结|处理完毕)|' +
    '(?<!按时|按期|如期|及时|时限|期限内)(?:办结|答复|回复|办复)率(?:均)?(?:达到?|为|是|保持|均为)?100%)',
  'gu',
)
/** What came in, of which all may be said to be answered. */
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

/** 答复37件，均…: what was answered is spoken of. */
const counted = /(?:答复|办结|办理完毕|办理完成)[^，。；]{0,16}\d[件宗份](?:（[^）]*）)?，$/u

/** 均已办结, 全部答复 of what was received; not of what was answered, nor where the rest is named beside it. */
export const allDone = (passage: Passage, mentions: readonly Mention[]): readonly Claim[] =>
  passage.sentences.flatMap(({ text, at }, index) => {
    if (forward.test(text)) return []
    const own = mentions.filter(({ sentence }) => sentence === index)
    return [...text.matchAll(done)]
      .filter(match => {
        const before = text.slice(0, match.index)
        const segment = before.split(/[。；]/u).at(-1) ?? ''
        if (!aboutRequests.test(segment) || otherMatters.test(segment.slice(-40))) return false
        if (counted.test(segment)) return false
        const last = own.filter(mention => mention.at < at + match.index).at(-1)
        if (!last) return true
        const between = text.slice(last.to - at, match.index)
        if (last.quantities.includes('carried-in') && !/所有|上述|以上|合计|共/u.test(between)) return false
        if (last.quantities.every(each => came.has(each))) return true
        const isResult = !last.quantities.some(each => counts.has(each))
        return isResult && own.some(({ quantities }) => quantities.includes('received'))
      })
      .map(match => claim(text, at, match))
  })

export type Court = 'reviews' | 'suits'
export type CleanRecord = Claim & { readonly courts: readonly Court[] }

const clean =
  /(?:零|无|没有|未发生|未出现|未有|不存在)(?:一起|一例|一件|任何|被)?(?:行政)?(?:复议|诉讼|应诉)?(?:案件)?(?:被)?(?:纠错|纠正|败诉|撤销|确认违法)(?!意见|问题|措施|机制)|未被[^，。；]{0,10}(?:纠错|纠正)|(?:均|全部|都)(?:获|获得|被|予以|予|得到|判决|裁定|复议)?(?:支持|维持)|(?:均|全部)(?:为|是)?(?:结果)?维持|(?:均|全部)(?:获|获得)?胜诉|胜诉率(?:达到?|为|保持)?100%|(?:零|0)败诉/gu
const wished = /力争|确保|努力|争取|实现.{0,4}目标|目标|避免|防止|杜绝|减少|降低|去年|上一?年/u

/** 无纠错, 零败诉, 均获维持, and of which proceedings it is said. */
export const cleanRecord = oncePer((passage: Passage, year: number): readonly CleanRecord[] =>
  passage.sentences.flatMap(({ text, at }) =>
    [...text.matchAll(clean)].flatMap((match): readonly CleanRecord[] => {
      const before = text.slice(0, match.index)
      const segment = before.split(/[；]/u).at(-1) ?? ''
      if (wished.test(segment.slice(-24)) || isOtherPeriod(segment, year)) return []
      const courts = courtsIn(match[0], segment, text)
      return courts.length > 0 ? [{ ...claim(text, at, match), courts }] : []
    }),
  ),
)

const courtsIn = (words: string, segment: string, sentence: string): readonly Court[] => {
  if (/败诉|胜诉/u.test(words)) return ['suits']
  for (const place of [words, segment, sentence]) {
    const courts: readonly Court[] = [
      ...(/复议/u.test(place) ? (['reviews'] as const) : []),
      ...(/诉讼|应诉|起诉/u.test(place) ? (['suits'] as const) : []),
    ]
    if (courts.length > 0) return courts
  }
  return []
}

const claim = (text: string, at: number, match: RegExpExecArray): Claim => ({
  from: at + match.index,
  to: at + match.index + match[0].length,
  scope: scopeIn(text),
})
