// A document as it prints besides its figures and texts: title, headings in their order, labels. Plain data; the reader
// of the document makes it, the form's rules judge it.

import type { SectionKey } from './keys.ts'

export type Printed = {
  /** The document's title; null when it has none or it was not read. */
  readonly title: string | null
  /** Headings of the first rank as printed, in order; `key` is null for one that is none of the form's. Null: not read. */
  readonly headings: readonly { readonly key: SectionKey | null; readonly printed: string }[] | null
  /** Row and column labels that are not the form's own words. */
  readonly labels: readonly { readonly expected: string; readonly printed: string }[]
}
