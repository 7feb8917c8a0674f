// Mends what a wrong clock left in the outbox: mail that is due, or held, further ahead than any pause of ours.

import type { Job } from '../app/clock/job.ts'
import { leaseMs } from '../app/mail/deliver.ts'

/** Telegram may ask for hours (429, `retry_after`); a pause of our own is half an hour at most. */
const longestPauseMs = 86_400_000

export const cutWaits: Job['run'] = ({ schedule }, turn) =>
  schedule.cutWaits(turn, { dueAt: turn.now + longestPauseMs, leaseUntil: turn.now + leaseMs })
