// Mentions of requests for information in a text: how many were received, answered, carried over, and how they ended. A
// mention is only what can be read as one; doubt is silence. It must not compare with any cell.

import { type Count, countsIn } from '../../../reading/counts.ts'
import { isMadeOf, wordList } from '../../../reading/made-of.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage, WrittenSentence } from '../../../reading/passage.ts'
import { type Labelled, labelAfter, labelBefore, type RequestQuantity } from './labels.ts'
import { isOtherPeriod, isOwnBody, scopeIn } from './scope.ts'

export type Mention = {
  readonly quantities: readonly RequestQuantity[]
  readonly isLoose: boolean
  readonly number: number
  readonly sentence: number
  /** The words and the number, in the passage. */
  readonly from: number
  readonly to: number
  readonly at: number
  readonly scope: string | null
  readonly isOwn: boolean
  /** A channel, a reason or a manner narrows it: a part of what the label names. */
  readonly isPart: boolean
  readonly isVague: boolean
  /** 均予以公开: at least so many; those carried in may be among them. */
  readonly isAll: boolean
  /** 收到申请3件: nothing says that it is about disclosure but the report itself. */
  readonly isPlain: boolean
}

const units = /^(?:件次|件|宗|起|份|个|条|例|项|人次|次|封)$/u
const boundary = /[，；。：（）]/u
const other =
  /建议|提案|信访|投诉|举报|热线|留言|咨询|网络问政|工单|诉求|来信|来电|许可|处罚|复议|诉讼|仲裁|救助|低保|补贴|公文|属性|制发|印发|发文|文件|调解|法律援助|意见|议案|督办|事项办件|办件|12345/u
const subject = /(?:信息|政务|政府)公开[^。]{0,24}申请|依申请|申请公开|申请(?:人)?[^。]{0,6}公开/u
const channel =
  /网上|网络|网站|在线|线上|线下|平台|系统|信函|邮寄|邮政|快递|当面|现场|窗口|电子邮件|邮箱|邮件|传真|来访|来信|政务网|书面|口头|数据电文|电话|微信|APP/u
const whole = /共|总计|合计|累计|等(?:方式|渠道|途径|形式)/u
const narrowed =
  /因|由于|属于|涉及|其中(?!包)|按时|按期|如期|及时|当场|当面|逾期|延期|延长|简易|补正|不掌握|国家秘密|商业秘密|个人隐私|第三方|内部|过程性|执法案卷|查询|不存在|重复|信访|三安全/u

/** Said before a result, it names one of the reasons for it. */
const reason = /因|由于|属于|涉及|不存在|不掌握|补正/u

/** Every mention in the passage, in order. `year` is the report's. */
export const requestsIn = oncePer((passage: Passage, year: number): readonly Mention[] => {
  const found: Mention[] = []
  for (const [at, sentence] of passage.sentences.entries()) {
    if (!/[件宗起份个条例项次封]/u.test(sentence.text)) continue
    const counts = countsIn(sentence.text)
    if (counts.length > 0) read(passage, year, sentence, at, counts, found)
  }
  return found
})

const read = (
  passage: Passage,
  year: number,
  sentence: WrittenSentence,
  index: number,
  counts: readonly Count[],
  found: Mention[],
): void => {
  const { text } = sentence
  const before = contextOf(passage, sentence)
  const scope = scopeIn(text)
  const isOwn = isOwnBody(text)
  let from = 0
  for (const [nth, count] of counts.entries()) {
    const left = text.slice(from, count.at)
    const right = text.slice(count.end, counts[nth + 1]?.at ?? text.length)
    from = count.end
    if (!units.test(count.unit)) continue
    const said = before + text.slice(0, count.at)
    const label =
      readReceived(left, said) ??
      readCame(left, text) ??
      readLabel(left, said, text) ??
      readRight(left, right, said)
    if (!label) continue
    const later = readAll(label, right)
    const isPlain = label.isPlain === true
    const start = count.at - left.length + label.at
    const words = text.slice(Math.max(0, start - 24), count.at)
    if (isOtherPeriod(clauseOf(text, start, count.at), year)) continue
    if (isOtherPeriod(headOf(text), year) && !label.quantities.some(each => each.startsWith('carried')))
      continue
    found.push({
      quantities: label.quantities,
      isLoose: label.isLoose,
      number: count.number,
      sentence: index,
      from: sentence.at + start,
      to: sentence.at + (label.isAfter ? Math.min(text.length, count.end + label.isAfter) : count.end),
      at: sentence.at + count.at,
      scope,
      isOwn,
      isPart: label.isPart || /各$/u.test(words),
      isVague: count.isVague,
      isAll: false,
      isPlain,
    })
    const own = found.at(-1)
    if (later && own)
      found.push({
        ...own,
        quantities: [later.quantity],
        to: sentence.at + count.end + later.end,
        isAll: true,
      })
  }
}

