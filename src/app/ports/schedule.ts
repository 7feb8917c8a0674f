// The port of the clock's work.

export type Schedule = {
  /**
   * Delete old rows: incoming ids after 30 days, and invitations 30 days after they were taken or expired; after 90
   * days faults, cards that are nobody's live one, mail that was sent or given up and that nothing younger changes, but
   * for the questions that stand and the last message to a person with a seat; reports of documents whose message is
   * gone, but for each filing's last; and sessions that have ended.
   */
  readonly prune: (now: number) => Promise<void>
}
