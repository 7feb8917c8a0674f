// The years that are reported on. Dates are `YYYY-MM-DD` strings.

/** Whether this year has begun; before that there is nothing of it to report. */
export const hasBegun = (year: number, today: string): boolean => year <= Number(today.slice(0, 4))

/** The year that is reported on: from July on it is this year, before that last year. */
export const reportYear = (today: string): number => {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month >= 7 ? year : year - 1
}
