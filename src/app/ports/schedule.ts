// The port of the clock's work.

export type Schedule = {
  /**
   * Forget all that is old enough: incoming ids after 30 days; after 90 the words of mail that was sent or given up,
   * cards that are nobody's live one, the reports of documents but each filing's last; and sessions that have ended.
   */
  readonly prune: (now: number) => Promise<void>
}
