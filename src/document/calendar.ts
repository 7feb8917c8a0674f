// Days as an iCalendar (RFC 5545), for calendars that fetch it again and again: whole days, so that no zone moves them.
// The only file that knows ical-generator; runs in Node and workerd alike.

import ical, { ICalCalendarMethod } from 'ical-generator'

/** `uid` stays the same while the day is moved; `date` is `YYYY-MM-DD`. */
export type CalendarDay = { readonly uid: string; readonly date: string; readonly summary: string }

/** How often a calendar may look again, in seconds. */
const ttl = 6 * 3_600

/** CRLF at each line's end, lines of 75 octets at most. `at` (epoch milliseconds) is when it was asked for. */
export const calendarOf = (name: string, days: readonly CalendarDay[], at: number): string => {
  const calendar = ical({
    ...{ name, ttl, method: ICalCalendarMethod.PUBLISH },
    prodId: { company: 'nianbao', product: 'nianbao', language: 'ZH' },
  })
  for (const { uid, date, summary } of days)
    calendar.createEvent({
      ...{ id: uid, summary, allDay: true, timezone: 'UTC' },
      ...{ start: new Date(date), stamp: new Date(at) },
    })
  return `${calendar.toString()}\r\n`
}
