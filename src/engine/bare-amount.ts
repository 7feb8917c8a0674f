// A bare number where wan yuan are asked: the amounts that it may be, in yuan and in wan yuan, where it is far from
// anything likely. It must not choose.

import { printNumeral } from '../reading/numeral.ts'
import { readQuantity } from '../reading/quantity.ts'
import { yuanWords } from '../reading/yuan.ts'
import { answers } from './answers/answers.ts'
import type { Filing, StatedFigures } from './filing.ts'
import type { CellKey, Form } from './form.ts'
import { cellOf } from './index-of.ts'
import { type Known, openingOf } from './known.ts'
import { readFigure } from './read-figure.ts'

const fenOfWan = 1_000_000
/** A whole amount of four digits of wan yuan, as in unit-slip.ts, or so many times last year's, is asked. */
const large = 1_000

/** The figure in yuan, then in wan yuan; undefined where it is clear. */
export const amountsMeant = (
  form: Form,
  filing: Filing,
  known: Known,
  key: CellKey,
  text: string,
): readonly StatedFigures[] | undefined => {
  const { answer } = cellOf(form, key)
  if (answer !== 'money-wan') return undefined
  const quantity = readQuantity(text)
  if ('fault' in quantity || quantity.money || quantity.measure !== null || quantity.amount.mantissa <= 0n)
    return undefined
  const number = printNumeral(quantity.amount)
  const read = (unit: 'yuan' | 'wan-yuan') => readFigure(form, filing, key, `${number}${yuanWords[unit]}`)
  const meant = [read('yuan'), read('wan-yuan')].flatMap((each): readonly StatedFigures[] =>
    'value' in each ? [[[key, each.value, quantity.note]]] : [],
  )
  if (meant.length < 2) return undefined
  const last = openingOf(form, known, key)?.value
  const lastYear = last === undefined ? 0 : (answers[answer].amount?.(last) ?? 0) / fenOfWan
  return isUnlikely(Number(number), lastYear) ? meant : undefined
}

const isUnlikely = (wan: number, lastYear: number): boolean =>
  lastYear > 0 ? wan >= large * lastYear : Number.isInteger(wan) && wan >= large
