// Reads a Word report of any form into a draft: unzip → body → tables on their grids → labels → figures, and the texts
// between the headings. Bytes in, plain data out; it never throws at a file, never guesses at a cell, and never works on
// without a pause.

import type { Draft, UnreadPart, WhyRefused } from '../engine/draft.ts'
import type { Printed } from '../engine/printed.ts'
import { leaveUnread } from '../engine/tables/found.ts'
import type { Catalog } from '../forms/catalog.ts'
import { readTitle, yearIn } from '../reading/report-title.ts'
import { type AccountPart, newAccount } from './docx/account.ts'
import { blocksOf } from './docx/blocks.ts'
import { formOfTables, sectionsOf, wordsOfTables } from './docx/editions.ts'
import { object } from './docx/inline.ts'
import { bodyItems } from './docx/lines.ts'
import { mainPart } from './docx/main-part.ts'
import { reading, stop } from './docx/refusal.ts'
import { inSlices, type Pause, type Sliced } from './docx/slices.ts'
import { readTables } from './docx/tables.ts'
import { readTexts } from './docx/texts.ts'
import { childOf, type Element } from './docx/xml.ts'

/**
 * `missing` are the parts of the form that the document has not; `layout` is for the rules about the printed form; `parts`
 * is the account of every line and cell (account.ts).
 */
type Document = {
  readonly draft: Draft
  readonly missing: readonly UnreadPart[]
  readonly layout: Printed
  readonly parts: readonly AccountPart[]
}

export type DocxRead = ({ readonly ok: true } & Document) | { readonly ok: false; readonly why: WhyRefused }

/** Reads in slices (slices.ts) and calls `pause` between them, so that one large file, or ten, keep nobody waiting. */
export const readDocx = async (bytes: Uint8Array, catalog: Catalog, pause: Pause): Promise<DocxRead> => {
  const read = await reading(() => inSlices(documentOf(bytes, catalog), pause))
  return read.ok ? { ok: true, ...read.value } : read
}

function* documentOf(bytes: Uint8Array, catalog: Catalog): Sliced<Document> {
  const { document, notes } = yield* mainPart(bytes)
  const blocks = yield* blocksOf(childOf(document, 'w:body') ?? stop('damaged'))
  const tables = blocks.filter(block => block.type === 'table')
  const words = yield* wordsOfTables(tables)
  const text = blocks.flatMap(block => (block.type === 'paragraph' ? [block.text] : []))
  const year = yield* yearOf(text)
  const hasPictures = blocks.some(block => block.type === 'paragraph' && block.text.includes(object))
  const form = yield* formOfTables([...catalog.forms.values()], words, year, hasPictures)
  const sections = yield* sectionsOf(form, words)
  const account = newAccount()
  const found = yield* readTables(form, tables, sections, account)
  const items = yield* bodyItems(blocks, sections)
  const { title, texts, headings } = yield* readTexts(form, items, found, account)
  for (const note of notes) {
    const said = (yield* wordsOf(note)).join(' ').trim()
    if (said !== '') leaveUnread(found, null, said, 'foot-note')
  }
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
    parts: account.parts(),
  }
}

function* wordsOf(note: Element): Sliced<readonly string[]> {
  const blocks = yield* blocksOf(note)
  return blocks.flatMap(block => (block.type === 'paragraph' ? [block.text.trim()] : []))
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
