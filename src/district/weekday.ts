// The weekday of a date, for the way people say it.

import { getDay } from 'date-fns/getDay'
import { parseISO } from 'date-fns/parseISO'

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** 0 Sunday … 6 Saturday, of a `YYYY-MM-DD` date. */
export const weekdayOf = (date: string): Weekday => getDay(parseISO(date)) as Weekday
