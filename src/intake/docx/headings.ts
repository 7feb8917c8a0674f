// Recognises the form's headings among the lines. A number may have come from Word's numbering and be absent, the
// wording may vary; lines that only look like a heading (a table of contents, a head inside a text) are passed over.

import type { Form, SectionKey } from '../../engine/form.ts'
import { isContentsLine, likeness, plainLabel, takeNumber } from '../../reading/printed-label.ts'
import type { BodyItem } from './lines.ts'
import type { Sliced } from './slices.ts'

/** A heading stands on a line of its own; with its number it may vary this much. */
const longestHeading = 45
const alike = 0.4

/** A numbered line that ends in no stop and is no heading of the form. */
const longestOther = 30

/** Signs that comparing a line with the form's headings is like. */
export const perLine = 1_000

type Candidate = { readonly at: number; readonly key: SectionKey; readonly isNumbered: boolean }

/** The items' places of the headings. */
export function* headingsIn(form: Form, items: readonly BodyItem[]): Sliced<ReadonlyMap<number, SectionKey>> {
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
  const chosen = form.sections.flatMap((section, n): readonly (readonly [number, SectionKey])[] => {
    const own = candidates.filter(({ key }) => key === section.key)
    const numbered = own.filter(({ isNumbered }) => isNumbered)
    const table = items.findIndex(item => item.type === 'table' && item.section === section.key)
    const isHere = ({ at }: Candidate): boolean => {
      if (section.type === 'table') return table < 0 || at < table
      return n < firstOfTables ? at < first : at > last
    }
    const found = (numbered.length > 0 ? numbered : own).filter(isHere).at(-1) ?? numbered.at(-1)
    return found ? [[found.at, section.key]] : []
  })
  return new Map(chosen)
}

/** The section whose heading a line may be. */
const headingIn = (form: Form, line: string): Omit<Candidate, 'at'> | null => {
  if (line.length > longestHeading || isContentsLine(line)) return null
  const { number, words } = takeNumber(line)
  const plain = plainLabel(words)
  const shares = form.sections.flatMap(({ key, heading }) => {
    if (heading === null) return []
    const own = plainLabel(heading)
    const isPart = plain.length >= 4 && (own.includes(plain) || plain.includes(own))
    return [{ key, share: plain === own ? 2 : isPart ? 1 : likeness(plain, own) }]
  })
  const [best, next] = shares.sort((one, other) => other.share - one.share)
  if (!best || best.share === next?.share) return null
  if (number === null) return best.share >= 2 ? { key: best.key, isNumbered: false } : null
  return best.share >= alike ? { key: best.key, isNumbered: true } : null
}

/** Whether a line is a numbered heading that the form does not have. */
export const isOtherHeading = (line: string): boolean =>
  takeNumber(line).number !== null && line.length <= longestOther && !/[。；;：:，,！!？?]$/u.test(line)

/** Whether a line is one of a table of contents. */
export const isContents = (form: Form, line: string): boolean =>
  isContentsLine(line) && headingIn(form, line.replace(/[\s.…·．]{0,200}\d{1,3}$/u, '')) !== null
