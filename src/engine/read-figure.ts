// Words read as the figure of one cell.

import type { Read } from './answers/answer.ts'
import { answers } from './answers/answers.ts'
import { type Filing, longestNote } from './filing.ts'
import type { CellKey, Form } from './form.ts'
import { cellOf } from './index-of.ts'

/** Reads words as this cell's kind of answer does; a note that would break the table's shape is refused. */
export const readFigure = (form: Form, { year }: Pick<Filing, 'year'>, key: CellKey, text: string): Read => {
  const { answer, options } = cellOf(form, key)
  const read = answers[answer].read(text, { year, ...(options && { options }) })
  const isLong = 'value' in read && (read.note?.length ?? 0) > longestNote + 2
  return isLong ? { unread: 'too-long', limit: longestNote } : read
}
