// The rules about written texts, with the cells that the words may mean. The readings of 收到, 办结, 答复, 结转 and of
// the groups of results are those of careful reports: a group is the sum of its rows, for it has no printed subtotal.

import type { Cell, Section } from '../../../engine/form.ts'
import { type CellKey, cellKey, type TextKey, textKey } from '../../../engine/keys.ts'
import type { Rule } from '../../../engine/rules/rule.ts'
import { allAnswered } from '../narrative/all-answered.ts'
import { basis } from '../narrative/basis.ts'
import { cleanRecord } from '../narrative/clean-record.ts'
import { composed } from '../narrative/composed.ts'
import { type DisputeMeanings, disputes } from '../narrative/disputes.ts'
import { emptySection } from '../narrative/empty-section.ts'
import { extraHeadings } from '../narrative/extra-headings.ts'
import { feeMultiples, fees } from '../narrative/fees.ts'
import { type FigureCells, figures } from '../narrative/figures.ts'
import { growth } from '../narrative/growth.ts'
import type { Meaning, Meanings } from '../narrative/meant.ts'
import { noneReceived } from '../narrative/none-received.ts'
import { papers } from '../narrative/papers.ts'
import { parts } from '../narrative/parts.ts'
import { period } from '../narrative/period.ts'
import type { DisputeOutcome } from '../narrative/proceedings.ts'
import { requests } from '../narrative/requests.ts'
import { residue } from '../narrative/residue.ts'
import { resultRows } from '../narrative/result-rows.ts'
import { shares } from '../narrative/shares.ts'
import { similar } from '../narrative/similar.ts'
import { topics } from '../narrative/topics.ts'
import { twice } from '../narrative/twice.ts'
import { unfinished } from '../narrative/unfinished.ts'

export type NarrativeSpec = {
  readonly sections: readonly Section[]
  /** The notice in force by its number, and what cites another: numbers, and titles or their telling part. */
  readonly notice: string
  readonly otherNotices: readonly string[]
  /** Rows of （六） that a count of answers may leave out, the one with 撤回 last. */
  readonly notAnswered: readonly string[]
  readonly figures: FigureCells
  readonly papers: readonly CellKey[]
  /** Whether the edition asks for the five subjects of 总体情况 and a word about fees. */
  readonly asksForSubjects: boolean
}

const preamble = textKey('preamble')
const overview = textKey('overview')
const problems = textKey('problems')
const other = textKey('other')
const all: readonly TextKey[] = [preamble, overview, problems, other]
const told: readonly TextKey[] = [overview, problems, other]

export const narrativeRules = (spec: NarrativeSpec): readonly Rule[] => {
  const cells = spec.sections.flatMap(section => (section.type === 'table' ? section.cells : []))
  const meanings = meaningsOf(cells, spec.notAnswered)
  const bases = [...meanings.handled, ...meanings.received]
  const supplied = spec.sections.flatMap(section =>
    section.type === 'text' && section.standard !== undefined ? [section.standard] : [],
  )
  const received = cellKey('requests.received.total')
  const carriedOut = cellKey('requests.carried-out.total')
  const { asksForSubjects } = spec
  return [
    extraHeadings({ texts: told }),
    period({ texts: all }),
    basis({ texts: all, notice: spec.notice, others: spec.otherNotices }),
    ...(asksForSubjects ? [topics({ texts: [overview] })] : []),
    residue({ texts: all }),
    unfinished({ texts: told }),
    composed({ texts: [preamble, overview] }),
    requests({ texts: told, meanings }),
    resultRows({ texts: told, rows: new Set(cells.map(({ rowKey }) => rowKey)) }),
    noneReceived({ texts: told, received }),
    disputes({ texts: told, meanings: disputeMeanings(cells) }),
    emptySection({ text: problems }),
    shares({ texts: told, bases }),
    growth({ texts: told, meanings }),
    parts({ texts: told }),
    twice({ texts: told, meanings }),
    allAnswered({ texts: told, carriedOut }),
    ...(asksForSubjects ? [fees({ texts: told, unsaid: other }), feeMultiples({ texts: told })] : []),
    figures({ texts: told, cells: spec.figures }),
    papers({ texts: told, cells: spec.papers }),
    cleanRecord({ texts: told, ...courts }),
    similar({ texts: told, supplied }),
  ]
}

