// Work that lets others go first: a file is read in slices, and between two of them whoever waits is served. It must not
// know what is read.

/** Gives, again and again, how much it has done since it last said so, in signs; a part is never more than `part`. */
export type Sliced<T> = Generator<number, T, void>

/** Resolves when others have had their turn; `done` are the signs of the slice that has ended. */
export type Pause = (done: number) => Promise<void>

/**
 * Signs of one part, the longest paragraph, and of all parts between two pauses: beyond 15,000 signs a slice ends. That is
 * one to six milliseconds of CPU, collections of garbage aside (`npm run bench -- --only hostile`).
 */
export const slice = { part: 60_000, most: 75_000 } as const

/** An element is some work even without words. */
export const perElement = 3

/** Does the work and pauses before a slice could become too large. */
export const inSlices = async <T>(work: Sliced<T>, pause: Pause): Promise<T> => {
  let done = 0
  for (;;) {
    const next = work.next()
    if (next.done) return next.value
    done += next.value
    if (done + slice.part <= slice.most) continue
    await pause(done)
    done = 0
  }
}
