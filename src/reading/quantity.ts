// One figure in a person's answer: a number, perhaps with a measure word, a printed note, and words that change nothing.
// It must not guess: doubt (约50), two numbers (3-5) and unknown words give a fault, and the bot asks again.
import { withoutCourtesy } from './courtesy.ts'
import { fold } from './fold.ts'
import { isMeasure, takeMeasure } from './measure.ts'
import { takeNote } from './note.ts'
import { type Numeral, readNumeral } from './numeral.ts'
import { spell } from './spell.ts'
import { isVague } from './vague.ts'
import { isZeroWord } from './zero-word.ts'

/** A sum as written: `116万元` and, where money is asked, a bare `116万` are 116 of 万元. */
export type WrittenMoney = { readonly amount: Numeral; readonly measure: '元' | '万元' | '亿元' }

/**
 * `amount` counts in `measure`: `116万元` is 116 of 万元, `116万` is 1160000 of null, `1亿2000万元` is 120000000 of 元.
 * `measure` is as written, but every word for yuan is 元. `note` carries full-width brackets.
 * `money` is how a money answer reads it; null when neither a unit of money nor 万/亿 was written.
 */
export type Quantity = {
  readonly amount: Numeral
  readonly measure: string | null
  readonly note: string | null
  readonly money: WrittenMoney | null
}

/** The fault of a text that is not one figure; `no-number` also covers a number among words we do not know. */
export type Unreadable = { readonly fault: 'empty' | 'no-number' | 'vague' | 'several' }

const longestAnswer = 80
const numbers =
  /[\d零一二两三四五六七八九十百千万亿](?:[\d.点零一二两三四五六七八九十百千万亿]|,(?=\d{3}(?!\d))){0,63}/g
const asking = /(?:^|[^没])有(?:没|无)/

/** Reads an answer that should be one figure; words for none (无, 没有数, —, /) are 0. Never throws. */
export function readQuantity(text: string): Quantity | Unreadable {
  const { figure, note } = takeNote(text)
  const inner = note?.slice(1, -1) ?? ''
  const unit = isMeasure(inner) ? inner : ''
  const said = (fold(figure) + unit).trim()
  if (said === '') return { fault: 'empty' }
  const read = said.length > longestAnswer || asking.test(said) ? undefined : readSaid(withoutCourtesy(said))
  return read ? { ...read, note: unit ? null : note } : { fault: faultOf(said) }
}

function readSaid(said: string): Omit<Quantity, 'note'> | undefined {
  if (isZeroWord(said)) return { amount: { mantissa: 0n, scale: 0 }, measure: null, money: null }
  const marked = said.replace(/^(?:人民币|¥|rmb|cny) ?/i, '')
  const { number, measure } = takeMeasure(marked)
  const amount = readNumeral(number)
  if (!amount) return undefined
  const isMoney = measure === '元' || (measure === null && marked !== said)
  if (measure !== null && !isMoney) return { amount, measure, money: null }
  const money = moneyOf(amount, spell(number)) ?? (isMoney ? ({ amount, measure: '元' } as const) : null)
  return isMoney && money ? { ...money, money } : { amount, measure: null, money }
}

/** The unit is what the writer put last: 116万 is 万元; 1亿2000万 and 百万 have no single one and are 元. */
function moneyOf(amount: Numeral, number: string): WrittenMoney | null {
  const [, figure, unit] = /^([^万亿]+)([万亿])$/.exec(number) ?? []
  const written = figure === undefined ? undefined : readNumeral(figure)
  if (written && (unit === '万' || unit === '亿')) return { amount: written, measure: `${unit}元` }
  return /[万亿]/.test(number) ? { amount, measure: '元' } : null
}

function faultOf(said: string): Unreadable['fault'] {
  if (isVague(said)) return 'vague'
  return (spell(said).match(numbers)?.length ?? 0) > 1 ? 'several' : 'no-number'
}
