// Reads the written sections between the headings, a line to a paragraph. Words beside a table are no section's text:
// where they are none that paper carries anyway they are told, not kept.

import type { Draft } from '../../engine/draft.ts'
import { longestText } from '../../engine/filing.ts'
import type { Form, SectionKey, TextKey, TextSection } from '../../engine/form.ts'
import type { Printed } from '../../engine/printed.ts'
import { type Found, leaveUnread } from '../../engine/tables/found.ts'
import { asideIn, captionIn } from '../../reading/printed-aside.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import { readTitle } from '../../reading/report-title.ts'
import { isSameUnit } from '../../reading/unit-name.ts'
import type { Account, Fate } from './account.ts'
import { headingsIn, isContents, isOtherHeading, perLine } from './headings.ts'
import type { BodyItem, TextLine } from './lines.ts'
import type { Sliced } from './slices.ts'
import { joined, topOf } from './top.ts'

/** `texts` are the form's, in its order. */
export type TextsRead = Pick<Printed, 'title' | 'headings'> & { readonly texts: Draft['texts'] }

/** A line of a section; `words` is less than the whole where a heading stands before it. */
type OwnLine = { readonly line: TextLine; readonly words: string }

export function* readTexts(
  form: Form,
  items: readonly BodyItem[],
  found: Found,
  account: Account,
): Sliced<TextsRead> {
  const { chosen, others } = yield* headingsIn(form, items)
  const headings: { readonly key: SectionKey | null; readonly printed: string }[] = []
  const top: TextLine[] = []
  const lines = new Map<SectionKey, OwnLine[]>(form.sections.map(({ key }) => [key, []]))
  let section: SectionKey | null = null
  for (const [at, item] of items.entries()) {
    if (item.type === 'struck') account.end(item, { type: 'passed', as: 'struck' })
    if (item.type === 'table') section = item.section ?? section
    if (item.type !== 'line') continue
    yield Math.max(perLine, item.words.length)
    const heading = chosen.get(at)
    if (heading !== undefined) {
      section = heading.key
      headings.push({ key: heading.key, printed: heading.printed })
      if (heading.rest === null) account.end(item, { type: 'read', as: 'heading' })
      else lines.get(section)?.push({ line: item, words: heading.rest })
    } else if (section === null) {
      if (others.has(at) || isContents(form, item.words))
        account.end(item, { type: 'passed', as: 'contents' })
      else top.push(item)
    } else {
      if (isOtherHeading(item.words)) headings.push({ key: null, printed: item.words })
      lines.get(section)?.push({ line: item, words: item.words })
    }
  }
  const { title, text, passed, left } = yield* topOf(top, form.title)
  for (const line of title) account.end(line, { type: 'read', as: 'title' })
  for (const [line, as] of passed) account.end(line, { type: 'passed', as })
  for (const line of left) leave(line, found, account)
  const words = title.length > 0 ? joined(title) : null
  const unit = words === null ? null : readTitle(words, form.title).unit
  const texts: (readonly [TextKey, string])[] = []
  for (const part of form.sections) {
    const own = lines.get(part.key) ?? []
    if (part.type === 'table') yield* besideTable(form, own, found, account)
    else if (part.heading === null) keep(texts, part, text.map(asOwn), found, account)
    else {
      const isLast = part === form.sections.at(-1)
      keep(texts, part, isLast ? unsigned(own, unit, account) : own, found, account)
    }
  }
  return { title: words, texts, headings }
}

const asOwn = (line: TextLine): OwnLine => ({ line, words: line.words })

const leave = (line: TextLine, found: Found, account: Account): void => {
  leaveUnread(found, null, line.words, 'stray-text')
  account.end(line, { type: 'left' })
}

const keep = (
  texts: (readonly [TextKey, string])[],
  { text: key }: TextSection,
  lines: readonly OwnLine[],
  found: Found,
  account: Account,
): void => {
  if (lines.length === 0) return
  const body = lines.map(({ words }) => words).join('\n')
  const isTooLong = body.length > longestText
  const fate: Fate = isTooLong ? { type: 'left' } : { type: 'read', as: 'text' }
  for (const { line } of lines) account.end(line, fate)
  if (isTooLong) leaveUnread(found, null, body, 'too-long')
  else texts.push([key, body])
}

/** The lines without the unit's name and the day that stand below the last text. */
const unsigned = (lines: readonly OwnLine[], unit: string | null, account: Account): readonly OwnLine[] => {
  const last = lines.at(-1)
  const isDated = last !== undefined && lines.length > 1 && asideIn(last.words) === 'date'
  const rest = isDated ? lines.slice(0, -1) : lines
  const signed = rest.at(-1)
  const isSigned = signed !== undefined && rest.length > 1 && unit !== null && isSameUnit(signed.words, unit)
  if (isDated) account.end(last.line, { type: 'passed', as: 'date' })
  if (isSigned) account.end(signed.line, { type: 'passed', as: 'signature' })
  return isSigned ? rest.slice(0, -1) : rest
}

/** Words that the form itself prints in its tables may stand beside them, and so may what paper carries around one. */
function* besideTable(form: Form, lines: readonly OwnLine[], found: Found, account: Account): Sliced<void> {
  const own = new Set(
    form.sections
      .flatMap(section => (section.type === 'table' ? section.table.rows.flat() : []))
      .flatMap(cell => ('text' in cell ? [plainLabel(cell.text)] : [])),
  )
  const names = form.sections.flatMap(({ heading }) => (heading === null ? [] : [plainLabel(heading)]))
  for (const { line, words } of lines) {
    const aside = asideIn(words)
    const caption = plainLabel(captionIn(words) ?? words)
    if (aside) account.end(line, { type: 'passed', as: aside })
    else if (names.includes(caption)) account.end(line, { type: 'passed', as: 'caption' })
    else if (own.has(plainLabel(words))) account.end(line, { type: 'read', as: 'label' })
    else {
      leaveUnread(found, null, words, 'stray-text')
      account.end(line, { type: 'left' })
    }
    yield words.length
  }
}
