// How usual each slip is, smaller first: the order in which suspects are offered.

export const rankOf = {
  swapped: 0,
  ten: 1,
  /** A whole figure one column or row over, where nothing else stood. */
  over: 2,
  total: 3,
  /** Two neighbours exchanged, or one written over the other. */
  exchanged: 4,
  digit: 5,
  one: 6,
  /** A whole figure that belongs to what already stands beside it. */
  added: 7,
  /** A share of a figure belongs to a neighbour: one case under the wrong applicant. */
  share: 8,
  other: 9,
  /** Nothing was entered here; that something is missing comes last. */
  zero: 10,
} as const
