// Builds the table of reviews and suits (表四): three groups with the same outcomes, printed as one row of
// figures. No edition's labels stand here.

import {
  type Branch,
  type Cell,
  cellKey,
  gateKey,
  type PrintedTable,
  sectionKey,
  type TableSection,
} from '../../../engine/form.ts'
import type { KindRule } from '../../../engine/rules/kinds.ts'
import { disputesRules } from '../rules/disputes-rules.ts'
import type { DisputeLine, DisputesSpec } from './disputes-spec.ts'
import { disputesNames } from './office-names.ts'
import { otherHeadings } from './other-headings.ts'
import { printed } from './printed.ts'

const section = sectionKey('disputes')
const keyOf = (group: DisputeLine, column: DisputeLine) => cellKey(`disputes.${group[0]}.${column[0]}`)

/** The section of 表四 and its rules. */
export const disputesTable = (
  spec: DisputesSpec,
): { readonly section: TableSection; readonly rules: readonly KindRule[] } => {
  const groups = [spec.review, ...spec.suits.groups]
  return {
    section: {
      type: 'table',
      key: section,
      heading: spec.heading,
      gate: {
        key: gateKey('disputes.?'),
        section,
        first: 'any',
        branches: groups.map(group => branch(spec, group)),
      },
      cells: groups.flatMap(group => cells(spec, group)),
      table: print(spec, groups),
      called: disputesNames,
      alsoHeaded: otherHeadings.disputes,
    },
    rules: disputesRules(spec, groups, keyOf),
  }
}

const branch = ({ outcomes }: DisputesSpec, group: DisputeLine): Branch => ({
  key: group[0],
  label: group[1],
  cells: [],
  gate: {
    key: gateKey(`disputes.?.${group[0]}`),
    section,
    first: 'pick',
    branches: outcomes.map(outcome => ({
      key: outcome[0],
      label: outcome[1],
      cells: [keyOf(group, outcome)],
    })),
  },
})

const cells = ({ review, suits, outcomes, total }: DisputesSpec, group: DisputeLine): readonly Cell[] =>
  [...outcomes, total].map(column => ({
    key: keyOf(group, column),
    section,
    answer: 'count',
    row: group[1],
    groups: group === review ? [] : [suits.label],
    column: column[1],
    rowKey: group[0],
    columnKey: column[0],
    ...(column === total && { sum: outcomes.map(outcome => keyOf(group, outcome)) }),
  }))

const print = (
  { widths, review, suits, outcomes, total }: DisputesSpec,
  groups: readonly DisputeLine[],
): PrintedTable => {
  const columns = [...outcomes, total]
  const each = columns.length
  return {
    widths,
    headRows: 3,
    rows: [
      [
        printed.head(review[1], { columns: each }),
        printed.head(suits.label, { columns: each * suits.groups.length }),
      ],
      [
        ...columns.map(([, label]) => printed.head(label, { rows: 2 })),
        ...suits.groups.map(([, label]) => printed.head(label, { columns: each })),
      ],
      suits.groups.flatMap(() => columns.map(([, label]) => printed.head(label))),
      groups.flatMap(group => columns.map(column => printed.figure(keyOf(group, column)))),
    ],
  }
}
