// The form that every rival asks: the same words, the same check, as many questions as the run wants.
// Servers under test and the people who talk to them both read it.

export const questions = Number(process.env.QUESTIONS ?? 40)

export const question = (n: number): string =>
  `Question ${n} of the report: how many were there in this year? Write a whole number; 0 if there were none.`

export const asksAgain = 'This is not a whole number. Please write digits only.'

export const done = 'Thank you. The report is complete.'

/** The figure that was written, or undefined. */
export const figure = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined
