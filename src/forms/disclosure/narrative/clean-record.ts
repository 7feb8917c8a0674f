// T405: 无纠错, 零败诉, 均获维持 stand beside a table without corrections, and are early while cases are pending.

import type { CellKey, TextKey } from '../../../engine/keys.ts'
import type { Finding } from '../../../engine/rules/finding.ts'
import type { Judged } from '../../../engine/rules/judged.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { oncePer } from '../../../reading/once-per.ts'
import type { Passage } from '../../../reading/passage.ts'
import { type Claim, claimAt } from './claim.ts'
import { about, type Written, writtenIn } from './passages.ts'
import { isOtherPeriod } from './scope.ts'

type Court = 'reviews' | 'suits'
type Outcomes = { readonly corrected: readonly CellKey[]; readonly pending: readonly CellKey[] }
type Data = { readonly texts: readonly TextKey[] } & Readonly<Record<Court, Outcomes>>

export const cleanRecord = (data: Data): Rule => ({
  id: 'T405',
  severity: 'error',
  source: 'seen in published reports: 零败诉, 无纠错 beside a table of corrected or pending cases',
  messages: ['T405.corrected', 'T405.pending'],
  judge: judged => judge(data, judged),
})

const judge = (rule: Data, judged: Judged): readonly Finding[] =>
  writtenIn(rule.texts, judged).flatMap(written => {
    const found = cleanRecords(written.passage, judged.year).flatMap(claim =>
      judgeClaim(rule, written, claim, judged),
    )
    // A sentence often says it twice: 均获维持，保持零败诉.
    return found.filter((finding, at) => found.findIndex(each => sameCells(each, finding)) === at)
  })

const sameCells = (one: Finding, other: Finding): boolean =>
  one.severity === other.severity && other.cells.every(cell => one.cells.includes(cell))

const judgeClaim = (rule: Data, written: Written, claim: CleanRecord, judged: Judged): readonly Finding[] => {
  const courts = claim.courts.map(court => rule[court])
  const above = (cell: CellKey) => (judged.amount(cell) ?? 0) > 0
  const corrected = courts.flatMap(court => court.corrected).filter(above)
  const pending = courts.flatMap(court => court.pending).filter(above)
  if (corrected.length === 0 && pending.length === 0) return []
  const isWrong = corrected.length > 0
  const cells = isWrong ? corrected : pending
  const table = cells.reduce((sum, cell) => sum + (judged.amount(cell) ?? 0), 0)
  return [
    about(written, claim, {
      rule: 'T405',
      severity: isWrong && claim.scope === null ? 'error' : 'warning',
      message: isWrong ? 'T405.corrected' : 'T405.pending',
      cells,
      facts: { table },
    }),
  ]
}

type CleanRecord = Claim & { readonly courts: readonly Court[] }

const clean =
  /(?:零|无|没有|未发生|未出现|未有|不存在)(?:一起|一例|一件|任何|被)?(?:行政)?(?:复议|诉讼|应诉)?(?:案件)?(?:被)?(?:纠错|纠正|败诉|撤销|确认违法)(?!意见|问题|措施|机制)|未被[^，。；]{0,10}(?:纠错|纠正)|(?:均|全部|都)(?:获|获得|被|予以|予|得到|判决|裁定|复议)?(?:支持|维持)|(?:均|全部)(?:为|是)?(?:结果)?维持|(?:均|全部)(?:获|获得)?胜诉|胜诉率(?:达到?|为|保持)?100%|(?:零|0)败诉/gu
const wished = /力争|确保|努力|争取|实现.{0,4}目标|目标|避免|防止|杜绝|减少|降低|去年|上一?年/u

/** 无纠错, 零败诉, 均获维持, and of which proceedings it is said. */
const cleanRecords = oncePer((passage: Passage, year: number): readonly CleanRecord[] =>
  passage.sentences.flatMap(({ text, at }) =>
    [...text.matchAll(clean)].flatMap((match): readonly CleanRecord[] => {
      const before = text.slice(0, match.index)
      const segment = before.split(/[；]/u).at(-1) ?? ''
      if (wished.test(segment.slice(-24)) || isOtherPeriod(segment, year)) return []
      const courts = courtsIn(match[0], segment, text)
      return courts.length > 0 ? [{ ...claimAt(text, at, match), courts }] : []
    }),
  ),
)

const courtsIn = (words: string, segment: string, sentence: string): readonly Court[] => {
  if (/败诉|胜诉/u.test(words)) return ['suits']
  for (const place of [words, segment, sentence]) {
    const courts: readonly Court[] = [
      ...(/复议/u.test(place) ? (['reviews'] as const) : []),
      ...(/诉讼|应诉|起诉/u.test(place) ? (['suits'] as const) : []),
    ]
    if (courts.length > 0) return courts
  }
  return []
}
