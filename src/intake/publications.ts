// Lines of units and addresses, perhaps with a day, as they stand in a table or a message: the address and the day are
// told by their shape, and the rest of the line is the unit's name.

import { betweenWords, isPublicationHead, writtenDay } from '../reading/publication-words.ts'
import { readWebAddress } from '../reading/web-address.ts'

/** `line` counts from 1. An absent `url` is none or not whole; `on` is `YYYY-MM-DD`, perhaps a day that does not exist. */
export type PublicationLine = {
  readonly line: number
  readonly name: string
  readonly url?: string
  readonly on?: string
}

/** Cells of a row stand in `text` with tabs between them. Rows that only name columns are left out. */
export const readPublications = (
  rows: readonly { readonly line: number; readonly text: string }[],
): readonly PublicationLine[] =>
  rows.flatMap(({ line, text }) => {
    const words = text
      .normalize('NFC')
      .replace(/(https?:\/\/)/gi, ' $1')
      .split(betweenWords)
      .filter(word => word !== '')
    if (words.every(isPublicationHead)) return []
    const address = words.find(word => like.test(word))
    const day = words.find(word => writtenDay(word) !== undefined)
    const url = address === undefined ? undefined : readWebAddress(address)
    const on = day === undefined ? undefined : writtenDay(day)
    const isName = (word: string, at: number) =>
      word !== address && word !== day && !(at === 0 && words.length > 1 && /^\d{1,4}[.]?$/.test(word))
    return [
      {
        ...{ line, name: words.filter(isName).join(' ') },
        ...(url !== undefined && { url }),
        ...(on !== undefined && { on }),
      },
    ]
  })

/** Also without its scheme, where it is no whole address and no name of a unit either. */
const like = /^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$))/i
