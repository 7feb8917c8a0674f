// Slows what comes too often: a bucket of tokens for each key, over a clock that the caller reads. It knows nobody and
// answers nobody; how long to wait is all that it says.

/** How many at once, and how long one of them takes to come back (milliseconds). */
export type BucketRate = { readonly capacity: number; readonly refillMs: number }

/** After a try: the instant at which the bucket is full again, and how long to wait; 0 when it was taken. */
export type TokenTry = { readonly fullAt: number; readonly waitMs: number }

/**
 * One token of a bucket that is full at `fullAt`; `now` is an instant of the same clock. A refused try takes nothing, so
 * that waiting for `waitMs` always helps. One number is a whole bucket, which a database may keep too.
 */
export const takeToken = ({ capacity, refillMs }: BucketRate, fullAt: number, now: number): TokenTry => {
  const after = Math.max(fullAt, now) + refillMs
  const waitMs = Math.max(0, after - now - capacity * refillMs)
  return waitMs > 0 ? { fullAt, waitMs } : { fullAt: after, waitMs: 0 }
}

/** Takes a token of the key's bucket; 0 when there was one, else the milliseconds until there is. */
export type TakeToken = (key: string) => number

/**
 * Buckets by key. At most `keys` are remembered: the one that was not asked for longest is forgotten first and is full
 * when it comes again. What must hold whoever asks has therefore one key for all.
 */
export const createTokenBucket = (
  rate: BucketRate & { readonly keys: number },
  elapsed: () => number,
): TakeToken => {
  const buckets = new Map<string, number>()
  return key => {
    const now = elapsed()
    const { fullAt, waitMs } = takeToken(rate, buckets.get(key) ?? now, now)
    buckets.delete(key)
    buckets.set(key, fullAt)
    const [oldest] = buckets.keys()
    if (buckets.size > rate.keys && oldest !== undefined) buckets.delete(oldest)
    return waitMs
  }
}
