// Checks of how files are written: names, sizes, openings, and words that have their own place. Each is a pure
// function from files to problems.

import type { Check } from './arrows.ts'
import { commentsOf, type File, type Masked, mask } from './source.ts'
import { defaultExports, inChinese } from './table.ts'

const longest = 300
const longestOpening = 4

const inRoom = ({ path }: File, room: string): boolean => path.startsWith(`src/${room}/`)

/** One problem for each file, with the line it is on. */
const lineOf = (file: File, text: string, pattern: RegExp, problem: string): readonly string[] => {
  const found = pattern.exec(text)
  if (!found) return []
  return [`${file.path}:${text.slice(0, found.index).split('\n').length}: ${problem}`]
}

const inCode =
  (pattern: RegExp, problem: string, applies: (file: File) => boolean, part: keyof Masked = 'code'): Check =>
  files =>
    files.filter(applies).flatMap(file => lineOf(file, mask(file.source)[part], pattern, problem))

const everywhere = () => true

/** Comments may quote the law, a form or what people write; the code takes its words from locales/. */
export const chineseHasItsRooms: Check = inCode(
  /\p{Script=Han}/u,
  'has Chinese words in its code',
  file => !inChinese.some(room => inRoom(file, room)),
  'uncommented',
)

export const filesAreShort: Check = files =>
  files
    .map(({ path, source }) => ({ path, lines: source.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > longest)
    .map(({ path, lines }) => `${path}: has ${lines} lines`)

export const exportsAreNamed: Check = inCode(
  /\bexport\s+default\b|\bas\s+default\b/,
  'has a default export',
  file => !defaultExports.includes(file.path),
)

export const nothingIsABarrel: Check = files =>
  files
    .filter(({ path, source }) => path.endsWith('/index.ts') || /\bexport\s*\*/.test(mask(source).code))
    .map(({ path }) => `${path}: is a barrel`)

export const namesAreKebabCase: Check = files =>
  files
    .filter(({ path }) => !/^src(?:\/[a-z\d]+(?:-[a-z\d]+)*)+(?:\.d)?\.[a-z]+$/.test(path))
    .map(({ path }) => `${path}: is not in kebab-case`)

export const filesSayWhatTheyAreFor: Check = files =>
  files.flatMap(({ path, source }) => {
    const lines = source.replace(/^#!.*\n+/, '').split('\n')
    const end = lines.findIndex(line => !line.startsWith('//'))
    const opening = end < 0 ? lines.length : end
    return opening >= 1 && opening <= longestOpening
      ? []
      : [`${path}: opens with ${opening} lines of comment instead of one to ${longestOpening}`]
  })

/** The hand: a comment's subject is the name of the thing, never a free relative clause. */
export const commentsNameTheirSubject: Check = files =>
  files.flatMap(({ path, source }) =>
    commentsOf(source).flatMap(({ line, text }) => {
      const [word] = /^(?:what|whoever|whatever)\b/i.exec(text) ?? []
      return word === undefined ? [] : [`${path}:${line}: begins a comment with "${word}"`]
    }),
  )

/** A type's name is used once in the house: each further file that exports it is a problem. */
export const typeNamesAreUsedOnce: Check = files => {
  const owners = new Map<string, string>()
  return files.flatMap(({ path, source }) =>
    [...mask(source).code.matchAll(/^export (?:type|interface) (\w+)/gm)].flatMap(([, name = '']) => {
      const owner = owners.get(name)
      owners.set(name, owner ?? path)
      return owner === undefined ? [] : [`${path}: exports the type ${name}, as ${owner} does`]
    }),
  )
}

/** An edition is data: what depends on the year is an edition of its own. Only sentences name years, and are read. */
export const formsDoNotAskTheYear: Check = inCode(
  /\b(?:if|switch|while)\s*\([^)\n]*\byear/i,
  'asks for the year',
  file => inRoom(file, 'forms') && !file.path.includes('/narrative/'),
)

export const noYearIsSpecial: Check = inCode(
  /year\s*(?:[<>]=?|[=!]==?)\s*\d{4}\b|\b\d{4}\s*(?:[<>]=?|[=!]==?)\s*(?:\w+\.)*year\b/i,
  'compares the year with one it knows',
  everywhere,
)

export const theEngineNamesNoForm: Check = inCode(
  /disclosure-\d{4}/,
  'names an edition of the form',
  file => inRoom(file, 'engine'),
  'uncommented',
)

export const mainReadsTheEnvironment: Check = inCode(
  /\bprocess\s*\??\.\s*env\b|\bprocess\s*\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process\b|\bimport\.meta\.env\b/,
  'reads the environment',
  file => !inRoom(file, 'main'),
)

export const mainWritesToTheConsole: Check = inCode(
  /\bconsole\s*\??\.\s*\w/,
  'writes to the console',
  file => !inRoom(file, 'main'),
)
