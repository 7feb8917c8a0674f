// The State Council's yearly notice of holidays (国务院办公厅关于部分节假日安排的通知), as data: which days are free and which
// days of a weekend work for them.

/** Dates are `YYYY-MM-DD`. Saturdays and Sundays are free without being named. */
export type Notice = {
  readonly year: number
  readonly off: readonly string[]
  readonly work: readonly string[]
}
