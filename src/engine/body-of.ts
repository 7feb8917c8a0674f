// A text as people read it: what they typed as it is, what the bot drafted with the figures of this moment.

import { renderBound } from './bound.ts'
import { derive } from './derive.ts'
import type { Filing, Part } from './filing.ts'
import type { CellKey, Form, TextKey } from './form.ts'

/** A text as one body, its paragraphs separated by `\n`; undefined when nothing was written or left out. */
export const bodyOf = (form: Form, filing: Filing, text: TextKey): string | undefined =>
  filing.texts
    .get(text)
    ?.map(part => partBody(form, filing, part))
    .join('\n')

/** One part of a text as it reads. */
export const partBody = (form: Form, filing: Filing, { body, bound }: Part): string =>
  bound ? renderBound(body, key => countAt(form, filing, key)) : body

/** A blank counts as 0, like everywhere; an amount of money is no count. */
export const countAt = (form: Form, filing: Filing, key: CellKey): number | undefined => {
  const figure = derive(form, filing).get(key)
  if (!figure) return undefined
  return typeof figure.value === 'number' ? figure.value : 0
}
