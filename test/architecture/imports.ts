// The imports of a file, in every form: import, import type, export … from, import().

import { posix } from 'node:path'
import { type File, mask } from './source.ts'

export type Import = {
  /** As written; null when it is computed and cannot be read. */
  readonly specifier: string | null
  /** The imported file's path in the repository; null for packages. */
  readonly to: string | null
  /** A package's name without what is inside it; `node:` modules as written; null for files. */
  readonly package: string | null
}

// Nothing but an import or a re-export puts a literal behind `from`.
const places = /(?:(?<![.\w$])from\s*|(?<![.\w$])import\s*(?:\(\s*)?|(?<![.\w$])require\s*\(\s*)(["'`])/g
const computed = /(?<![.\w$])(?:import|require)\s*\(\s*[^\s"'`]/g

export const importsOf = ({ path, source }: File): readonly Import[] => {
  const { code } = mask(source)
  const read = [...code.matchAll(places)].map(({ 0: found, 1: quote = '', index }) => {
    const start = index + found.length
    const specifier = source.slice(start, code.indexOf(quote, start))
    return quote === '`' && specifier.includes('${') ? unreadable : importOf(path, specifier)
  })
  return [...read, ...[...code.matchAll(computed)].map(() => unreadable)]
}

const unreadable: Import = { specifier: null, to: null, package: null }

const importOf = (path: string, specifier: string): Import => {
  if (specifier.startsWith('.')) {
    return { specifier, to: posix.join(posix.dirname(path), specifier), package: null }
  }
  const name = specifier.startsWith('node:') ? specifier : /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]
  return { specifier, to: null, package: name ?? specifier }
}
