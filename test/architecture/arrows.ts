// Checks of who imports whom, against the table. Each is a pure function from files to problems.

import { type Import, importsOf } from './imports.ts'
import type { File } from './source.ts'
import { forAll, onNode, table } from './table.ts'

export type Check = (files: readonly File[]) => readonly string[]

/** `src/app/compose/view.ts` → `app/compose/view`; what is outside src/ keeps its path. */
const placeOf = (path: string): string => path.replace(/^src\//, '').replace(/\.\w+$/, '')
const roomOf = (path: string): string => placeOf(path).split('/')[0] ?? ''
const within = (path: string, places: readonly string[]): boolean =>
  places.some(place => placeOf(path) === place || placeOf(path).startsWith(`${place}/`))

const eachImport = (files: readonly File[], judge: (path: string, found: Import) => string | null) =>
  files.flatMap(file =>
    importsOf(file).flatMap(found => {
      const problem = judge(file.path, found)
      return problem === null ? [] : [`${file.path}: ${problem}`]
    }),
  )

export const roomsAreListed: Check = files =>
  files.filter(({ path }) => !(roomOf(path) in table)).map(({ path }) => `${path}: no such room`)

export const arrowsAreListed: Check = files =>
  eachImport(files, (path, { to }) => {
    if (to === null) return null
    const allowed = [...forAll, ...(table[roomOf(path)]?.rooms ?? [])]
    const home = to.startsWith('src/') && roomOf(to) === roomOf(path)
    return home || within(to, allowed) ? null : `may not import ${to}`
  })

export const packagesAreListed: Check = files =>
  eachImport(files, (path, { package: name }) => {
    if (name === null || name.startsWith('node:')) return null
    const room = table[roomOf(path)]
    const only = room?.only?.[name]
    const allowed = room?.packages.includes(name) || (only !== undefined && within(path, [only]))
    return allowed ? null : `may not import the package ${name}`
  })

export const importsCanBeRead: Check = files =>
  eachImport(files, (_, { specifier }) => (specifier === null ? 'imports what is computed' : null))

export const nodeStaysOutside: Check = files =>
  eachImport(files, (path, { package: name }) =>
    name?.startsWith('node:') && !within(path, onNode) ? `may not import ${name}` : null,
  )

/** `forms/disclosure/form-2021.ts`; the obligation's own file lists them. */
const edition = /^src\/forms\/([^/]+)\/form-\d{4}\.ts$/

export const editionsStandAlone: Check = files =>
  eachImport(files, (path, { to }) => {
    const [, obligation] = edition.exec(to ?? '') ?? []
    return obligation === undefined || path === `src/forms/${obligation}/${obligation}.ts`
      ? null
      : `imports the edition ${to}`
  })

/** A channel is taken away by taking away its folder. */
export const channelsStandAlone: Check = files =>
  eachImport(files, (path, { to }) => {
    const [own, other] = [path, to ?? ''].map(each => /^src\/channels\/[^/]+(?=\/)/.exec(each)?.[0])
    return own && other && own !== other ? `imports another channel, ${to}` : null
  })
