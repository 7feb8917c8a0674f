// How requests ended: 不予公开 N件, N件不予公开, 均予以公开. It must not read how many came.

import { type Labelled, labelAfter, labelBefore, type RequestQuantity } from './labels.ts'
import { type CountLabel, channel, lately, other, subject } from './request-words.ts'

const boundary = /[，；。：（）]/u
const narrowed =
  /因|由于|属于|涉及|其中(?!包)|按时|按期|如期|及时|当场|当面|逾期|延期|延长|简易|补正|不掌握|国家秘密|商业秘密|个人隐私|第三方|内部|过程性|执法案卷|查询|不存在|重复|信访|三安全/u

/** Said before a result, it names one of the reasons for it. */
const reason = /因|由于|属于|涉及|不存在|不掌握|补正/u

/** 收到3件，均已按规定予以公开: the result of all that came. */
export const readAll = (
  { quantities, isPart }: CountLabel,
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

/** 不予公开 N件, 办结 N件: a label right before the number. */
export const readLabel = (left: string, said: string, sentence: string): CountLabel | undefined => {
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

const part = (label: Labelled, start: number): CountLabel => ({
  ...label,
  at: start + label.at,
  isPart: true,
})

const isResult = (quantity: RequestQuantity | undefined): boolean =>
  /^(?:granted|partly-granted|refused|unavailable|declined|other-results|carried-in|carried-out)$/u.test(
    quantity ?? '',
  )

const isApplicant = (quantity: RequestQuantity | undefined): boolean =>
  quantity === 'natural' || quantity === 'organisations'

const isReason = (quantity: RequestQuantity | undefined): boolean =>
  /^(?:declined|unavailable|refused)$/u.test(quantity ?? '')

/** 3件不予公开: only where nothing before the number names it. */
export const readRight = (left: string, right: string, said: string): CountLabel | undefined => {
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
