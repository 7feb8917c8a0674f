// The lines above the first heading: the title, and the opening text under it. Dates, numbers and a table of contents
// are neither.

import { endsTitle, isImprint, readTitle } from '../../reading/report-title.ts'
import type { TextLine } from './lines.ts'
import type { Sliced } from './slices.ts'

export type Top = {
  readonly title: string | null
  readonly text: readonly string[]
  /** Lines left out. */
  readonly beside: readonly string[]
}

/** A title runs over at most so many lines. */
const mostLines = 4
const longestLine = 60

/** `template` is the form's own title. */
export function* topOf(lines: readonly TextLine[], template: string): Sliced<Top> {
  const styled = lines.filter(({ isTitle }) => isTitle)
  if (styled.length > 0) {
    const text = lines.filter(({ isTitle }) => !isTitle).map(({ words }) => words)
    return { title: joined(styled), text, beside: [] }
  }
  const own: TextLine[] = []
  const imprints: TextLine[] = []
  for (const line of lines) {
    ;(isImprint(line.words) ? imprints : own).push(line)
    yield line.words.length
  }
  const { from, to } = titleLines(own, template)
  const beside = [...imprints, ...own.slice(0, from)]
  return {
    title: to > 0 ? joined(own.slice(from, to)) : null,
    text: own.slice(to).map(({ words }) => words),
    beside: beside.map(({ words }) => words),
  }
}

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

const joined = (lines: readonly TextLine[]): string =>
  lines
    .map(({ words }) => words)
    .reduce((before, line) => (/\w$/.test(before) && /^\w/.test(line) ? `${before} ${line}` : before + line))
