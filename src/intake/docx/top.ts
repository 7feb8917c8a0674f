// The lines above the first heading: the title, and the opening text under it. Dates, numbers and a table of contents
// are neither.

import { type Aside, asideIn } from '../../reading/printed-aside.ts'
import { endsTitle, readTitle } from '../../reading/report-title.ts'
import type { TextLine } from './lines.ts'
import type { Sliced } from './slices.ts'

export type Top = {
  readonly title: readonly TextLine[]
  readonly text: readonly TextLine[]
  readonly passed: readonly (readonly [TextLine, Aside])[]
  /** Lines that are none of these: a letterhead, words in brackets. */
  readonly left: readonly TextLine[]
}

/** A title runs over at most so many lines. */
const mostLines = 4
const longestLine = 60

/** `template` is the form's own title. */
export function* topOf(lines: readonly TextLine[], template: string): Sliced<Top> {
  const own: TextLine[] = []
  const passed: (readonly [TextLine, Aside])[] = []
  const left: TextLine[] = []
  for (const line of lines) {
    const aside = line.isTitle ? null : asideIn(line.words)
    if (aside) passed.push([line, aside])
    else if (!line.isTitle && inBrackets.test(line.words)) left.push(line)
    else own.push(line)
    yield line.words.length
  }
  const styled = own.filter(({ isTitle }) => isTitle)
  if (styled.length > 0) return { title: styled, text: own.filter(({ isTitle }) => !isTitle), passed, left }
  const { from, to } = titleLines(own, template)
  return { title: own.slice(from, to), text: own.slice(to), passed, left: [...left, ...own.slice(0, from)] }
}

const inBrackets = /^[（(][^（()）]{0,60}[）)]$/u

/** The lines of the title: one that names unit and year by itself, else all down to where one ends. */
const titleLines = (
  lines: readonly TextLine[],
  template: string,
): { readonly from: number; readonly to: number } => {
  for (let to = 1; to <= Math.min(mostLines, lines.length); to += 1) {
    const line = lines[to - 1]?.words ?? ''
    if (line.length > longestLine || /[。；;：:]$/u.test(line)) break
    const { unit, year } = readTitle(line, template)
    if (endsTitle(line) && unit !== null && year !== null) return { from: to - 1, to }
    if (endsTitle(joined(lines.slice(0, to)))) return { from: 0, to }
  }
  return { from: 0, to: 0 }
}

/** The words of a title over its lines. */
export const joined = (lines: readonly TextLine[]): string =>
  lines
    .map(({ words }) => words)
    .reduce((before, line) => (/\w$/.test(before) && /^\w/.test(line) ? `${before} ${line}` : before + line))
