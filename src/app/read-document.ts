// The intake's reader of Word documents, in the words of the app.

import type { Unimported } from '../engine/draft.ts'
import { readDocx } from '../intake/docx.ts'
import type { ReadDocument } from './sent-file.ts'

/** What the document leaves out is no news: it stays open and is asked. */
export const readDocument: ReadDocument = body => {
  const read = readDocx(body)
  if (!read.ok) return { ok: false, why: whys[read.why] }
  const { form, unit, year, figures, texts, unread } = read.draft
  return {
    ok: true,
    draft: {
      form,
      unit: unit ?? '',
      year,
      figures: [...figures].map(([key, { value, note }]) => [key, value, note]),
      texts: [...texts],
      unread: unread.flatMap(({ place, said, why }) => (why === 'missing' ? [] : [{ place, said }])),
    },
  }
}

const whys = {
  'not-docx': 'not-word',
  'old-word': 'older-word',
  encrypted: 'encrypted',
  'too-large': 'too-complex',
  doctype: 'damaged',
  damaged: 'damaged',
  'no-tables': 'not-a-report',
  'no-edition': 'not-a-report',
  'several-reports': 'several-reports',
} as const satisfies Readonly<Record<string, Unimported>>
