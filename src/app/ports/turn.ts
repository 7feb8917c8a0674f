// The clock's rows as types: what is due, and one doing of it.

/** Something to do at an instant. A recurring job has one row, with the empty key. */
export type Due = { readonly job: string; readonly key: string; readonly at: number }

/** One doing of a due row. `next` is the instant that its row is set to; null when it does not recur. */
export type Turn = { readonly due: Due; readonly now: number; readonly next: number | null }