type Found = Labelled & { readonly isPart: boolean; readonly isAfter?: number; readonly isPlain?: true }

/** 收到3件，均已按规定予以公开: the result of all that came. */
const readAll = (
  { quantities, isPart }: Found,
  right: string,
): { readonly quantity: RequestQuantity; readonly end: number } | undefined => {
  const [first, ...more] = quantities
  if (isPart || more.length > 0 || !first || !/^(?:received|handled|answered)$/u.test(first)) return undefined
  const [whole = '', words = ''] =
    /^(?:（[^）]{0,60}）)?，(?:均|全部|都|悉数)(?:已)?([^，。；\d]{0,20})/u.exec(right) ?? []
  const at = words.search(/部分公开|不予(?:以)?公开|予以公开|无法提供|不予处理|其他处理/u)
  const quantity = at < 0 || /[未没非]/u.test(words.slice(0, at)) ? undefined : labelAfter(words.slice(at))
  return quantity && { quantity, end: whole.length }
}

/** The clause that a label stands in, up to its number. */
const clauseOf = (text: string, start: number, end: number): string => {
  const before = text.slice(0, start)
  const cut = Math.max(...[...'，；：。（'].map(sign => before.lastIndexOf(sign)))
  return text.slice(cut + 1, end)
}

/** A sentence that opens with a year speaks of it: 2022年，…… */
const headOf = (text: string): string =>
  /^(?:（[^）]{1,3}）)?[^，。]{0,16}?20\d\d年(?:度)?(?=[，我本全共由])/u.exec(text)?.[0] ?? ''

/** The paragraph so far and the line above it, where the subject is named. */
const contextOf = (passage: Passage, { at, line }: WrittenSentence): string => {
  const above = passage.lines[line - 1]?.text.slice(0, 30) ?? ''
  const start = passage.lines[line]?.at ?? 0
  return `${above}${passage.plain.slice(Math.max(start, at - 240), at)}`
}

const verb =
  /(?<!不予|未予|没有|未曾|尚未|未|无)(?:新收到|新收|新增|收到|接收到?|接到|收办|收悉|受理|登记受理)了?/gu
const object = wordList(
  (
    '公民 自然人 法人 其他组织 其它组织 组织 和 或 及 与 、 者 等 以及 个人 群众 企业 社会 公众 申请人 单位 机构 的 ' +
    '各类 有效 新 政府 政务 信息 公开 依法 依 申请书 申请表 申请 案件 事项 件 了 共 共有 总计 合计 累计 计 为 ' +
    '总量 总数 数 量 关于 有关 相关 要求 提出 提交 ： “ ” 处理 办理'
  ).split(' '),
)
const body = /向(?:本|我)?(?:机关|局|单位|街道|镇|乡|市|县|区|委|办)/uy
const asked = /提出|提交|申请/gu

/** 向本机关 …, 向某某局提出 …: from 向 on, the places where it may end. */
const towards = (text: string, at: number): readonly number[] => {
  if (text.charAt(at) !== '向') return []
  body.lastIndex = at
  const own = body.test(text) ? [body.lastIndex] : []
  const [near = ''] = text.slice(at + 1, at + 17).split(/[，。]/u)
  const ends = [...near.matchAll(asked)].filter(({ index }) => index > 0)
  return [...own, ...ends.map(({ index }) => at + 3 + index)]
}
const isObject = (words: string): boolean => isMadeOf(words, object, towards)

/** 收到…申请 N件: from the verb on, nothing but words about requests. */
const readReceived = (left: string, said: string): Found | undefined => {
  const cut = Math.max(...[...'，；。（'].map(sign => left.lastIndexOf(sign)))
  const clause = left.slice(cut + 1)
  const last = [...clause.matchAll(verb)].at(-1)
  if (!last) return undefined
  const words = clause.slice(last.index + last[0].length).replace(/（[^（）]*）/gu, '')
  const stripped = words.replace(new RegExp(channel.source, 'gu'), '')
  if (!isObject(words) && !isObject(stripped.replace(/通过|方式|渠道|途径|形式|以/gu, ''))) return undefined
  const isNamed = subject.test(clause) || /信息公开|政务公开/u.test(words)
  const isPlain = !isNamed && !subject.test(said) && plainRequest.test(words)
  if (!isNamed && (/各类|各种/u.test(words) || (!subject.test(said) && !isPlain) || other.test(lately(said))))
    return undefined
  const prior = clause.slice(0, last.index)
  const isChannel = channel.test(clause) && !whole.test(clause)
  const isOne = /自然人|法人|企业|组织/u.test(words)
  const isAll = /公民|自然人/u.test(words) && /法人|组织/u.test(words)
  const kind: RequestQuantity =
    !isOne || isAll ? 'received' : /自然人/u.test(words) ? 'natural' : 'organisations'
  return {
    quantities: [kind],
    isLoose: false,
    at: cut + 1 + last.index,
    isPart: isChannel || /其中(?!包)/u.test(prior) || /重复|批量|同一/u.test(clause),
    ...(isPlain && { isPlain }),
  }
}

