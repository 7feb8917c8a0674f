// Compares the names of units. The district before it and the words for its office may be there or not;
// anything else that differs makes it another unit, and is asked.

import { fold } from './fold.ts'

/** `北仑区人民政府戚家山街道办事处` is `戚家山街道`, and `区教育局` is `北仑区教育局`; `市教育局` is not. */
export const isSameUnit = (one: string, other: string): boolean => {
  const [long, short] = [core(one), core(other)].sort((a, b) => b.length - a.length)
  if (!long || !short || !long.endsWith(short)) return false
  const before = long.slice(0, long.length - short.length)
  // 区教育局 begins with the last sign of 宁波市北仑区.
  const isDistrict = /[省市区县州盟旗]$/.test(before) || /^[省市区县州盟旗]/.test(short)
  return before === '' || (short.length >= shortestName && isDistrict)
}

/** 教育局 tells a unit, 局 does not. */
const shortestName = 3

const core = (name: string): string =>
  fold(name)
    .replace(/[\s·（）()《》“”"]/g, '')
    .replace(/人民政府|办事处|(?<=[省市区县镇乡])政府$/g, '')
