// Reads the written sections between the headings, a line to a paragraph. Words beside a table are no section's text;
// they are told, not kept.

import type { Draft } from '../../engine/draft.ts'
import { longestText } from '../../engine/filing.ts'
import type { Form, SectionKey, TextKey } from '../../engine/form.ts'
import type { Printed } from '../../engine/printed.ts'
import { type Found, leaveUnread } from '../../engine/tables/found.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import { headingsIn, isContents, isOtherHeading, perLine } from './headings.ts'
import type { BodyItem, TextLine } from './lines.ts'
import type { Sliced } from './slices.ts'
import { topOf } from './top.ts'

/** `texts` are the form's, in its order. */
export type TextsRead = Pick<Printed, 'title' | 'headings'> & { readonly texts: Draft['texts'] }

export function* readTexts(form: Form, items: readonly BodyItem[], found: Found): Sliced<TextsRead> {
  const places = yield* headingsIn(form, items)
  const headings: { readonly key: SectionKey | null; readonly printed: string }[] = []
  const top: TextLine[] = []
  const lines = new Map<SectionKey, string[]>(form.sections.map(({ key }) => [key, []]))
  let section: SectionKey | null = null
  for (const [at, item] of items.entries()) {
    if (item.type === 'table') {
      section = item.section ?? section
      continue
    }
    yield Math.max(perLine, item.words.length)
    const heading = places.get(at)
    if (heading !== undefined) {
      section = heading
      headings.push({ key: heading, printed: item.words })
    } else if (section === null) {
      if (!isContents(form, item.words)) top.push(item)
    } else {
      if (isOtherHeading(item.words)) headings.push({ key: null, printed: item.words })
      lines.get(section)?.push(item.words)
    }
  }
  const { title, text, beside } = yield* topOf(top, form.title)
  for (const words of beside) leaveUnread(found, null, words, 'stray-text')
  const texts: (readonly [TextKey, string])[] = []
  for (const part of form.sections) {
    const own = part.type === 'text' && part.heading === null ? text : (lines.get(part.key) ?? [])
    if (part.type === 'table') yield* strayIn(form, own, found)
    else if (own.length > 0) keep(texts, part.text, own.join('\n'), found)
  }
  return { title, texts, headings }
}

const keep = (texts: (readonly [TextKey, string])[], key: TextKey, body: string, found: Found): void => {
  if (body.length > longestText) leaveUnread(found, null, body, 'too-long')
  else texts.push([key, body])
}

/** Words that the form itself prints in its tables may stand beside them. */
function* strayIn(form: Form, lines: readonly string[], found: Found): Sliced<void> {
  const own = new Set(
    form.sections
      .flatMap(section => (section.type === 'table' ? section.table.rows.flat() : []))
      .flatMap(cell => ('text' in cell ? [plainLabel(cell.text)] : [])),
  )
  for (const line of lines) {
    if (!own.has(plainLabel(line))) leaveUnread(found, null, line, 'stray-text')
    yield line.length
  }
}
