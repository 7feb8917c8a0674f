// The title of a yearly report: its unit, its year, and the lines at the top that are no part of it. It must not know
// the title of any form: that is an argument.

import { fold } from './fold.ts'

export type TitleRead = { readonly unit: string | null; readonly year: number | null }

const yearWord = /(\d{4})\s*年度?|(二[〇○零Oo][〇○零Oo一二三四五六七八九]{2})\s*年度?/u
const digits = '〇一二三四五六七八九'

/** `{unit}{year}年…`, `{year}年{unit}…`, either alone, read by the form's own title; null where it does not tell. */
export const readTitle = (title: string, template: string): TitleRead => {
  const subject = subjectOf(template)
  // Digits fold one to one, so that the unit keeps its own brackets.
  const plain = title.trim().replace(/[\uff10-\uff19]/g, digit => fold(digit))
  const found = yearWord.exec(plain)
  const [before, after] = found
    ? [plain.slice(0, found.index), plain.slice(found.index + found[0].length)]
    : ['', plain]
  const end = placeOf(subject, before)
  const isTold = end >= 0 && isReportWord(before.slice(end))
  const named =
    unitOf(isTold ? before.slice(0, end) : before) ||
    unitOf(after.slice(0, Math.max(0, placeOf(subject, after))))
  return { unit: named || null, year: yearOf(found?.[1] ?? found?.[2]) }
}

/** One word, and a report by name. */
const isReportWord = (words: string): boolean => !/\s/u.test(words) && /报告|年报/u.test(words)

/** The duty as titles name it, between the year and the word for a report: `{unit}{year}年法治建设工作年度报告`. */
const subjectOf = (template: string): string =>
  template
    .slice(template.lastIndexOf('}') + 1)
    .replace(/^年度?/u, '')
    .replace(/(?:工作)?(?:年度)?(?:报告|年报)$/u, '')

/** The place of the subject in a text, with or without 政府 before it; -1 where it is not named. */
const placeOf = (subject: string, text: string): number => {
  const short = subject.replace(/^政府/u, '')
  const at = short === '' ? -1 : text.indexOf(short)
  return at >= 2 && text.slice(at - 2, at) === '政府' && short !== subject ? at - 2 : at
}

/** The year of the reporting period that a text states. */
export const yearIn = (text: string): number | null => {
  const plain = fold(text)
  const found = /(\d{4})\s*年\s*0?1\s*月\s*0?1\s*日/.exec(plain) ?? /(\d{4})\s*年度/.exec(plain)
  return yearOf(found?.[1])
}

const unitOf = (words: string): string =>
  words
    .trim()
    .replace(/^《?(?:关于)?/u, '')
    .replace(/关于$/, '')
    .trim()

/** The same years as a report file may have. */
const span = { first: 2008, last: 2100 }

const yearOf = (written: string | undefined): number | null => {
  const plain = (written ?? '')
    .replace(/[零○Oo]/gu, '〇')
    .replace(/[〇一二三四五六七八九]/gu, sign => `${digits.indexOf(sign)}`)
  const year = Number(plain)
  return plain.length === 4 && year >= span.first && year <= span.last ? year : null
}

/** Whether a title ends here. */
export const endsTitle = (text: string): boolean =>
  /(?:报告|年报)》?(?:[（(][^（()）]*[）)])?$/u.test(text.replace(/\s/g, ''))
