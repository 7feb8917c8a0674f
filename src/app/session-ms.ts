// How long a browser stays in that does not come back, in milliseconds: 120 days, from one year's report to the next
// spring.

export const sessionMs = 120 * 86_400_000
