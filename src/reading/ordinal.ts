// Ordinals: 第三季度, 第 2 批, 第2、3批. They say which one and never how many: no figure begins in one.

const digits = String.raw`\d{1,64}`
const spelled = '[零〇一二两三四五六七八九十百千万]{1,64}'
const listOf = (numeral: string): string => `${numeral}(?: ?[、和及与至到~～-] ?(?:第 ?)?${numeral}){0,20}`
const ordinal = `第 ?(?:${listOf(digits)}|${listOf(spelled)})`
const here = new RegExp(ordinal, 'uy')
const anywhere = new RegExp(ordinal, 'gu')

/** Behind the numbers of the ordinal that begins at this place; undefined where none does. */
export const ordinalEnd = (text: string, at: number): number | undefined => {
  here.lastIndex = at
  return here.test(text) ? here.lastIndex : undefined
}

/** The places of all ordinals, from 第 to behind their last number. */
export const ordinalsIn = (text: string): readonly (readonly [from: number, to: number])[] =>
  text.includes('第')
    ? [...text.matchAll(anywhere)].map(({ index, 0: whole }) => [index, index + whole.length] as const)
    : []
