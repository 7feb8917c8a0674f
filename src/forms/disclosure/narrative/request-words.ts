// The words around a count of requests by which it is told from counts of other matters, and the shape of what was read.

import type { Labelled } from './labels.ts'

/** A label with where it starts before the number, how far it reaches behind it, and whether it names a part. */
export type CountLabel = Labelled & {
  readonly isPart: boolean
  readonly isAfter?: number
  readonly isPlain?: true
}

export const other =
  /建议|提案|信访|投诉|举报|热线|留言|咨询|网络问政|工单|诉求|来信|来电|许可|处罚|复议|诉讼|仲裁|救助|低保|补贴|公文|属性|制发|印发|发文|文件|调解|法律援助|意见|议案|督办|事项办件|办件|12345/u
export const subject = /(?:信息|政务|政府)公开[^。]{0,24}申请|依申请|申请公开|申请(?:人)?[^。]{0,6}公开/u
export const channel =
  /网上|网络|网站|在线|线上|线下|平台|系统|信函|邮寄|邮政|快递|当面|现场|窗口|电子邮件|邮箱|邮件|传真|来访|来信|政务网|书面|口头|数据电文|电话|微信|APP/u

/** The words just before: other matters are counted in the same words. */
export const lately = (said: string): string =>
  said
    .split(/[。；]/u)
    .at(-1)
    ?.slice(-60) ?? ''
