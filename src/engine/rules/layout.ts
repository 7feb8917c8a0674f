// What a document shows besides its figures and texts: title, headings in their order, labels. F02, F03, F04, F08.
// It must not read a document: whoever did hands over what was printed.

import { isSame } from '../../reading/narrative/other-names.ts'
import { readTitle } from '../../reading/narrative/title.ts'
import type { Form, SectionKey } from '../form.ts'
import type { Finding } from './finding.ts'

export type LayoutRuleId = 'F02' | 'F04' | 'F08'
export type LayoutMessageId =
  | `F02.${'absent' | 'order' | 'wording'}`
  | `F04.${'words' | 'year' | 'unit'}`
  | 'F08'

export type Layout = {
  /** The document's title; null when it has none or it was not read. */
  readonly title: string | null
  /** Headings of the first rank as printed, in order; `key` is null for one that is none of the form's. Null: not read. */
  readonly headings: readonly { readonly key: SectionKey | null; readonly printed: string }[] | null
  /** Row and column labels that are not the form's own words. */
  readonly labels: readonly { readonly expected: string; readonly printed: string }[]
}

/** What is to be said of a layout. `year` is the report's, `unit` the filing unit's name. */
export const layoutFindings = (
  form: Form,
  { title, headings, labels }: Layout,
  { unit, year }: { readonly unit: string; readonly year: number },
): readonly Finding[] => [
  ...(title === null ? [] : titleFindings(title, unit, year)),
  ...(headings === null ? [] : headingFindings(form, headings)),
  ...labels
    .filter(({ expected, printed }) => expected !== printed)
    .map(({ expected, printed }) => warn('F08', 'F08', printed, { expected })),
]

const titleFindings = (title: string, unit: string, year: number): readonly Finding[] => {
  const read = readTitle(title)
  if (!read.isWhole) return [warn('F04', 'F04.words', title, { unit, year })]
  if (read.year !== year) return [warn('F04', 'F04.year', title, { unit, year })]
  if (read.name === '' || !isSame(read.name, unit)) return [warn('F04', 'F04.unit', title, { unit, year })]
  return []
}

const headingFindings = (form: Form, headings: NonNullable<Layout['headings']>): readonly Finding[] => {
  const asked = form.sections.filter(section => section.heading !== null)
  const place = new Map(asked.map((section, at) => [section.key, at]))
  const known = headings.flatMap(({ key, printed }) =>
    key !== null && place.has(key) ? [{ key, printed }] : [],
  )
  const absent = asked.filter(({ key }) => !known.some(heading => heading.key === key))
  const early = known.find(
    (heading, at) => (place.get(heading.key) ?? 0) < (place.get(known[at - 1]?.key ?? heading.key) ?? 0),
  )
  const other = headings.filter(({ key }) => key === null)
  const [extra] = other
  return [
    ...absent.map(
      ({ heading }): Finding => ({
        rule: 'F02',
        severity: 'error',
        message: 'F02.absent',
        cells: [],
        facts: { heading: heading ?? '' },
      }),
    ),
    ...(early ? [{ ...warn('F02', 'F02.order', early.printed, {}), severity: 'error' as const }] : []),
    ...known.flatMap(({ key, printed }) => {
      const heading = asked.find(section => section.key === key)?.heading ?? ''
      return squeezed(printed) === squeezed(heading) ? [] : [warn('F02', 'F02.wording', printed, { heading })]
    }),
    ...(extra ? [warn('F03', 'F03', extra.printed, { more: other.length - 1 })] : []),
  ]
}

const squeezed = (heading: string): string => heading.replace(/\s/gu, '')

const warn = (
  rule: Finding['rule'],
  message: NonNullable<Finding['message']>,
  quote: string,
  facts: NonNullable<Finding['facts']>,
): Finding => ({ rule, severity: 'warning', message, cells: [], quote, facts })
