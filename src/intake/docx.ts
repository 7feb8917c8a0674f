// Reads a Word report of any form into a draft: unzip → body → tables on their grids → labels → figures, and the texts
// between the headings. Bytes in, plain data out; it never throws at a file, never guesses at a cell, and never works on
// without a pause.

import type { Draft, UnreadPart, WhyRefused } from '../engine/draft.ts'
import type { Printed } from '../engine/printed.ts'
import type { Catalog } from '../forms/catalog.ts'
import { readTitle, yearIn } from '../reading/report-title.ts'
import { blocksOf } from './docx/blocks.ts'
import { formOfTables, sectionsOf, wordsOfTables } from './docx/editions.ts'
import { bodyItems } from './docx/lines.ts'
import { mainPart } from './docx/main-part.ts'
import { reading, stop } from './docx/refusal.ts'
import { inSlices, type Pause, type Sliced } from './docx/slices.ts'
import { readTables } from './docx/tables.ts'
import { readTexts } from './docx/texts.ts'
import { childOf } from './docx/xml.ts'

/** `missing` are the parts of the form that the document has not; `layout` is for the rules about the printed form. */
type Document = { readonly draft: Draft; readonly missing: readonly UnreadPart[]; readonly layout: Printed }

export type DocxRead = ({ readonly ok: true } & Document) | { readonly ok: false; readonly why: WhyRefused }

/** Reads in slices (slices.ts) and calls `pause` between them, so that one large file, or ten, keep nobody waiting. */
export const readDocx = async (bytes: Uint8Array, catalog: Catalog, pause: Pause): Promise<DocxRead> => {
  const read = await reading(() => inSlices(documentOf(bytes, catalog), pause))
  return read.ok ? { ok: true, ...read.value } : read
}

function* documentOf(bytes: Uint8Array, catalog: Catalog): Sliced<Document> {
  const blocks = yield* blocksOf(childOf(yield* mainPart(bytes), 'w:body') ?? stop('damaged'))
  const tables = blocks.filter(block => block.type === 'table')
  const words = yield* wordsOfTables(tables)
  const text = blocks.flatMap(block => (block.type === 'paragraph' ? [block.text] : []))
  const year = yield* yearOf(text)
  const form = yield* formOfTables([...catalog.forms.values()], words, year)
  const sections = yield* sectionsOf(form, words)
  const found = yield* readTables(form, tables, sections)
  const { title, texts, headings } = yield* readTexts(form, yield* bodyItems(blocks, sections), found)
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

/** Passages of a document that are looked through at once for its year. */
const passage = 8_000

/** The year that the document states; a date may run over from one passage into the next. */
function* yearOf(paragraphs: readonly string[]): Sliced<number | null> {
  let open = ''
  for (const text of paragraphs) {
    open += `${text}\n`
    if (open.length < passage) continue
    const year = yearIn(open)
    if (year !== null) return year
    yield open.length
    open = open.slice(-40)
  }
  return yearIn(open)
}
