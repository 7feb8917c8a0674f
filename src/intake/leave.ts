// Words of leave: 请假 1月20日至1月26日，由李强代 · 王芳请假，1月20日到26日 · 1月20日请假一天，李强代. It must not guess: without two
// days, or with days that are over, there is a fault and no leave.

import { readDate } from '../reading/date.ts'

/** Days are `YYYY-MM-DD`, both on leave; names are null where none stands there. */
export type LeaveRead =
  | {
      readonly since: string
      readonly until: string
      readonly who: string | null
      readonly substitute: string | null
    }
  | { readonly fault: 'no-days' | 'no-such-day' | 'over' | 'turned' }

const date = /(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|(?:\d{4}\u5e74)?\d{1,2}\u6708\d{1,2}[\u65e5\u53f7]?)/u.source
const span = new RegExp(
  `(?:\u81ea|\u4ece|\u4e8e)?(${date})(?:\\s{0,3}(?:\u81f3|\u5230|[-\u2014\u2013~\uff5e]|to){1,3}\\s{0,3}(${date}|\\d{1,2}[\u65e5\u53f7]?)|(\u5f53\u5929|\u4e00\u5929|1\u5929)?)`,
  'iu',
)
const substitute =
  /(?:\u7531|\u8bf7|\u8ba9|\u6258|\u4ee3\u586b\u4eba[:\uff1a\u4e3a\u662f]?|substitute:?\s)\s{0,3}([\p{Script=Han}\u00b7]{2,12}?|[\p{Script=Latin}][\p{Script=Latin}.' -]{1,40}?)(?:\u540c\u5fd7)?\s{0,3}(?:\u4ee3\u4e3a\u586b\u62a5|\u4ee3\u586b|\u4ee3\u529e|\u4ee3\u7406|\u4ee3\u7ba1|\u4ee3\u73ed|\u9876\u66ff|\u8d1f\u8d23|\u586b\u62a5|\u6765\u586b|\u4ee3|$)/iu
const bare =
  /^[\uff0c,\u3001\s]{0,3}([\p{Script=Han}\u00b7]{2,4})\s{0,3}(?:\u4ee3\u4e3a\u586b\u62a5|\u4ee3\u586b|\u4ee3\u529e|\u4ee3\u7406|\u4ee3)/u
const leave = /(?:\u8bf7\u4e86?\u5047|\u4f11\u5047|\u8bf7\u4e2a\u5047|leave)/iu
/** Words before the leave that are nobody's name. */
const nobody =
  /^(?:\u672c\u4eba|\u56e0\u4e8b|\u56e0\u75c5|\u56e0\u516c|\u9700\u8981?|\u8981|\u60f3|\u5df2|on|)$/iu

/** Whether these words speak of somebody's leave: its word alone or at the head of a line with a day, and no prose. */
export const isLeave = (text: string): boolean => {
  const said = text.normalize('NFKC').trim()
  if (said.length > longest) return false
  return alone.test(said) || (near.test(said) && new RegExp(date, 'u').test(said))
}

const longest = 60
const alone =
  /^(?:\u672c\u4eba)?(?:\u8981|\u60f3)?(?:\u8bf7\u4e86?\u5047|\u4f11\u5047|\u8bf7\u4e2a\u5047)(?:\u51e0\u5929)?$|^leave$/iu
const near =
  /^\p{Script=Han}{0,12}\s{0,3}(?:\u81ea|\u4ece|\u4e8e)?(?:[\d\s\u5e74\u6708\u65e5\u53f7\u81f3\u5230\u2014~-]{0,30})(?:\u8bf7\u4e86?\u5047|\u4f11\u5047|\u8bf7\u4e2a\u5047)|^leave\b/iu

/** `today` is the day in the district; days without a year are the next ones that are not over. */
export const readLeave = (text: string, today: string): LeaveRead => {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\u3002.!]$/, '')
  const found = span.exec(said)
  if (!found) return { fault: 'no-days' }
  const [whole, first = '', second] = found
  const begin = dayNear(first, today)
  if (begin === null) return { fault: 'no-such-day' }
  const end = second === undefined ? begin : dayAfter(second, begin)
  if (end === null) return { fault: 'no-such-day' }
  if (end < begin) return { fault: 'turned' }
  if (end < today) return { fault: 'over' }
  const before = said.slice(0, found.index)
  const after = said.slice(found.index + whole.length).replace(leave, '')
  const who = before
    .replace(leave, '')
    .replace(/[\uff0c,\u3001:\uff1a\s]/gu, '')
    .replace(/(?:\u81ea|\u4ece|\u4e8e)$/u, '')
  const stands = substitute.exec(after) ?? bare.exec(after)
  return {
    ...{ since: begin, until: end, who: nobody.test(who) ? null : who },
    substitute: stands?.[1]?.trim() ?? null,
  }
}

/** Of the year in which it lies nearer to today than half a year. */
const dayNear = (said: string, today: string): string | null => {
  const year = Number(today.slice(0, 4))
  const read = readDate(said, year)
  if (!('date' in read)) return null
  if (/^\d{4}/.test(said)) return read.date
  const ago = (Date.parse(today) - Date.parse(read.date)) / 86_400_000
  const near = Math.abs(ago) > 183 ? readDate(said, ago > 0 ? year + 1 : year - 1) : read
  return 'date' in near ? near.date : null
}

/** A day of the month alone is of the month in which the leave begins. */
const dayAfter = (said: string, begin: string): string | null => {
  const year = Number(begin.slice(0, 4))
  const full = /^\d{1,2}[\u65e5\u53f7]?$/u.test(said) ? `${Number(begin.slice(5, 7))}\u6708${said}` : said
  const read = readDate(full, year)
  if (!('date' in read)) return null
  if (read.date >= begin || /^\d{4}/.test(full)) return read.date
  const next = Number(begin.slice(5, 7)) === 12 ? readDate(full, year + 1) : read
  return 'date' in next ? next.date : null
}
