// A limit on tries of a kind: a bucket for each key, one for all together, and a line of the log once a minute that says
// how many were tried and refused. It knows nobody by more than a key.

import type { Environment, Log } from './ports/environment.ts'
import { type BucketRate, createTokenBucket, type TakeToken, takeToken } from './token-bucket.ts'

export type Limit = {
  /** The log's event. */
  readonly event: string
  readonly each: BucketRate
  readonly all: BucketRate
  /** The first try of a minute is told at once, though it is not refused. */
  readonly tellsTries?: boolean
}

/** Keys that are remembered; about a hundred bytes each. */
const keys = 10_000
const pauseMs = 60_000

/** Takes a try; 0 when it is let through, else the milliseconds to wait. */
export const createLimit = (
  { event, each, all, tellsTries = false }: Limit,
  { elapsed }: Pick<Environment, 'elapsed'>,
  log: Log,
): TakeToken => {
  const takeOfKey = createTokenBucket({ ...each, keys }, elapsed)
  let allFullAt = elapsed()
  // A try that is refused takes from neither, so that waiting as long as it says always helps.
  const takeOfBoth = (key: string): number => {
    const ofAll = takeToken(all, allFullAt, elapsed())
    const waitMs = ofAll.waitMs || takeOfKey(key)
    if (waitMs === 0) allFullAt = ofAll.fullAt
    return waitMs
  }
  const seen = { tried: 0, refused: 0, toldAt: Number.NEGATIVE_INFINITY }
  return key => {
    const waitMs = takeOfBoth(key)
    seen.tried += 1
    if (waitMs > 0) seen.refused += 1
    if ((waitMs > 0 || tellsTries) && elapsed() - seen.toldAt >= pauseMs) {
      log(event, { tried: seen.tried, refused: seen.refused })
      Object.assign(seen, { tried: 0, refused: 0, toldAt: elapsed() })
    }
    return waitMs
  }
}
