// A list of people to be invited: each row a name, a unit and, where it says so, a role; each problem is named with its
// line. Whether the units are there is asked where they are known.

import { type PersonColumn, personColumn, personRole } from '../reading/people-list.ts'
import { isTableEnd } from '../reading/unit-list.ts'
import type { SheetRow } from './sheet/sheet-row.ts'
import { valueless } from './sheet/valueless.ts'

/** `role` is null where the row says none. */
export type PersonRow = {
  readonly line: number
  readonly name: string
  readonly unit: string
  readonly role: string | null
}

export type PersonRowFault =
  | 'name-missing'
  | 'name-unfit'
  | 'name-total'
  | 'unit-missing'
  | 'role-unknown'
  | 'person-twice'
  | 'cell-error'
  | 'cell-formula'

/** `said` are the words of the file, kept short; `other` the line of the row that it meets. */
export type PersonRowProblem = {
  readonly line: number
  readonly code: PersonRowFault
  readonly said: string
  readonly other?: number
}

export type PeopleRead =
  | {
      readonly ok: true
      readonly people: readonly PersonRow[]
      readonly problems: readonly PersonRowProblem[]
      /** Heads of columns that were not taken. */
      readonly unused: readonly string[]
    }
  | { readonly ok: false; readonly why: 'no-heads' | 'head-twice' | 'no-people'; readonly head: string }

const mostTitles = 10
/** As a name that somebody types in a browser. */
const longestName = 40
const longestSaid = 20

/** `roles` are those that there are. */
export const readPeople = (rows: readonly SheetRow[], roles: readonly string[]): PeopleRead => {
  const at = rows.slice(0, mostTitles).findIndex(({ cells }) => {
    const found = cells.map(personColumn)
    return found.includes('name') && found.includes('unit')
  })
  const heads = rows[at]
  if (!heads) return { ok: false, why: 'no-heads', head: '' }
  const columns = heads.cells.map(personColumn)
  const twice = heads.cells.find((_, n) => columns[n] && columns.indexOf(columns[n]) < n)
  if (twice !== undefined) return { ok: false, why: 'head-twice', head: twice }
  const body = rows.slice(at + 1)
  if (body.length === 0) return { ok: false, why: 'no-people', head: '' }
  const people: PersonRow[] = []
  const problems: PersonRowProblem[] = []
  const lines = new Map<string, number>()
  for (const { line, cells } of body) {
    const wordsIn = (column: PersonColumn): string => cells[columns.indexOf(column)] ?? ''
    const words = { name: wordsIn('name'), unit: wordsIn('unit'), role: wordsIn('role') }
    const { name, unit } = words
    const role = words.role === '' ? null : personRole(words.role)
    const found = valuelessIn(words) ?? faultOf({ name, unit, role }, roles)
    const key = [name, unit, role].join('\n')
    const other = lines.get(key)
    if (found) {
      const said = words[found.column]
      problems.push({ line, code: found.code, said: said.replace(/\p{C}/gu, '').slice(0, longestSaid) })
    } else if (other !== undefined) problems.push({ line, code: 'person-twice', said: name, other })
    else people.push({ line, name, unit, role })
    lines.set(key, other ?? line)
  }
  const unused = heads.cells.filter((head, n) => head !== '' && columns[n] === undefined)
  return { ok: true, people, problems, unused }
}

type Fault = { readonly code: PersonRowFault; readonly column: PersonColumn }

const valuelessIn = (words: Readonly<Record<PersonColumn, string>>): Fault | null => {
  for (const column of ['name', 'unit', 'role'] as const) {
    const code = valueless(words[column])
    if (code) return { code, column }
  }
  return null
}

const faultOf = ({ name, unit, role }: Omit<PersonRow, 'line'>, roles: readonly string[]): Fault | null => {
  if (isTableEnd(name)) return { code: 'name-total', column: 'name' }
  if (name === '') return { code: 'name-missing', column: 'name' }
  if (name.length > longestName || /[\p{Cc}\ufffd]/u.test(name) || !/\p{L}/u.test(name))
    return { code: 'name-unfit', column: 'name' }
  if (unit === '') return { code: 'unit-missing', column: 'unit' }
  return role === null || roles.includes(role) ? null : { code: 'role-unknown', column: 'role' }
}
