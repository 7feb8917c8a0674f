// The yearly notice of holidays as the State Council writes it: 「元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）
// 上班。」 It must not guess: a clause whose days do not add up is named.

/** Dates are `YYYY-MM-DD`, in the order in which they are named. */
export type NoticeRead =
  | {
      readonly ok: true
      readonly year: number
      readonly off: readonly string[]
      readonly work: readonly string[]
    }
  | { readonly ok: false; readonly why: WhyNoNotice; readonly clause: string }

/** `no-year`, `no-holidays`: not such a notice; the others name the clause that cannot be right. */
export type WhyNoNotice =
  | 'no-year'
  | 'no-holidays'
  | 'no-date'
  | 'count-differs'
  | 'too-long'
  | 'works-on-weekday'
  | 'day-twice'

export const readHolidayNotice = (text: string): NoticeRead => {
  const plain = text.normalize('NFKC')
  const year = Number(/(\d{4})年(?:部分)?节假日/.exec(plain)?.[1] ?? 0)
  if (year === 0) return { ok: false, why: 'no-year', clause: '' }
  const [off, work]: [string[], string[]] = [[], []]
  for (const clause of plain.split(/[。;\n]/)) {
    const read = readClause(clause, year)
    const why = typeof read === 'string' ? read : null
    if (typeof read !== 'string') {
      off.push(...read.off)
      work.push(...read.work)
    }
    if (why ?? dayTwice(off, work)) return { ok: false, why: why ?? 'day-twice', clause: clause.trim() }
  }
  return off.length > 0 ? { ok: true, year, off, work } : { ok: false, why: 'no-holidays', clause: '' }
}

/** Whether a day is off and works too. */
export const dayTwice = (off: readonly string[], work: readonly string[]): boolean =>
  off.some(day => work.includes(day))

type Days = { readonly off: readonly string[]; readonly work: readonly string[] }

/** A day belongs to the 放假 or 上班 behind it, and to the last one where none is: 放假时间为1月1日. */
const readClause = (clause: string, year: number): Days | WhyNoNotice => {
  const verbs = [...clause.matchAll(/放假|上班/g)]
  if (verbs.length === 0) return { off: [], work: [] }
  const days = daysOf(clause, year)
  if (typeof days === 'string') return days
  const verbOf = (at: number) => (verbs.find(({ index }) => index > at) ?? verbs.at(-1))?.[0]
  const those = (verb: string) => days.filter(({ at }) => verbOf(at) === verb).map(({ date }) => date)
  const [off, work] = [those('放假'), those('上班')]
  const told = /共(\d{1,2})天/.exec(clause)?.[1]
  if (off.length > 0 && told !== undefined && Number(told) !== off.length) return 'count-differs'
  return work.some(isWeekday) ? 'works-on-weekday' : { off, work }
}

/** No holiday of a notice has lasted longer. */
const mostDays = 16

type Named = { readonly date: string; readonly at: number }

/** The days that a clause names, and where; of 1月1日至3日 all three. A month or year that is left out is the one before. */
const daysOf = (clause: string, ofNotice: number): readonly Named[] | 'no-date' | 'too-long' => {
  const days: Named[] = []
  let [year, month, end] = [ofNotice, 0, 0]
  for (const named of clause.matchAll(/(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g)) {
    year = Number(named[1] ?? year)
    month = Number(named[2] ?? month)
    const date = dateOf(year, month, Number(named[3]))
    if (date === null) return 'no-date'
    const last = days.at(-1)?.date
    const between = clause.slice(end, named.index)
    const isRange = last !== undefined && /[至到~—-]/.test(between) && !/放假|上班/.test(between)
    const more = isRange ? daysBetween(last, date) : [date]
    if (more === null) return 'too-long'
    days.push(...more.map(day => ({ date: day, at: named.index })))
    end = named.index + named[0].length
  }
  return days
}

const dayMs = 86_400_000

const dateOf = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null
}

/** The days after one up to another; null where they are too many, or none. */
const daysBetween = (first: string, last: string): readonly string[] | null => {
  const count = (Date.parse(last) - Date.parse(first)) / dayMs
  if (count < 1 || count >= mostDays) return null
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.parse(first) + (at + 1) * dayMs).toISOString().slice(0, 10),
  )
}

const isWeekday = (date: string): boolean => ![0, 6].includes(new Date(date).getUTCDay())
