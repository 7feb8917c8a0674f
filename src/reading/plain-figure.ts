// Whether an answer is a figure that is written out; a word for none is no such figure.

import { readQuantity } from './quantity.ts'
import { spell } from './spell.ts'

export const isPlainFigure = (text: string): boolean =>
  !('fault' in readQuantity(text)) && /[\d零一二两三四五六七八九十百千万亿]/u.test(spell(text))
