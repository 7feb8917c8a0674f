// Writes whole numbers the ways people do, for the property tests of reading/.
// It must share nothing with the reader it tests.

const figures = '零一二三四五六七八九'
const formal: Readonly<Record<string, string>> = {
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
}

/** 116 → 一百一十六, the standard form, below 10^16. */
export function chineseNumeral(number: number): string {
  if (number === 0) return '零'
  const groups = [
    Math.floor(number / 1e12),
    Math.floor(number / 1e8) % 1e4,
    Math.floor(number / 1e4) % 1e4,
    number % 1e4,
  ]
  const [tera = 0, giga = 0, myriad = 0, ones = 0] = groups
  const hundredMillions = join([
    [tera, '万'],
    [giga, ''],
  ])
  const text = hundredMillions + (hundredMillions ? '亿' : '') + tail(hundredMillions !== '', myriad, ones)
  return text.replace(/^一十/, '十')
}

/** 116 → 壹佰壹拾陆. */
export function formalNumeral(number: number): string {
  return chineseNumeral(number)
    .replace(/[一-龥]/g, sign => formal[sign] ?? sign)
    .replace(/^拾/, '壹拾')
}

function tail(follows: boolean, myriad: number, ones: number): string {
  const text = join([
    [myriad, '万'],
    [ones, ''],
  ])
  const gap = follows && text !== '' && myriad < 1000
  return (gap ? '零' : '') + text
}

function join(parts: readonly (readonly [number, string])[]): string {
  let text = ''
  for (const [value, unit] of parts) {
    if (value === 0) continue
    text += (text !== '' && value < 1000 ? '零' : '') + section(value) + unit
  }
  return text
}

function section(value: number): string {
  let text = ''
  let gap = false
  for (const [size, unit] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / size) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + figures[digit] + unit
    gap = false
  }
  return text
}