const meaningsOf = (cells: readonly Cell[], notAnswered: readonly string[]): Meanings => {
  const rows = Map.groupBy(
    cells.filter(cell => cell.section === 'requests'),
    cell => cell.rowKey,
  )
  const partsOf = (row: string) =>
    (rows.get(row) ?? []).filter(cell => cell.columnKey !== 'total').map(cell => cell.key)
  const entered = (row: string) =>
    row === 'total' ? results.flatMap(result => partsOf(result)) : partsOf(row)
  const results = [...rows.keys()].filter(row => !/^(?:received|carried-in|carried-out|total)$/u.test(row))
  const rowsOf = (name: string, ...keys: readonly string[]): Meaning => ({
    name,
    cells: keys.map(key => cellKey(`requests.${key}.total`)),
    parts: keys.flatMap(entered),
  })
  const columns = (name: string, pick: (cell: Cell) => boolean, ...keys: readonly string[]): Meaning => {
    const chosen = keys.flatMap(key =>
      (rows.get(key) ?? []).filter(cell => cell.columnKey !== 'total' && pick(cell)),
    )
    return { name, cells: chosen.map(cell => cell.key), parts: [] }
  }
  const group = (name: string, start: string) => [
    rowsOf(name, ...results.filter(row => row === start || row.startsWith(`${start}-`))),
  ]
  const byApplicant = (name: string, pick: (cell: Cell) => boolean): readonly Meaning[] => [
    columns(`${name}本年新收`, pick, 'received'),
    columns(`${name}新收和上年结转合计`, pick, 'received', 'carried-in'),
    columns(`${name}办理结果总计`, pick, 'total'),
  ]
  const received = [rowsOf('本年新收', 'received'), rowsOf('新收和上年结转合计', 'received', 'carried-in')]
  const handled = [rowsOf('办理结果总计', 'total')]
  const answered = [
    { ...rowsOf('办理结果总计', 'total'), less: notAnswered.map(row => cellKey(`requests.${row}.total`)) },
  ]
  const carriedIn = [rowsOf('上年结转', 'carried-in')]
  const carriedOut = [rowsOf('结转下年度', 'carried-out')]
  return {
    received,
    'dealt-with': [...received, ...answered],
    handled,
    answered,
    carried: [...carriedOut, ...carriedIn],
    'carried-in': carriedIn,
    'carried-out': carriedOut,
    granted: group('（一）予以公开', 'granted'),
    'partly-granted': group('（二）部分公开', 'partly-granted'),
    refused: group('（三）不予公开', 'refused'),
    unavailable: group('（四）无法提供', 'unavailable'),
    declined: group('（五）不予处理', 'declined'),
    'other-results': group('（六）其他处理', 'other'),
    withdrawn: [],
    natural: byApplicant('自然人：', cell => cell.columnKey === 'natural'),
    organisations: byApplicant('法人或其他组织：', cell => cell.columnKey !== 'natural'),
  }
}

/** A total is also the one of either kind of suit; a result of suits may be of both kinds or of one. */
const disputeMeanings = (cells: readonly Cell[]): DisputeMeanings => {
  const one = (name: string, column: DisputeOutcome, ...groups: readonly string[]): Meaning => ({
    name,
    cells: groups.map(group => cellKey(`disputes.${group}.${column}`)),
    parts:
      column === 'total'
        ? cells
            .filter(
              cell =>
                cell.section === 'disputes' && groups.includes(cell.rowKey) && cell.columnKey !== 'total',
            )
            .map(cell => cell.key)
        : [],
  })
  const reviews = (column: DisputeOutcome, name: string) => [one(`行政复议${name}`, column, 'review')]
  const suits = (column: DisputeOutcome, name: string) => [
    one(`行政诉讼${name}`, column, 'suit-direct', 'suit-after-review'),
    one(`未经复议直接起诉${name}`, column, 'suit-direct'),
    one(`复议后起诉${name}`, column, 'suit-after-review'),
  ]
  const each = (of: (column: DisputeOutcome, name: string) => readonly Meaning[]) => ({
    total: of('total', ''),
    upheld: of('upheld', '结果维持'),
    corrected: of('corrected', '结果纠正'),
    other: of('other', '其他结果'),
    pending: of('pending', '尚未审结'),
  })
  return { reviews: each(reviews), suits: each(suits) }
}

const court = (...groups: readonly string[]) => ({
  corrected: groups.map(group => cellKey(`disputes.${group}.corrected`)),
  pending: groups.map(group => cellKey(`disputes.${group}.pending`)),
})

const courts = { reviews: court('review'), suits: court('suit-direct', 'suit-after-review') }
