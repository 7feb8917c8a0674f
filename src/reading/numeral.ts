// One number as people write it, exact to the last digit: no floating point anywhere.
// It must not know measure words, units of money or "about": quantity.ts does.
import { spell } from './spell.ts'
import { readWhole } from './whole.ts'

/** Exactly mantissa / 10^scale; the fraction has no trailing zero (scale 0 for whole numbers). */
export type Numeral = { readonly mantissa: bigint; readonly scale: number }

const longestNumeral = 64
const signed = /^(?:(\+|正|净增加|净增|新增加|新增|增加|增|加)|(-|负|净减少|净减|减少|减))了? ?/

/**
 * Reads a text that is one number and nothing else: digits of any width with right thousands commas, Chinese
 * numerals (一百零六, 两百五, 廿三, 壹佰, 二〇二〇), both mixed (1.2万, 1亿2000万, 3w), signs and 增/减 (减8 is -8).
 * Anything malformed or ambiguous (1,16 · 三百千 · 三五 · 12万35), or over 64 characters, is undefined. Never throws.
 */
export function readNumeral(text: string): Numeral | undefined {
  if (text.length > longestNumeral) return undefined
  const spelled = spell(text)
  const sign = signed.exec(spelled)
  const size = readSize(spelled.slice(sign?.[0].length ?? 0))
  return size && sign?.[2] ? { mantissa: -size.mantissa, scale: size.scale } : size
}

function readSize(text: string): Numeral | undefined {
  const [before = '', after, ...more] = text.split(/[.点]/)
  if (after === undefined) {
    const whole = readWhole(before)
    return whole === undefined ? undefined : normal(whole, 0)
  }
  const [, digits, unit = ''] = /^([\d零一二三四五六七八九]+)([百千]?万?亿?)$/.exec(after) ?? []
  if (digits === undefined || more.length > 0) return undefined
  if (unit && /[万亿]/.test(before)) return undefined
  if (/^[百千]/.test(unit) && /[十百千]/.test(before)) return undefined
  const whole = readWhole(before, false)
  const times = readWhole(`1${unit}`)
  if (whole === undefined || times === undefined) return undefined
  const fraction = BigInt(digits.replace(/\D/g, figure => String('零一二三四五六七八九'.indexOf(figure))))
  return normal((whole * 10n ** BigInt(digits.length) + fraction) * times, digits.length)
}

function normal(mantissa: bigint, scale: number): Numeral {
  if (scale === 0 || mantissa % 10n !== 0n) return { mantissa, scale }
  return normal(mantissa / 10n, scale - 1)
}

/** The number in plain decimal digits, without commas: -8, 59237.2449. `readNumeral` reads it back the same. */
export function printNumeral(numeral: Numeral): string {
  const minus = numeral.mantissa < 0n ? '-' : ''
  const digits = String(numeral.mantissa < 0n ? -numeral.mantissa : numeral.mantissa).padStart(
    numeral.scale + 1,
    '0',
  )
  const point = digits.length - numeral.scale
  return minus + digits.slice(0, point) + (numeral.scale > 0 ? `.${digits.slice(point)}` : '')
}
