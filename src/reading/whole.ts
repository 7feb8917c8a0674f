// Whole numbers without a sign, in plain spelling (spell.ts): 1,160,000 · 一百零六 · 二〇二〇 · 三万五 · 12万3千.
// It must not guess: a text that is not written as people write numbers is undefined.

const units = [
  ['亿', 100_000_000n],
  ['万', 10_000n],
  ['千', 1_000n],
  ['百', 100n],
  ['十', 10n],
] as const
const sections = 2
const figures = '零一二三四五六七八九'

/** The value, or undefined. `open` lets the last unit lend its place to a single digit: 三万五 is 35000. */
export function readWhole(text: string, open = true): bigint | undefined {
  if (text === '两') return 2n
  if (!/[十百千万亿]/.test(text)) return readGrouped(text) ?? readFigures(text)
  if (/[一二两三四五六七八九][一二两三四五六七八九\d]|\d[一二两三四五六七八九]|两$/.test(text))
    return undefined
  const digits = text.replace(/[一二三四五六七八九两]/g, figure =>
    String('两' === figure ? 2 : figures.indexOf(figure)),
  )
  return readUnits(digits.replace(/^(?=[百千](万|亿|万亿)$)/, '1'), 0, open)
}

/** 1160000 or 1,160,000, commas only where thousands have them. */
function readGrouped(text: string): bigint | undefined {
  const grouped = /^\d+$/.test(text) || /^[1-9]\d{0,2}(,\d{3})+$/.test(text)
  return grouped ? BigInt(text.replaceAll(',', '')) : undefined
}

/** 二〇二〇, digit by digit; but 三五 and 七八 mean "a few" and are no number. */
function readFigures(text: string): bigint | undefined {
  if (!/^[零一二三四五六七八九0]+$/.test(text) || '三五' === text) return undefined
  if (text.length === 2 && '一二三四五六七八九'.includes(text)) return undefined
  return BigInt(text.replace(/[^0]/g, figure => String(figures.indexOf(figure))))
}

function readUnits(text: string, level: number, open: boolean): bigint | undefined {
  const unit = units[level]
  if (!unit) return readGrouped(text)
  const [sign, size] = unit
  const at = text.indexOf(sign)
  if (at < 0) return readUnits(text, level + 1, open)
  const ten = at === 0 && sign === '十'
  const times = ten ? 1n : readUnits(text.slice(0, at), level < sections ? level + 1 : units.length, false)
  const rest = readRest(text.slice(at + 1), size, level + 1, open)
  return times === undefined || rest === undefined ? undefined : times * size + rest
}

/** The rest behind a unit: nothing, 零 and something small, a lone digit, all the digits of its places, or smaller units. */
function readRest(text: string, size: bigint, level: number, open: boolean): bigint | undefined {
  if (text === '') return 0n
  if (text.startsWith('零')) {
    const small = readUnits(text.slice(1), level, open)
    const limit = size > 1000n ? size : size / 10n
    return small !== undefined && small > 0n && small < limit ? small : undefined
  }
  if (/^[1-9]$/.test(text)) {
    if (size === 10n) return BigInt(text)
    return open ? (BigInt(text) * size) / 10n : undefined
  }
  const value = readUnits(text, level, open)
  if (/^[\d,]+$/.test(text) && text.replaceAll(',', '').length !== String(size).length - 1) return undefined
  return value !== undefined && value < size ? value : undefined
}
