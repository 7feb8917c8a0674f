// Typed words as an asking. The books list the ways to ask under `typed.<name>`, `|` between them; in one with a `*` the
// words in its place are what is asked about. Words that are a way by themselves come before those, and of those the
// way with the most words of its own; where none fits surely, their signs tell the asking.

import type { DeskKey } from '../../i18n/books.ts'
import type { Words } from '../../i18n/words.ts'
import { type AskingName, doors } from '../doors.ts'
import { heardAsking } from './hearing/hear.ts'

export type TypedAsking = {
  readonly asking: AskingName
  readonly text: string
  readonly args?: readonly string[]
  /** All the words, of an asking that was told by its signs. */
  readonly said?: string
}

type Way = { readonly asking: AskingName; readonly before: string; readonly after: string }
type Ways = { readonly whole: ReadonlyMap<string, AskingName>; readonly open: readonly Way[] }

/** Undefined for words that are no way to ask. */
export const typedAsking = (words: Words, typed: string): TypedAsking | undefined => {
  const said = bare(typed)
  const { whole, open } = waysOf(words)
  const asking = whole.get(said.toLowerCase())
  if (asking) return { asking, text: '' }
  const way = open.find(
    ({ before, after }) =>
      said.length > before.length + after.length &&
      said.toLowerCase().startsWith(before) &&
      said.toLowerCase().endsWith(after),
  )
  const text = way && said.slice(way.before.length, said.length - way.after.length).trim()
  const inWay = way && text ? { asking: way.asking, text } : undefined
  if (inWay && way && way.before.length + way.after.length >= sureWay) return inWay
  const heard = heardAsking(words, said)
  return heard ? { ...heard, said } : inWay
}

/** A way with so many signs of its own comes before signs that stand anywhere in the words. */
const sureWay = 3

/** The asking whose own words these are, nothing beside them. */
export const wholeAsking = (words: Words, typed: string): AskingName | undefined =>
  waysOf(words).whole.get(bare(typed).toLowerCase())

/** Words without the brackets of a button and without what ends a sentence. */
const bare = (typed: string): string =>
  typed
    .trim()
    .replace(/^[[\u300c\u3010]/u, '')
    .replace(/[\]\u300d\u3011]$/u, '')
    .replace(/(?<=.)[\u3002.!\uff01?\uff1f]{1,20}$/u, '')
    .trim()

const waysOf = (words: Words): Ways => {
  const known = ways.get(words)
  if (known) return known
  const all = names.flatMap(asking => {
    const key = `typed.${asking}` as DeskKey
    return (isTyped(asking) ? words.desk(key) : '')
      .split('|')
      .flatMap(way => (way === '' ? [] : [[way.toLowerCase(), asking] as const]))
  })
  const made: Ways = {
    whole: new Map(all.filter(([way]) => !way.includes('*'))),
    open: all
      .flatMap(([way, asking]) => {
        const [before, after] = way.split('*')
        return before === undefined || after === undefined ? [] : [{ asking, before, after }]
      })
      .sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length),
  }
  ways.set(words, made)
  return made
}
const ways = new WeakMap<Words, Ways>()

const names = Object.keys(doors.askings) as readonly AskingName[]

/** The answer to what is no asking, a record of forwarding, which names its units, and all that is done to the report on the screen, cannot be typed. */
const isTyped = (asking: AskingName): boolean => !onScreen.includes(asking)
const onScreen: readonly AskingName[] = [
  ...(['other', 'forwarded', 'review', 'read-report', 'take-report', 'ask-unit', 'return-report'] as const),
  ...(['new-filler', 'replace-filler', 'person', 'resend', 'revoke-link'] as const),
  ...(['remove-person', 'disable-person', 'erase-person', 'enter', 'hand-in-for'] as const),
  ...(['approve-report', 'clear-report', 'grant-return', 'undo-approval', 'record-away'] as const),
]
