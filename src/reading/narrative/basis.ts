// The notices that a text cites, by number and by title. It must not know which is in force.

import type { Passage } from './passage.ts'

export type Cited = { readonly notice: string; readonly from: number; readonly to: number }

const numbered = /国办公开办函[〔［【（[(]?(20\d\d)[〕］】）\])]?(\d+)号/gu

/** Notice numbers with brackets made alike: 国办公开办函〔2021〕30号. */
export const noticesIn = (passage: Passage): readonly Cited[] =>
  [...passage.plain.matchAll(numbered)].map(match => ({
    notice: `国办公开办函〔${match[1]}〕${match[2]}号`,
    from: match.index,
    to: match.index + match[0].length,
  }))

/** Where a title, or the part of it that tells it from others, stands. */
export const titleIn = (passage: Passage, title: string): Cited | undefined => {
  const from = passage.plain.indexOf(title)
  return from < 0 ? undefined : { notice: title, from, to: from + title.length }
}
