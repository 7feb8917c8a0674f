// A form's cells and gates by key, worked out once per form.

import { fault } from '../faults.ts'
import type {
  Branch,
  Cell,
  CellKey,
  Form,
  Gate,
  GateKey,
  Section,
  SectionKey,
  TableSection,
  TextKey,
  TextSection,
} from './form.ts'
import { formProblems } from './form-problems.ts'

export type Index = {
  readonly cells: ReadonlyMap<string, Cell>
  readonly places: ReadonlyMap<string, Place>
  readonly entered: readonly Cell[]
  /** In an order in which each one's parts come before it. */
  readonly computed: readonly Cell[]
  readonly gates: ReadonlyMap<string, Gate>
  readonly sections: ReadonlyMap<SectionKey, Section>
  readonly texts: ReadonlyMap<string, TextSection>
  readonly branchOfGate: ReadonlyMap<GateKey, Branch>
  /** The gates and branches a cell stands behind, outermost first. */
  readonly paths: ReadonlyMap<CellKey, readonly Step[]>
  /** The balance that an entered cell is a part of: what comes in on the one side, the cells that share it. */
  readonly balances: ReadonlyMap<CellKey, Balance>
}

/** A cell, its number among all, the gates and branches that it stands behind, and the numbers of its totals. */
export type Place = {
  readonly cell: Cell
  readonly at: number
  readonly path: readonly Step[]
  readonly totals: readonly number[]
}
export type Step = { readonly gate: Gate; readonly branch: string }
export type Balance = { readonly whole: readonly CellKey[]; readonly parts: readonly CellKey[] }

const known = new WeakMap<Form, Index>()

/** The index of a form; throws the fault `form-broken` with every reason. `createCatalog` asks first, at the start. */
export const indexOf = (form: Form): Index => {
  if (form === latest?.form) return latest.index
  const index = known.get(form) ?? build(form)
  known.set(form, index)
  latest = { form, index }
  return index
}

/** Most calls are for the form of the call before. */
let latest: { readonly form: Form; readonly index: Index } | undefined

export const cellOf = (form: Form, key: CellKey): Cell => must(indexOf(form).cells.get(key), key)
export const gateOf = (form: Form, key: GateKey): Gate => must(indexOf(form).gates.get(key), key)
export const textOf = (form: Form, key: TextKey): TextSection => must(indexOf(form).texts.get(key), key)
export const tableOf = (form: Form, key: SectionKey): TableSection => {
  const section = must(indexOf(form).sections.get(key), key)
  if (section.type !== 'table') throw new Error(`${key} is no table`)
  return section
}

/** The section that a cell, gate or text stands in. */
export const sectionOf = (form: Form, key: string): SectionKey | undefined => {
  const { cells, gates, texts } = indexOf(form)
  return cells.get(key)?.section ?? gates.get(key)?.section ?? texts.get(key)?.key
}

/** Every cell a branch asks, behind its own gates too. */
export const cellsBehind = (branch: Branch): readonly CellKey[] => {
  const found = behind.get(branch)
  if (found) return found
  const cells = [...branch.cells, ...(branch.gate?.branches.flatMap(cellsBehind) ?? [])]
  behind.set(branch, cells)
  return cells
}

const behind = new WeakMap<Branch, readonly CellKey[]>()

/** A gate and all gates behind it. */
export const gatesBehind = (gate: Gate): readonly Gate[] => [
  gate,
  ...gate.branches.flatMap(branch => (branch.gate ? gatesBehind(branch.gate) : [])),
]

/** The branch that a gate stands behind; undefined for a section's first gate. */
export const branchOfGate = (form: Form, key: GateKey): Branch | undefined =>
  indexOf(form).branchOfGate.get(key)

const must = <T>(found: T | undefined, key: string): T => {
  if (found === undefined) throw new Error(`the form has no ${key}`)
  return found
}

const build = (form: Form): Index => {
  const problems = formProblems(form)
  if (problems.length > 0) throw fault('form-broken', `${form.id}: ${problems.join('; ')}`)
  const tables = form.sections.filter(section => section.type === 'table')
  const cells = new Map(tables.flatMap(table => table.cells).map(cell => [cell.key as string, cell]))
  const all = [...cells.values()]
  const gates = tables.flatMap(table => (table.gate ? gatesBehind(table.gate) : []))
  const branches = gates.flatMap(gate => gate.branches)
  const paths: ReadonlyMap<CellKey, readonly Step[]> = new Map(
    tables.flatMap(table => (table.gate ? pathsOf(table.gate, []) : [])),
  )
  return {
    cells,
    places: new Map(
      all.map((cell, at) => {
        const totals = all.flatMap(({ sum }, total) => (sum?.includes(cell.key) ? [total] : []))
        return [cell.key, { cell, at, path: paths.get(cell.key) ?? [], totals }]
      }),
    ),
    entered: all.filter(cell => !cell.sum),
    computed: all.filter(cell => cell.sum),
    gates: new Map(gates.map(gate => [gate.key, gate])),
    sections: new Map(form.sections.map(section => [section.key, section])),
    texts: new Map(form.sections.filter(section => section.type === 'text').map(text => [text.text, text])),
    paths,
    balances: balancesOf(form, cells),
    branchOfGate: new Map(branches.flatMap(branch => (branch.gate ? [[branch.gate.key, branch]] : []))),
  }
}

/** Equations whose one side is entered as it stands, their other side down to what is entered. */
const balancesOf = (form: Form, cells: ReadonlyMap<string, Cell>): Index['balances'] => {
  const balances = new Map<CellKey, Balance>()
  for (const { equation } of form.rules) {
    if (!equation || equation.left.some(key => must(cells.get(key), key).sum)) continue
    const parts = equation.right.flatMap(key => must(cells.get(key), key).sum ?? [key])
    for (const part of parts) balances.set(part, balances.get(part) ?? { whole: equation.left, parts })
  }
  return balances
}

const pathsOf = (gate: Gate, before: readonly Step[]): readonly (readonly [CellKey, readonly Step[]])[] =>
  gate.branches.flatMap(branch => {
    const path = [...before, { gate, branch: branch.key }]
    return [
      ...branch.cells.map(key => [key, path] as const),
      ...(branch.gate ? pathsOf(branch.gate, path) : []),
    ]
  })
