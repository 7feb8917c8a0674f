// A return or a question as it is typed: places by their names, each with the words behind it. A line that names no place
// speaks of the whole report.

import type { View } from '../conversation/compose/view.ts'
import { placeMeant } from '../conversation/place-meant.ts'

type MeantNote = { readonly cells: readonly string[]; readonly body: string }

/** Lines, or pieces between semicolons: `自然人新收：与台账不符；总体情况 缺项`. */
export const noteMeant = (view: View, typed: string): MeantNote => {
  const pieces = typed
    .split(/[\n\uff1b;]/u)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
  const cells = pieces.flatMap(piece => placeIn(view, piece) ?? [])
  return { cells: [...new Set(cells)], body: pieces.join('\n') }
}

/** The names before the words: 自然人 新收, or both without a space between them. */
const placeIn = ({ words, form }: View, piece: string): string | undefined => {
  const [first = '', second = ''] = piece.split(/[\uff1a:\uff0c,\s]/u)
  const halves =
    first.length > longestName
      ? []
      : [...first].map((_, at) => `${first.slice(0, at + 1)} ${first.slice(at + 1)}`).slice(1, -2)
  for (const name of [first, `${first} ${second}`, ...halves]) {
    const meant = placeMeant(words, form, name)
    if (meant?.type === 'cell') return meant.cell
    if (meant?.type === 'text') return meant.text
  }
  return undefined
}

const longestName = 16
