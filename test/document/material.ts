// Reports to print: published ones where they are, and small filings made here. And what a docx holds, read without
// the library that wrote it.

import { inflateRawSync } from 'node:zlib'
import { type Outline, outlineOf } from '../../src/document/outline.ts'
import {
  type EntryKey,
  type Filing,
  filingId,
  personId,
  unitId,
  type Value,
} from '../../src/engine/filing.ts'
import { cellKey, formId, obligationId, textKey } from '../../src/engine/form.ts'
import { catalog } from '../../src/forms/catalog.ts'
import { readReport } from '../../src/intake/report.ts'
import { reportText } from '../needs.ts'

/** A case read as a report; throws when it is refused. */
export const readCase = (name: string) => {
  const read = readReport(reportText(name), catalog)
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`)
  return { ...read, form: catalog.formOf(read.filing.form) }
}

export const caseOutline = (name: string): Outline => {
  const { form, filing, unit, title } = readCase(name)
  return outlineOf({ form, filing, unitName: unit, title })
}

type Figures = Readonly<Record<string, Value | { readonly value: Value; readonly note: string | null }>>

/** A filing with these figures and texts; an empty text is one left out on purpose. */
export const filingOf = (
  form: string,
  figures: Figures,
  texts: Readonly<Record<string, string>> = {},
): Filing => {
  const made = { by: personId('p'), at: 0, message: null }
  return {
    id: filingId('f'),
    unit: unitId('u'),
    obligation: obligationId('disclosure'),
    form: formId(form),
    revision: 1,
    year: 2025,
    version: 0,
    entries: new Map(
      Object.entries(figures).map(([key, given]) => {
        const noted = typeof given === 'object' && given !== null && 'note' in given
        const entry = noted ? given : { value: given, note: null }
        return [cellKey(key) as EntryKey, { ...entry, ...made, source: 'typed' as const }]
      }),
    ),
    texts: new Map(Object.entries(texts).map(([key, body]) => [textKey(key), [{ body, ...made }]])),
    remarks: new Map(),
  }
}

/** The files of a zip whose directory stands at its end. */
export const unzip = (zip: Uint8Array): ReadonlyMap<string, string> => {
  const bytes = Buffer.from(zip)
  const files = new Map<string, string>()
  let entry = bytes.readUInt32LE(bytes.length - 6)
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left -= 1) {
    const name = bytes.toString('utf8', entry + 46, entry + 46 + bytes.readUInt16LE(entry + 28))
    const local = bytes.readUInt32LE(entry + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20))
    const plain = bytes.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed
    files.set(name, plain.toString('utf8'))
    entry +=
      46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
  return files
}

/** A part of a docx as XML. */
export const part = (docx: Uint8Array, name: string): string => {
  const found = unzip(docx).get(name)
  if (found === undefined) throw new Error(`the docx has no ${name}`)
  return found
}

/** What a docx says: paragraphs end in a line feed, cells in a tab. */
export const wordsOf = (docx: Uint8Array): string =>
  part(docx, 'word/document.xml')
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<\/w:tc>/g, '\t')
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
    )

/** White space as one blank, but for the breaks that are ours: in the title, and in the name of a group of rows. */
export const folded = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(（[三四五六]）|^\S{1,20}年度) /g, '$1')

/** How many cells each row of each table has, continuations of merged cells included. */
export const cellCounts = (docx: Uint8Array): readonly (readonly number[])[] =>
  part(docx, 'word/document.xml')
    .split('<w:tbl>')
    .slice(1)
    .map(table => (table.split('</w:tbl>')[0] ?? '').split('</w:tr>').slice(0, -1))
    .map(rows => rows.map(row => row.split('</w:tc>').length - 1))
