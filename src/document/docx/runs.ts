// Words as runs of npm docx.

import { type IRunOptions, TextRun } from 'docx'

/** The hint lets quotation marks and dashes take the East Asian font. */
export const textRun = (words: string, options: IRunOptions = {}): TextRun =>
  new TextRun({ font: { hint: 'eastAsia' }, ...options, text: words })

/** Lines of one paragraph. */
export const linesOf = (lines: readonly string[]): TextRun[] =>
  lines.map((line, at) => textRun(line, at === 0 ? {} : { break: 1 }))
