// A file that somebody sent: this year's draft, last year's report, or a clear word why it is neither. It is fetched
// and read only here, once for each message; the engine applies the draft like any answer.

import { type Draft, isDraftOf, type Unimported } from '../../engine/draft.ts'
import type { Event } from '../../engine/event.ts'
import { filingId } from '../../engine/filing.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { draftFiling } from '../../intake/draft-filing.ts'
import { replacementFor } from '../filing/replacement-for.ts'
import { type Input, largestFile } from '../message.ts'
import type { Replacement } from '../ports/commit.ts'
import type { Seat } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'

export type DocumentRead =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly why: Unimported }

/** Reads a .docx in slices; it never throws at its bytes. */
export type ReadDocument = (bytes: Uint8Array) => DocumentRead | Promise<DocumentRead>

type File = Extract<Input, { type: 'file' }>

/** The draft in the file, or why there is none. Its own name tells kinds that are never fetched. */
export const fileRead = async (
  read: ReadDocument,
  { name, size, read: fetch }: File,
): Promise<DocumentRead> => {
  const refuse = (why: Unimported): DocumentRead => ({ ok: false, why })
  const ending = /\.([^.]*)$/.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  if (olderWord.includes(ending)) return refuse('old-word')
  if (ending !== 'docx') return refuse(otherKinds[ending] ?? 'not-word')
  if (size !== null && size > largestFile) return refuse('file-too-large')
  const body = await fetch().catch(() => null)
  if (!body) return refuse('not-fetched')
  return body.length > largestFile ? refuse('file-too-large') : read(body)
}

/** Files of these kinds hold what can be sent otherwise: the answer says how. */
const otherKinds: Readonly<Record<string, Unimported>> = {
  pdf: 'pdf',
  ofd: 'pdf',
  ...Object.fromEntries(
    ['jpg', 'jpeg', 'png', 'bmp', 'gif', 'heic', 'webp', 'tif', 'tiff'].map(ending => [ending, 'picture']),
  ),
  ...Object.fromEntries(['xlsx', 'xls', 'et', 'csv'].map(ending => [ending, 'sheet'])),
}

const olderWord = ['doc', 'dot', 'wps', 'wpt', 'rtf', 'docm']

/** The event for the filing in hand; a report of the year before is stored beside it. */
export const interpretFile = (
  {
    catalog,
    environment,
  }: { readonly catalog: Catalog; readonly environment: Pick<Environment, 'id' | 'now'> },
  file: DocumentRead,
  { filing, unit, previous }: Seat,
): { readonly event: Event; readonly previous?: Replacement | undefined } => {
  if (!file.ok) return { event: { type: 'unimported', why: file.why } }
  const { draft } = file
  const form = catalog.formOf(draft.form)
  const isLastYear =
    form.obligation === filing.obligation && draft.year === filing.year - 1 && isDraftOf(draft, unit.name)
  if (!isLastYear) return { event: { type: 'imported', draft, sure: false } }
  const place = replacementFor(
    draftFiling(draft, form, filing.year - 1, environment.now()),
    previous,
    unit.id,
    filingId(environment.id()),
  )
  const outcome = !place ? 'kept' : place.expected === null ? 'stored' : 'replaced'
  const { figures, texts, unread } = draft
  const count = { figures: figures.filter(([, value]) => value !== null).length, texts: texts.length }
  return {
    event: { type: 'last-year', outcome, year: filing.year - 1, ...count, unread },
    previous: place ?? undefined,
  }
}
