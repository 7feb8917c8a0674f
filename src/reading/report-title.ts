// The title of a yearly report: whose it is, of which year, and which lines at the top are no part of it.
// It must not know the title of any edition.

import { fold } from './fold.ts'

export type TitleRead = { readonly unit: string | null; readonly year: number | null }

const yearWord = /(\d{4})\s*年度?|(二[〇○零Oo][〇○零Oo一二三四五六七八九]{2})\s*年度?/u
const digits = '〇一二三四五六七八九'

/** `{unit}{year}年…`, `{year}年{unit}…`, either alone; what cannot be told is null. */
export const readTitle = (title: string): TitleRead => {
  // Digits fold one to one, so that the unit keeps its own brackets.
  const plain = title.trim().replace(/[\uff10-\uff19]/g, digit => fold(digit))
  const found = yearWord.exec(plain)
  const before = found
    ? plain.slice(0, found.index).replace(/(?:政府)?信息公开\S*?(?:报告|年报)\S*$/u, '')
    : ''
  const after = found ? plain.slice(found.index + found[0].length) : plain
  const named = unitOf(before) || unitOf(/^(?!政府信息公开)(.+?)(?:政府)?信息公开/u.exec(after)?.[1] ?? '')
  return { unit: named || null, year: yearOf(found?.[1] ?? found?.[2]) }
}

/** The year of the reporting period that a text states. */
export const yearIn = (text: string): number | null => {
  const plain = fold(text)
  const found = /(\d{4})\s*年\s*0?1\s*月\s*0?1\s*日/.exec(plain) ?? /(\d{4})\s*年度/.exec(plain)
  return yearOf(found?.[1])
}

const unitOf = (words: string): string => words.trim().replace(/^《/, '').replace(/关于$/, '').trim()

/** Reports have been made since 2008 (条例, 2007); the same years as a report file may have. */
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
  /(?:报告|年报)(?:[（(][^（()）]*[）)])?$/u.test(text.replace(/\s/g, ''))

/** A line that stands at the top and is neither title nor text: date, number, source, （送审稿）. */
export const isImprint = (line: string): boolean => {
  const plain = fold(line).replace(/\s/g, '')
  return (
    /^\([^()]*\)$/.test(plain) ||
    /^(?:[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?|\d{4}[-.]\d{1,2}[-.]\d{1,2})$/.test(plain) ||
    /^(?:发布|发文|公开|信息|成文|生成|来源|索引|文号|附件|目录)\S{0,6}:/.test(plain) ||
    /^目录$/.test(plain) ||
    /^\S{1,12}[〔[]\d{4}[〕\]]\d+号$/.test(plain)
  )
}
