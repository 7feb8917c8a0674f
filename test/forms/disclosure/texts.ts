// A filing with requests of two applicants and consistent tables, texts to put beside it, and what a review says of
// the words. It judges nothing.

import type { Filing } from '../../../src/engine/filing.ts'
import { personId } from '../../../src/engine/filing.ts'
import type { Form } from '../../../src/engine/form.ts'
import { type TextKey, textKey } from '../../../src/engine/form.ts'
import type { RuleId } from '../../../src/engine/keys.ts'
import type { Known } from '../../../src/engine/known.ts'
import type { Printed } from '../../../src/engine/printed.ts'
import { review } from '../../../src/engine/review.ts'
import type { Finding } from '../../../src/engine/rules/finding.ts'
import { disclosure2021 } from '../../../src/forms/disclosure/form-2021.ts'
import { filingWith } from '../../engine/play.ts'
import { alone, but, type Entries } from './figures.ts'

/** 一 35, 二 6, 三（七） 37, 四 4; groups 17, 4, 3, 6, 2, 5; natural persons 30, 5, 32, 3. */
export const requests = {
  'requests.received.natural': 30,
  'requests.carried-in.natural': 5,
  'requests.granted.natural': 14,
  'requests.partly-granted.natural': 4,
  'requests.refused-state-secret.natural': 1,
  'requests.refused-internal.natural': 2,
  'requests.unavailable-not-held.natural': 5,
  'requests.declined-petition.natural': 2,
  'requests.other-not-corrected.natural': 1,
  'requests.other-rest.natural': 3,
  'requests.carried-out.natural': 3,
  'requests.received.business': 5,
  'requests.carried-in.business': 1,
  'requests.granted.business': 3,
  'requests.unavailable-must-be-made.business': 1,
  'requests.other-fee-unpaid.business': 1,
  'requests.carried-out.business': 1,
}

export const year = disclosure2021.years.from + 1

export const withTexts = (filing: Filing, texts: Readonly<Record<string, string>>): Filing => ({
  ...filing,
  texts: new Map(
    Object.entries(texts).map(
      ([key, body]): [TextKey, Filing['texts'] extends ReadonlyMap<TextKey, infer P> ? P : never] => [
        textKey(key),
        [{ body, by: personId('p'), at: 0, message: null }],
      ],
    ),
  ),
})

/** The findings about a printed document of the 2021 edition; nothing is entered. */
export const foundInPrint = (printed: Partial<Printed>, unit: string, year: number): readonly Finding[] =>
  review(
    disclosure2021,
    { ...filingWith(disclosure2021, {}), year },
    {
      ...alone,
      unit: { ...alone.unit, name: unit },
      printed: { title: null, headings: null, labels: [], ...printed },
    },
  ).findings

type Options = {
  readonly form?: Form
  readonly entries?: Entries
  readonly known?: Known
}

/** The findings about the words of these texts; with a rule, only that rule's. */
export const said = (
  texts: Readonly<Record<string, string>>,
  rule?: RuleId,
  { form = disclosure2021, entries = but(disclosure2021, requests), known = alone }: Options = {},
): readonly Finding[] =>
  review(form, withTexts(filingWith(form, entries), texts), known).findings.filter(
    found => found.text !== undefined && (!rule || found.rule === rule),
  )
