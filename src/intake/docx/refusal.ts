// Stops the reading of a Word file from deep inside a stream. It must not carry a word of the file.

import type { WhyRefused } from '../../engine/draft.ts'

type Stop = Error & { readonly refused: WhyRefused }

/** Ends the reading; `reading` is where it is caught. */
export const stop = (refused: WhyRefused): never => {
  throw Object.assign(new Error(refused), { name: 'Stop', refused })
}

/** The value of `work`, or why it stopped. */
export const reading = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: WhyRefused }> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (isStop(error)) return { ok: false, why: error.refused }
    throw error
  }
}

const isStop = (error: unknown): error is Stop => error instanceof Error && 'refused' in error
