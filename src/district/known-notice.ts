// The notices that the holiday library carries, from its data: its functions read dates in the zone of the machine and are
// a day wrong west of Greenwich. A year counts only where it names any free day.

import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Notice } from './notice.ts'

/** The notice for a year, or null where the library has none. */
export const knownNotice = (year: number): Notice | null => notices.get(year) ?? null

const datesByYear = (days: Readonly<Record<string, string>>): ReadonlyMap<number, readonly string[]> =>
  Map.groupBy(Object.keys(days).sort(), date => Number(date.slice(0, 4)))

const work = datesByYear(chineseDays.workdays)

const notices: ReadonlyMap<number, Notice> = new Map(
  [...datesByYear(chineseDays.holidays)].map(([year, off]) => [
    year,
    { year, off, work: work.get(year) ?? [] },
  ]),
)
