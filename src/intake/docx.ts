// Reads a Word report of any form into a draft: unzip → body → tables on their grids → labels → figures, and the texts
// between the headings. Bytes in, plain data out; it never throws at a file and never guesses at a cell.

import type { Draft, UnreadPart, WhyRefused } from '../engine/draft.ts'
import type { Printed } from '../engine/printed.ts'
import type { Catalog } from '../forms/catalog.ts'
import { readTitle, yearIn } from '../reading/report-title.ts'
import { blocksOf } from './docx/blocks.ts'
import { formOfTables, sectionsOf, wordsOfTables } from './docx/editions.ts'
import { bodyItems } from './docx/lines.ts'
import { mainPart } from './docx/main-part.ts'
import { reading, stop } from './docx/refusal.ts'
import { readTables } from './docx/tables.ts'
import { readTexts } from './docx/texts.ts'
import { childOf } from './docx/xml.ts'

/** `missing` are the parts of the form that the document has not; `layout` is for the rules about the printed form. */
type Document = { readonly draft: Draft; readonly missing: readonly UnreadPart[]; readonly layout: Printed }

export type DocxRead = ({ readonly ok: true } & Document) | { readonly ok: false; readonly why: WhyRefused }

export const readDocx = (bytes: Uint8Array, catalog: Catalog): DocxRead => {
  const read = reading(() => documentOf(bytes, catalog))
  return read.ok ? { ok: true, ...read.value } : read
}

const documentOf = (bytes: Uint8Array, catalog: Catalog): Document => {
  const blocks = blocksOf(childOf(mainPart(bytes), 'w:body') ?? stop('damaged'))
  const tables = blocks.filter(block => block.type === 'table')
  const words = wordsOfTables(tables)
  const text = blocks.flatMap(block => (block.type === 'paragraph' ? [block.text] : []))
  const year = yearIn(text.join('\n'))
  const form = formOfTables([...catalog.forms.values()], words, year)
  const sections = sectionsOf(form, words)
  const found = readTables(form, tables, sections)
  const { title, texts, headings } = readTexts(form, bodyItems(blocks, sections), found)
  const named = title === null ? null : readTitle(title, form.title)
  return {
    draft: {
      form: form.id,
      unit: named?.unit ?? '',
      year: named?.year ?? year,
      figures: [...found.figures].map(([key, { value, note }]) => [key, value, note]),
      texts,
      unread: found.unread.filter(({ why }) => why !== 'missing'),
    },
    missing: found.unread.filter(({ why }) => why === 'missing'),
    layout: { title, headings, labels: [...found.labels.values()] },
  }
}
