// Requests that came: 收到…申请 N件, 依申请公开 N件. It must not read how they ended.

import { isMadeOf, wordList } from '../../../reading/made-of.ts'
import type { RequestQuantity } from './labels.ts'
import { type CountLabel, channel, lately, other, subject } from './request-words.ts'

const whole = /共|总计|合计|累计|等(?:方式|渠道|途径|形式)/u

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
export const readReceived = (left: string, said: string): CountLabel | undefined => {
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
export const readCame = (left: string, sentence: string): CountLabel | undefined => {
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
