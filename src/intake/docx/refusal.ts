// Why a Word file is not read at all, and how the reading stops from deep inside a stream. It must not carry a word
// of the file.

/**
 * `old-word` is .doc or .wps, `encrypted` has a password, `doctype` declares entities, `no-tables` has no table of
 * the form, `no-edition` does not tell which form it is, `several-reports` holds more than one.
 */
export type WhyRefused =
  | 'not-docx'
  | 'old-word'
  | 'encrypted'
  | 'too-large'
  | 'doctype'
  | 'damaged'
  | 'no-tables'
  | 'no-edition'
  | 'several-reports'

type Stop = Error & { readonly refused: WhyRefused }

/** Ends the reading; `reading` is where it is caught. */
export const stop = (refused: WhyRefused): never => {
  throw Object.assign(new Error(refused), { name: 'Stop', refused })
}

/** What `work` gives, or why it stopped. */
export const reading = <T>(
  work: () => T,
): { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: WhyRefused } => {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (isStop(error)) return { ok: false, why: error.refused }
    throw error
  }
}

const isStop = (error: unknown): error is Stop => error instanceof Error && 'refused' in error
