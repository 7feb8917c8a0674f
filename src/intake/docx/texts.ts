// The written sections: what stands between the headings, a line to a paragraph. Words beside a table are no section's
// text; they are told, not kept.

import { longestText } from '../../engine/filing.ts'
import type { Form, SectionKey, TextKey } from '../../engine/form.ts'
import { plainLabel } from '../../reading/printed-label.ts'
import type { DraftLayout } from '../draft.ts'
import { type Found, leave } from './found.ts'
import { headingsIn, isContents, isOtherHeading } from './headings.ts'
import type { Item, Line } from './lines.ts'
import { topOf } from './top.ts'

export type Texts = {
  readonly title: string | null
  readonly texts: ReadonlyMap<TextKey, string>
  readonly headings: DraftLayout['headings']
}

export const readTexts = (form: Form, items: readonly Item[], found: Found): Texts => {
  const places = headingsIn(form, items)
  const headings: { readonly key: SectionKey | null; readonly printed: string }[] = []
  const top: Line[] = []
  const lines = new Map<SectionKey, string[]>(form.sections.map(({ key }) => [key, []]))
  let section: SectionKey | null = null
  items.forEach((item, at) => {
    if (item.type === 'table') {
      section = item.section ?? section
      return
    }
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
  })
  const { title, text, beside } = topOf(top)
  for (const words of beside) leave(found, null, words, 'stray-text')
  const texts = new Map<TextKey, string>()
  for (const part of form.sections) {
    const own = part.type === 'text' && part.heading === null ? text : (lines.get(part.key) ?? [])
    if (part.type === 'table') strayIn(form, own, found)
    else if (own.length > 0) keep(texts, part.text, own.join('\n'), found)
  }
  return { title, texts, headings }
}

const keep = (texts: Map<TextKey, string>, key: TextKey, body: string, found: Found): void => {
  if (body.length > longestText) leave(found, null, body, 'too-long')
  else texts.set(key, body)
}

/** What the form itself prints in its tables may stand beside them. */
const strayIn = (form: Form, lines: readonly string[], found: Found): void => {
  const own = new Set(
    form.sections
      .flatMap(section => (section.type === 'table' ? section.table.rows.flat() : []))
      .flatMap(cell => ('text' in cell ? [plainLabel(cell.text)] : [])),
  )
  for (const line of lines) if (!own.has(plainLabel(line))) leave(found, null, line, 'stray-text')
}
