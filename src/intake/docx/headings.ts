// Recognises the form's headings among the lines. A number may have come from Word's numbering and be absent, the
// wording may vary, text may follow on the same line; lines that only look like a heading (a table of contents, a head
// inside a text) are passed over.

import type { Form, Section, SectionKey } from '../../engine/form.ts'
import { isContentsLine, likeness, plainLabel, takeNumber } from '../../reading/printed-label.ts'
import { beginsText, isSecondRank, markedHead, withoutMark } from '../../reading/run-on-heading.ts'
import type { BodyItem } from './lines.ts'
import type { Sliced } from './slices.ts'

/** A heading stands on a line of its own; with its number it may vary this much. */
const longestHeading = 45
const alike = 0.4
/** A title of its own, one by which documents call the section too, one that holds it. */
const shares = { own: 3, also: 2, part: 1 }

/** A numbered line that ends in no stop and is no heading of the form. */
const longestOther = 30

/** Signs that comparing a line with the form's headings is like. */
export const perLine = 1_000

/** A heading as printed, and the text that follows on its line. */
export type Heading = { readonly key: SectionKey; readonly printed: string; readonly rest: string | null }

type Candidate = Heading & { readonly at: number; readonly isNumbered: boolean; readonly share: number }

/** `chosen` are the items' places of the headings; `others` are numbered lines that name a section as well. */
export type Headings = { readonly chosen: ReadonlyMap<number, Heading>; readonly others: ReadonlySet<number> }

export function* headingsIn(form: Form, items: readonly BodyItem[]): Sliced<Headings> {
  const candidates: Candidate[] = []
  for (const [at, item] of items.entries()) {
    const found = item.type === 'line' ? headingIn(form, item.words) : null
    if (found) candidates.push({ at, ...found })
    yield perLine
  }
  const tables = items.flatMap((item, at) => (item.type === 'table' && item.section !== null ? [at] : []))
  const [first = items.length] = tables
  const last = tables.at(-1) ?? -1
  const firstOfTables = form.sections.findIndex(({ type }) => type === 'table')
  const chosen = form.sections.flatMap((section, n): readonly (readonly [number, Heading])[] => {
    const own = candidates.filter(({ key }) => key === section.key)
    const numbered = own.filter(({ isNumbered }) => isNumbered)
    const table = items.findIndex(item => item.type === 'table' && item.section === section.key)
    const isHere = (at: number): boolean => {
      if (section.type === 'table') return table < 0 || at < table
      return n < firstOfTables ? at < first : at > last
    }
    const here = (numbered.length > 0 ? numbered : own).filter(({ at }) => isHere(at))
    const best = Math.max(...here.map(({ share }) => share))
    const found =
      here.filter(({ share }) => share === best).at(-1) ??
      numbered.at(-1) ??
      byNumber(section, items, isHere, candidates)
    return found ? [[found.at, found]] : []
  })
  const taken = new Map(chosen)
  const others = candidates.filter(({ at, isNumbered }) => isNumbered && !taken.has(at))
  return { chosen: taken, others: new Set(others.map(({ at }) => at)) }
}

/** A line in other words that has the section's number and stands where its heading belongs. */
const byNumber = (
  section: Section,
  items: readonly BodyItem[],
  isHere: (at: number) => boolean,
  candidates: readonly Candidate[],
): (Heading & { readonly at: number }) | undefined => {
  const number =
    section.type === 'text' && section.heading !== null ? takeNumber(section.heading).number : null
  if (number === null) return undefined
  const at = items.findIndex(
    (item, place) =>
      item.type === 'line' &&
      isHere(place) &&
      isOtherHeading(item.words) &&
      takeNumber(item.words).number === number &&
      !candidates.some(candidate => candidate.at === place),
  )
  const item = items[at]
  return item?.type === 'line' ? { at, key: section.key, printed: item.words, rest: null } : undefined
}

/** The section whose heading a line may be, or may begin with. */
const headingIn = (form: Form, line: string): Omit<Candidate, 'at'> | null => {
  if (isContentsLine(line) || isSecondRank(line)) return null
  const { number, words } = takeNumber(line)
  const isNumbered = number !== null
  const runsOn = runOn(form, words, isNumbered)
  if (runsOn) {
    const printed = line.trim().slice(0, line.trim().length - runsOn.behind.length)
    return {
      ...runsOn.best,
      isNumbered,
      printed: withoutMark(printed),
      rest: runsOn.rest,
    }
  }
  const best = line.length <= longestHeading ? bestFor(form, words) : null
  if (!best || best.share < (isNumbered ? alike : shares.also)) return null
  return { ...best, isNumbered, printed: line, rest: null }
}

type Best = { readonly key: SectionKey; readonly share: number }
type RunOn = { readonly best: Best; readonly behind: string; readonly rest: string }

/** A heading with its text behind it: after a colon or a stop, after a space, or at once. */
const runOn = (form: Form, words: string, isNumbered: boolean): RunOn | null => {
  const least = isNumbered ? shares.part : shares.own
  for (const { key, heading, alsoHeaded = [] } of form.sections) {
    const own = heading === null ? '' : takeNumber(heading).words
    const head = [own, ...alsoHeaded].filter(name => name !== '' && words.startsWith(name))
    const rest = words.slice(Math.max(0, ...head.map(({ length }) => length)))
    if (isNumbered && head.length > 0 && beginsText(rest))
      return { best: { key, share: shares.own }, behind: rest, rest }
  }
  const marked = markedHead(words)
  const best = marked && bestFor(form, marked.head)
  if (!marked || !best || best.share < (marked.isSpaced ? shares.also : least)) return null
  return { best, behind: words.slice(marked.head.length), rest: marked.rest }
}

/** The section that words head most; null where two do alike. */
const bestFor = (form: Form, words: string): Best | null => {
  const plain = plainLabel(words)
  const found = form.sections.flatMap(({ key, heading, alsoHeaded = [] }): readonly Best[] => {
    if (heading === null) return []
    const own = plainLabel(heading)
    const isPart = plain.length >= 4 && (own.includes(plain) || plain.includes(own))
    const share = isPart ? shares.part : likeness(plain, own)
    const isAlso = alsoHeaded.some(name => plainLabel(name) === plain)
    return [{ key, share: plain === own ? shares.own : isAlso ? shares.also : share }]
  })
  const [best, next] = found.sort((one, other) => other.share - one.share)
  return best && best.share !== next?.share ? best : null
}

/** Whether a line is a numbered heading that the form does not have. */
export const isOtherHeading = (line: string): boolean =>
  takeNumber(line).number !== null && line.length <= longestOther && !/[。；;：:，,！!？?]$/u.test(line)

/** Whether a line is one of a table of contents. */
export const isContents = (form: Form, line: string): boolean =>
  isContentsLine(line) && headingIn(form, line.replace(/[\s.…·．]{0,200}\d{1,3}$/u, '')) !== null
