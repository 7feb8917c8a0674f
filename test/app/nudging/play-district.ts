// Plays a season of a district moment by moment, with the facts of its units. It asserts nothing.

import { instant, type NudgedDistrict } from './nudged-district.ts'

export const isLong = process.env.LONG === '1'

export const rows = (table: string): readonly string[] =>
  table
    .trim()
    .split('\n')
    .map(row => row.trim())

/** Times at which the machine is awake: hours and their edges, nights. */
const times = isLong
  ? ['08:55', '09:00', '09:30', '10:00', '11:25', '12:00', '14:30', '16:30', '16:55', '17:05', '22:00']
  : ['09:00', '09:30', '10:00', '12:00', '14:30', '16:30', '17:05']

export const datesFrom = (first: string, last: string): readonly string[] => {
  const dates: string[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10))
  return dates
}

export type Fact = {
  readonly at: string
  readonly unit: string
  readonly state: string
  readonly columns?: Readonly<Record<string, number>>
}

/** Each moment in turn; `between` is asked after each, for what machines do. */
export const play = async (
  district: NudgedDistrict,
  days: readonly string[],
  facts: readonly Fact[],
  copies: readonly string[] = [''],
  between: (moment: string) => Promise<void> = async () => {},
) => {
  const moments = [...days.flatMap(day => times.map(time => `${day}T${time}`)), ...facts.map(({ at }) => at)]
  for (const moment of [...new Set(moments)].toSorted()) {
    for (const { unit, state, columns } of facts.filter(({ at }) => at === moment))
      for (const copy of copies) await district.stands(`${unit}${copy}`, state, columns)
    await district.goTo(moment)
    await between(moment)
  }
}

export const touched = (at: string) => ({ touched_at: instant(at), content: 1, open: 2 })

/** The hours of the office's rules, written once more: `HH:MM` strings compare. */
export const isInHours = (moment: string): boolean => {
  const time = moment.slice(11)
  return (time >= '09:00' && time < '11:30') || (time >= '14:30' && time < '17:00')
}