/** 依申请公开3件: without a verb those that came, or those that were answered. */
const readCame = (left: string, sentence: string): Found | undefined => {
  const cut = Math.max(...[...'，；。（）：'].map(sign => left.lastIndexOf(sign)))
  const words = left.slice(cut + 1)
  if (!words.includes('依申请公开') || !isMadeOf(words, cameWords)) return undefined
  if (/属性|公文|主动公开[^，。；]{0,8}\d/u.test(sentence)) return undefined
  return { quantities: ['dealt-with'], isLoose: false, at: cut + 1, isPart: false, isPlain: true }
}

const cameWords = wordList(
  '依申请公开 政府信息 信息 事项 申请 件 共 共计 共有 为 有 数 数量 总数 本年度 本年 全年 今年 我 本 局 镇 乡 街道 单位 机关'.split(
    ' ',
  ),
)

/** In a report on this subject a request without any other word is one of these. */
const plainRequest = /^(?:的|新)?申请(?:书|件|事项)?(?:的)?(?:共|共计|总数|数量|总量|为|：)*$/u

/** 不予公开 N件, 办结 N件: a label right before the number. */
const readLabel = (left: string, said: string, sentence: string): Found | undefined => {
  const cut = Math.max(...[...'，；。'].map(sign => left.lastIndexOf(sign)))
  const open = left.lastIndexOf('（')
  const start = Math.max(cut, open > left.lastIndexOf('）') ? open : -1) + 1
  const clause = left.slice(start)
  const label = labelBefore(clause)
  if (!label || /属性|公文|制发|印发|发文|主动公开[^，。；]{0,8}\d{1,15}[件条]/u.test(sentence))
    return undefined
  const [first] = label.quantities
  const prior = clause.slice(0, label.at)
  if (other.test(clause))
    return isReason(first) && /信访|投诉|举报/u.test(prior) ? part(label, start) : undefined
  const isBare = /^(?:handled|answered|dealt-with|carried|withdrawn|natural|organisations)/u.test(first ?? '')
  const about = subject.test(said)
  if (!about && !(isResult(first) && /申请|答复|办结/u.test(said))) return undefined
  if (isBare && !subject.test(clause) && other.test(lately(said))) return undefined
  const reasons =
    left
      .slice(0, start + label.at)
      .split(/[。；]|其中/u)
      .at(-1) ?? ''
  const isPart =
    (isResult(first) && reason.test(reasons)) ||
    narrowed.test(prior.replace(/其中，?/gu, isResult(first) || isApplicant(first) ? '' : '$&')) ||
    (first === 'answered' && channel.test(clause)) ||
    (first === 'handled' && /延期|逾期/u.test(sentence))
  return { ...label, at: start + label.at, isPart }
}

const part = (label: Labelled, start: number): Found => ({ ...label, at: start + label.at, isPart: true })

const isResult = (quantity: RequestQuantity | undefined): boolean =>
  /^(?:granted|partly-granted|refused|unavailable|declined|other-results|carried-in|carried-out)$/u.test(
    quantity ?? '',
  )

const isApplicant = (quantity: RequestQuantity | undefined): boolean =>
  quantity === 'natural' || quantity === 'organisations'

const isReason = (quantity: RequestQuantity | undefined): boolean =>
  /^(?:declined|unavailable|refused)$/u.test(quantity ?? '')

/** 3件不予公开: only where nothing before the number names it. */
const readRight = (left: string, right: string, said: string): Found | undefined => {
  if (!subject.test(said) || other.test(lately(said))) return undefined
  const clause = right.split(boundary)[0] ?? ''
  const found = labelAfter(clause)
  if (!found || /[件条]/u.test(left.slice(-1))) return undefined
  return {
    quantities: [found],
    isLoose: false,
    at: left.length,
    isPart: narrowed.test(left.split(boundary).at(-1) ?? '') || /因|属于|涉及/u.test(clause),
    isAfter: clause.length,
  }
}

/** The words just before: other matters are counted in the same words. */
const lately = (said: string): string =>
  said
    .split(/[。；]/u)
    .at(-1)
    ?.slice(-60) ?? ''
