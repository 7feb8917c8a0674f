// The intake's reader of Word documents, in the words of the app.

import type { Unimported } from '../engine/draft.ts'
import { readDocx } from '../intake/docx.ts'
import type { ReadDocument } from './sent-file.ts'

export const readDocument: ReadDocument = body => {
  const read = readDocx(body)
  if (!read.ok) return { ok: false, why: whys[read.why] ?? 'damaged' }
  const { form, unit, year, figures, texts, unread } = read.draft
  return {
    ok: true,
    draft: {
      form,
      unit: unit ?? '',
      year,
      figures: [...figures].map(([key, { value, note }]) => [key, value, note]),
      texts: [...texts],
      unread: unread.map(({ place, said }) => ({ place, said })),
    },
  }
}

const whys: Readonly<Record<string, Unimported>> = {}
