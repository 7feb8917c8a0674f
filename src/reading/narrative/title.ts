// A report's title taken apart: whose, of which year, and whether it has the words of a title. It must not judge.

export type Title = { readonly name: string; readonly year: number | null; readonly isWhole: boolean }

const words = /政府信息公开工作年度报告/u
const dated = /(20\d\d)年(?:度)?|(二〇\p{Script=Han}{2})年(?:度)?/u

/** 单位名称 + 年份 + 年 + 政府信息公开工作年度报告, the name before or behind the year. */
export const readTitle = (title: string): Title => {
  const plain = title
    .replace(/[０-９]/gu, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s/gu, '')
  const date = dated.exec(plain)
  const name = plain
    .replace(dated, '')
    .replace(/(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:年度)?报告.*$/u, '')
    .replace(/[《》“”]|^关于/gu, '')
  const year = date?.[1] ?? spelled(date?.[2] ?? '')
  return { name, year: year === '' ? null : Number(year), isWhole: words.test(plain) && date !== null }
}

const spelled = (year: string): string =>
  year.replace(/./gu, sign => String('〇一二三四五六七八九'.indexOf(sign)))
