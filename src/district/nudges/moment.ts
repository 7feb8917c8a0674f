// Moments of the district's zone, `YYYY-MM-DDTHH:MM`: they compare as strings, and the planner needs no zone.

/** A date and the minute of its day. */
export type Moment = { readonly date: string; readonly time: number }

export const readMoment = (moment: string): Moment => {
  const [date = '', time = ''] = moment.split('T')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { date, time: hour * 60 + minute }
}

export const writeMoment = ({ date, time }: Moment): string =>
  `${date}T${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}`

const twoDigits = (number: number): string => String(number).padStart(2, '0')
