// Reads a Word report of any edition into a draft: unzip → body → tables on their grids → labels → figures, and the
// texts between the headings. Bytes in, plain data out; it never throws at a file and never guesses at a cell.

import { readTitle, yearIn } from '../reading/report-title.ts'
import { blocksOf } from './docx/blocks.ts'
import { editionOf, sectionsOf, wordsOf } from './docx/editions.ts'
import { itemsOf } from './docx/lines.ts'
import { mainPart } from './docx/main-part.ts'
import { reading, stop, type WhyRefused } from './docx/refusal.ts'
import { readTables } from './docx/tables.ts'
import { readTexts } from './docx/texts.ts'
import { childOf } from './docx/xml.ts'
import type { Draft } from './draft.ts'

export type DocxRead =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly why: WhyRefused }

export const readDocx = (bytes: Uint8Array): DocxRead => {
  const read = reading(() => draftOf(bytes))
  return read.ok ? { ok: true, draft: read.value } : read
}

const draftOf = (bytes: Uint8Array): Draft => {
  const blocks = blocksOf(childOf(mainPart(bytes), 'w:body') ?? stop('damaged'))
  const tables = blocks.filter(block => block.type === 'table')
  const words = wordsOf(tables)
  const text = blocks.flatMap(block => (block.type === 'paragraph' ? [block.text] : []))
  const year = yearIn(text.join('\n'))
  const form = editionOf(words, year)
  const sections = sectionsOf(form, words)
  const found = readTables(form, tables, sections)
  const { title, texts, headings } = readTexts(form, itemsOf(blocks, sections), found)
  const named = title === null ? null : readTitle(title)
  return {
    form: form.id,
    title,
    unit: named?.unit ?? null,
    year: named?.year ?? year,
    figures: found.figures,
    texts,
    unread: found.unread,
    layout: { title, headings, labels: [...found.labels.values()] },
  }
}
