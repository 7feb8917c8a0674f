// What stands above the first heading: the title, and the opening text under it. Dates, numbers and a table of
// contents are neither.

import { endsTitle, isImprint } from '../../reading/report-title.ts'
import type { Line } from './lines.ts'

export type Top = {
  readonly title: string | null
  readonly text: readonly string[]
  /** Lines left out. */
  readonly beside: readonly string[]
}

/** A title runs over at most so many lines. */
const mostLines = 4
const longestLine = 60

export const topOf = (lines: readonly Line[]): Top => {
  const styled = lines.filter(({ isTitle }) => isTitle)
  if (styled.length > 0) {
    const text = lines.filter(({ isTitle }) => !isTitle).map(({ words }) => words)
    return { title: joined(styled), text, beside: [] }
  }
  const own = lines.filter(({ words }) => !isImprint(words))
  const beside = lines.filter(({ words }) => isImprint(words)).map(({ words }) => words)
  const found = titleLines(own)
  const text = own.slice(found).map(({ words }) => words)
  return { title: found > 0 ? joined(own.slice(0, found)) : null, text, beside }
}

/** How many lines at the top are the title; 0 when none ends like one. */
const titleLines = (lines: readonly Line[]): number => {
  for (let count = 1; count <= Math.min(mostLines, lines.length); count += 1) {
    const line = lines[count - 1]?.words ?? ''
    if (line.length > longestLine || /[。；;：:]$/u.test(line)) return 0
    if (endsTitle(joined(lines.slice(0, count)))) return count
  }
  return 0
}

const joined = (lines: readonly Line[]): string =>
  lines
    .map(({ words }) => words)
    .reduce((before, line) => (/\w$/.test(before) && /^\w/.test(line) ? `${before} ${line}` : before + line))
