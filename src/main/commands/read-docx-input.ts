// A Word report as a command's input. What was not read is told on the error output; nothing of it is filled in.

import { cellName } from '../../app/words-for.ts'
import type { Draft, UnreadPart } from '../../engine/draft.ts'
import type { Form } from '../../engine/form.ts'
import { catalog } from '../../forms/catalog.ts'
import { createWords, type Words } from '../../i18n/words.ts'
import { readDocx } from '../../intake/docx.ts'
import { draftFiling, ownTitle } from '../../intake/draft-filing.ts'
import type { Desk } from './desk.ts'
import { printable } from './printable.ts'
import type { Input } from './read-input.ts'

/** So many unread parts are told; of the others only their number. */
const mostTold = 8

export const readDocxInput = (desk: Desk, file: string, bytes: Uint8Array): Input => {
  const words = createWords(desk.locale)
  const read = readDocx(bytes, catalog)
  if (!read.ok) return { ok: false, why: words.say(`draft.${read.why}`) }
  const { draft, layout } = read
  const form = catalog.formOf(draft.form)
  const unread = [...draft.unread, ...read.missing]
  if (draft.year === null) return { ok: false, why: desk.words('input.no-year') }
  if (unread.length > 0) desk.complain(unreadWords(desk, words, file, draft, form, unread))
  return {
    ok: true,
    filing: draftFiling(draft, form, draft.year, desk.now()),
    unit: draft.unit || desk.words('input.no-unit'),
    level: null,
    title: ownTitle(form, draft, layout.title),
    layout,
    unknown: [],
    others: {},
  }
}

const unreadWords = (
  { words: say }: Desk,
  words: Words,
  file: string,
  { figures, texts }: Draft,
  form: Form,
  unread: readonly UnreadPart[],
): string => {
  const told = unread.slice(0, mostTold).map(part => partWords(say, words, form, part))
  const more = unread.length > mostTold ? [say('input.more', { count: unread.length - mostTold })] : []
  return say('input.draft', {
    file,
    figures: figures.length,
    texts: texts.length,
    count: unread.length,
    parts: [...told, ...more].join(say('list')),
  })
}

const partWords = (
  say: Desk['words'],
  words: Words,
  form: Form,
  { place, said, why }: UnreadPart,
): string => {
  const name = place === null ? '' : cellName(words, form, place)
  return say('input.draft.part', {
    said: [name, printable(said)].filter(part => part !== '').join(' '),
    why: words.say(whyKey(why)),
  })
}

const whyKey = (why: UnreadPart['why']) => {
  switch (why) {
    case 'ambiguous':
    case 'missing':
    case 'unknown-row':
    case 'unknown-column':
    case 'unknown-table':
    case 'stray-text':
    case 'too-long':
      return `draft.why.${why}` as const
    default:
      return 'draft.why.figure' as const
  }
}
