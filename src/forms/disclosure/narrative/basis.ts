// F06: the notice that a text cites, by number or by title, is the one in force.

import type { TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, writtenIn } from './passages.ts'

type Data = {
  readonly texts: readonly TextKey[]
  /** The notice in force by its number, and what cites another: numbers, and titles or their telling part. */
  readonly notice: string
  readonly others: readonly string[]
}

export const basis = (data: Data): Rule => ({
  id: 'F06',
  severity: 'warning',
  source: 'seen in published reports: the notice of the other edition is cited',
  messages: ['F06'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, notice, others }: Data, judged: Judged): readonly Finding[] => {
  const written = writtenIn(texts, judged)
  if (written.some(({ passage }) => noticesIn(passage).some(cited => cited.notice === notice))) return []
  return written.flatMap(each => {
    const byNumber = noticesIn(each.passage).find(cited => others.includes(cited.notice))
    const byTitle = others.flatMap(title => titleIn(each.passage, title) ?? [])[0]
    const cited = byNumber ?? byTitle
    return cited ? [about(each, cited, { rule: 'F06', severity: 'warning', facts: { notice } })] : []
  })
}

type Cited = { readonly notice: string; readonly from: number; readonly to: number }

const numbered = /国办公开办函[〔［【（[(]?(20\d\d)[〕］】）\])]?(\d+)号/gu

/** Notice numbers with brackets made alike: 国办公开办函〔2021〕30号. */
const noticesIn = (passage: Passage): readonly Cited[] =>
  [...passage.plain.matchAll(numbered)].map(match => ({
    notice: `国办公开办函〔${match[1]}〕${match[2]}号`,
    from: match.index,
    to: match.index + match[0].length,
  }))

/** Where a title, or the part of it that tells it from others, stands. */
const titleIn = (passage: Passage, title: string): Cited | undefined => {
  const from = passage.plain.indexOf(title)
  return from < 0 ? undefined : { notice: title, from, to: from + title.length }
}
