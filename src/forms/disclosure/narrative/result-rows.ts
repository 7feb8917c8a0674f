// N01 about single rows of 表三: a reason named inside a group of results (其中属于国家秘密1件) is counted as its row is.
// It warns only: one application may be told under several reasons, and a sentence names them in its own words.

import type { TextKey } from '../../../engine/keys.ts'
import { type CellKey, cellKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { countsIn } from '../../../reading/counts.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { about, writtenIn } from './passages.ts'
import { isOtherPeriod, scopeIn } from './scope.ts'

/** `rows` are those that the edition has. */
type Data = { readonly texts: readonly TextKey[]; readonly rows: ReadonlySet<string> }

export const resultRows = (data: Data): Rule => ({
  id: 'N01',
  severity: 'warning',
  source: 'the text contradicts the table of the same report (条例 article 50)',
  messages: ['N01.row'],
  judge: judged => judge(data, judged),
})

const judge = ({ texts, rows }: Data, judged: Judged): readonly Finding[] =>
  writtenIn(texts, judged).flatMap(written =>
    rowsIn(written.passage, judged.year).flatMap(({ row, number, from, to }) => {
      if (!rows.has(row)) return []
      const cell: CellKey = cellKey(`requests.${row}.total`)
      const value = judged.amount(cell)
      if (value === undefined || value === number) return []
      return [
        about(
          written,
          { from, to },
          { rule: 'N01', severity: 'warning', message: 'N01.row', cells: [cell], facts: { table: value } },
        ),
      ]
    }),
  )

type RowSaid = { readonly row: string; readonly number: number; readonly from: number; readonly to: number }

/** The words of a row right before its number. */
const names: readonly (readonly [string, RegExp])[] = [
  ['refused-state-secret', /(?:属于|涉及)?国家秘密$/u],
  ['refused-other-law', /(?:其他)?法律、?(?:行政)?法规禁止公开$/u],
  ['refused-security', /(?:危及)?三安全一稳定$/u],
  ['refused-third-party', /(?:保护)?第三方合法权益$/u],
  ['refused-internal', /内部(?:事务|管理)信息$/u],
  ['refused-process', /过程性信息$/u],
  ['refused-enforcement-file', /行政执法案卷$/u],
  ['refused-registry-query', /行政查询事项$/u],
  ['unavailable-not-held', /不掌握(?:相关|有关)?(?:政府)?信息$/u],
  ['unavailable-must-be-made', /没有现成信息(?:、?需要?另行制作)?$|需要?另行制作$/u],
  ['unavailable-unclear', /补正后(?:申请)?(?:内容)?仍不明确$/u],
  ['declined-petition', /信访(?:、)?举报(?:、)?投诉类?(?:申请)?$/u],
  ['declined-duplicate', /重复申请$/u],
  ['declined-publication', /(?:要求提供)?公开出版物$/u],
  ['declined-repeated', /大量反复申请$/u],
  ['other-not-corrected', /逾期不补正(?:、行政机关不再处理.{0,12})?$/u],
]
const fill = /(?:的|为|有|共|共计|计|“|”|类|情形|申请|信息)$/u
/** The group that the rows belong to is told in the same sentence. */
const group = /不予(?:以)?公开|无法提供|不予处理|其他处理|未予公开/u

const rowsIn = oncePer((passage: Passage, year: number): readonly RowSaid[] =>
  passage.sentences.flatMap(({ text, at }) => {
    if (!group.test(text) || scopeIn(text) !== null) return []
    const counts = countsIn(text)
    return counts.flatMap((count, nth): readonly RowSaid[] => {
      if (count.isVague || !/^(?:件|宗|起|份)$/u.test(count.unit)) return []
      const left = text.slice(counts[nth - 1]?.end ?? 0, count.at)
      const clause = left.split(/[，；。：、（]/u).at(-1) ?? ''
      if (isOtherPeriod(text.slice(0, count.at), year)) return []
      const row = rowBefore(clause) ?? rowBefore(left.split(/[，；。：（]/u).at(-1) ?? '')
      if (!row || /等|或|和|及|与|以及/u.test(clause)) return []
      return [{ row, number: count.number, from: at + count.at - clause.length, to: at + count.end }]
    })
  }),
)

const rowBefore = (words: string): string | undefined => {
  let rest = words
  for (let left = 4; left > 0; left -= 1) {
    const found = names.find(([, pattern]) => pattern.test(rest))
    if (found) return found[0]
    const shorter = rest.replace(fill, '')
    if (shorter === rest) return undefined
    rest = shorter
  }
  return undefined
}
