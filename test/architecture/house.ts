// Checks of the house as a whole: circles of imports, and rows of the table that nothing uses. Pure functions from
// files and tables to problems.

import type { Check } from './arrows.ts'
import { importsOf } from './imports.ts'
import type { File } from './source.ts'
import type { Row } from './table.ts'

/** One problem for each circle, types included: the shortest way round from its first file, and who else is in it. */
export const importsRunOneWay: Check = files => {
  const targets = new Map(files.map(file => [file.path, targetsOf(file)]))
  const reachable = new Map(files.map(({ path }) => [path, reachableFrom(path, targets)]))
  const circles = files
    .filter(({ path }) => reachable.get(path)?.has(path))
    .map(({ path }) =>
      [...(reachable.get(path) ?? [])].filter(other => reachable.get(other)?.has(path)).sort(),
    )
    .filter((circle, index, all) => all.findIndex(other => other[0] === circle[0]) === index)
  return circles.map(circle => {
    const first = circle[0] ?? ''
    const way = wayBack(first, targets)
    const rest = circle.filter(path => !way.includes(path))
    return `${first}: is in a circle, ${way.join(' → ')}${rest.length > 0 ? `, with ${rest.join(', ')}` : ''}`
  })
}

type Targets = ReadonlyMap<string, readonly string[]>

const targetsOf = (file: File): readonly string[] =>
  importsOf(file).flatMap(({ to }) => (to?.startsWith('src/') ? [to] : []))

const reachableFrom = (path: string, targets: Targets): ReadonlySet<string> => {
  const found = new Set<string>()
  const ahead = [...(targets.get(path) ?? [])]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (found.has(next)) continue
    found.add(next)
    ahead.push(...(targets.get(next) ?? []))
  }
  return found
}

/** The shortest way from a file to itself, both ends named. */
const wayBack = (path: string, targets: Targets): readonly string[] => {
  const seen = new Set<string>()
  let ways: readonly (readonly string[])[] = [[path]]
  while (ways.length > 0) {
    const longer = ways.flatMap(way => (targets.get(way.at(-1) ?? '') ?? []).map(to => [...way, to]))
    const closed = longer.find(way => way.at(-1) === path)
    if (closed) return closed
    ways = longer.filter(way => {
      const end = way.at(-1) ?? ''
      return !seen.has(end) && seen.add(end)
    })
  }
  return []
}

export type Table = Readonly<Record<string, Row>>

/** A table against the files and the packages of package.json. */
export type TableCheck = (
  table: Table,
  files: readonly File[],
  installed: readonly string[],
) => readonly string[]

const isIn = (path: string, place: string): boolean =>
  path.startsWith(`src/${place}/`) || path.replace(/\.\w+$/, '') === `src/${place}`

export const roomsExist: TableCheck = (table, files) =>
  Object.keys(table)
    .filter(room => !files.some(({ path }) => isIn(path, room)))
    .map(room => `${room}: no such room`)

export const packagesAreInstalledAndUsed: TableCheck = (table, files, installed) =>
  Object.entries(table).flatMap(([room, { packages, only = {} }]) =>
    [...packages.map(name => [name, room] as const), ...Object.entries(only)].flatMap(([name, place]) => {
      if (!installed.includes(name)) return [`${room}: the package ${name} is not in package.json`]
      const isUsed = files.some(
        file => isIn(file.path, place) && importsOf(file).some(found => found.package === name),
      )
      return isUsed ? [] : [`${room}: no file of ${place} imports the package ${name}`]
    }),
  )

/** `ahead` are arrows, `room → place`, that the design names and nothing uses yet; one that is used is ahead no more. */
export const arrowsAreUsed =
  (ahead: readonly string[]): TableCheck =>
  (table, files) =>
    Object.entries(table).flatMap(([room, { rooms }]) =>
      rooms.flatMap(place => {
        const isUsed = files.some(file => isIn(file.path, room) && leadsTo(file, place))
        const isAhead = ahead.includes(`${room} → ${place}`)
        if (isUsed) return isAhead ? [`${room}: imports ${place} by now, which is ahead no more`] : []
        return isAhead ? [] : [`${room}: no file imports ${place}`]
      }),
    )

/** An arrow that is ahead stands in the table too, or it says nothing. */
export const whatIsAheadIsListed =
  (ahead: readonly string[]): TableCheck =>
  table =>
    ahead
      .filter(
        arrow =>
          !Object.entries(table).some(([room, { rooms }]) =>
            rooms.some(place => arrow === `${room} → ${place}`),
          ),
      )
      .map(arrow => `${arrow}: is ahead of no row`)

const leadsTo = (file: File, place: string): boolean =>
  importsOf(file).some(({ to }) => to !== null && (to.startsWith(`${place}/`) || isIn(to, place)))
