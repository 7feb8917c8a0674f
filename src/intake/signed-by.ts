// Words that say who signed, and on which day: 周明 1月14日 · 周明，1月14日 · 周明. It must not guess: a day that is still
// to come, or no name, is a fault.

import { isAgreementWord } from '../reading/agreement-word.ts'
import { readDate } from '../reading/date.ts'

export type SignedBy =
  /** `on` is `YYYY-MM-DD`. */
  { readonly who: string; readonly on: string } | { readonly fault: 'no-name' | 'no-day' | 'to-come' }

/** `today` is the day in the district; a day without a year is of this year, in its first half also of the last autumn. */
export const readSignedBy = (text: string, today: string): SignedBy => {
  const said = text.trim().replace(/[\u3002.]$/, '')
  const [, first = '', date] =
    /^(.{1,60}?)[\s\uff0c,\u3001\u4e8e]{0,3}((?:\d{4}|[\d\u4e00-\u9fa5]{1,3}\u6708).{1,12})?$/u.exec(said) ??
    []
  const who = first.replace(/[\uff1a:\uff0c,\u3001\s]{1,3}$/u, '').trim()
  if (!isName(who)) return { fault: 'no-name' }
  if (date === undefined) return { who, on: today }
  const year = Number(today.slice(0, 4))
  const thisYear = readDate(date, year)
  if (!('date' in thisYear)) return { fault: 'no-day' }
  if (thisYear.date <= today) return { who, on: thisYear.date }
  const lastYear = readDate(date, year - 1)
  // In January papers of December are told of; later in the year, and of the same months, it is a day to come.
  const isPast = today.slice(5) < '07' && 'date' in lastYear && lastYear.date.slice(5) > '07'
  return isPast ? { who, on: lastYear.date } : { fault: 'to-come' }
}

/** 周明 · 阿依古丽·买买提 · Zhou Ming; 还没签 and 明天 are none. Names that look like one are shown back before they count. */
const isName = (who: string): boolean =>
  name.test(who) && !saysMore.test(who) && !isDay.test(who) && !isAgreementWord(who)

const name =
  /^(?:\p{Script=Han}{2,4}|\p{Script=Han}{1,8}(?:[\u00b7\u2022]\p{Script=Han}{1,8}){1,3}|\p{Script=Latin}[\p{Script=Latin}.'-]{0,20}(?: \p{Script=Latin}[\p{Script=Latin}.'-]{0,20}){0,3})$/u
/** 签审没不等再已还吗: signs of sentences, which no name has. */
const saysMore = /[\u7b7e\u5ba1\u6ca1\u4e0d\u7b49\u518d\u5df2\u8fd8\u5417]/u
/** 今天 · 明日 · 后天. */
const isDay = /^[\u4eca\u660e\u6628\u540e\u524d][\u5929\u65e5]$/u
