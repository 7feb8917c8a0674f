// The reasons that a unit writes for what looks wrong and is right: remarks beside the report, so that next year's check
// finds those that last. A reason holds while the numbers that it speaks of stay the same, and only then.

import { answers } from './answers/answers.ts'
import { derive, stated } from './derive.ts'
import type { Filing, Remark } from './filing.ts'
import type { CellKey, Form, TextKey } from './form.ts'
import { cellOf } from './index-of.ts'
import type { Known } from './known.ts'
import { renamed } from './renamed.ts'
import type { Finding } from './rules/finding.ts'

type Spoken = Pick<Remark, 'kind' | 'rule' | 'cells' | 'figures' | 'quote'>

/** The part of a reason that says which finding it is for. One that lasts is for any numbers. */
export const reasonFor = (form: Form, filing: Filing, finding: Finding): Spoken => {
  const { rule, message, quote, lasts } = finding
  const figures = figuresOf(form, filing, finding)
  return {
    kind: 'reason',
    rule: message ?? rule,
    cells: placesOf(finding),
    figures: lasts || figures.length === 0 ? null : figures,
    quote: quote ?? null,
  }
}

/** The finding with the reason that was written for it, here or, where it lasts, in last year's report. */
export const withReason = (form: Form, filing: Filing, { previous }: Known, finding: Finding): Finding => {
  const own = reasonIn(form, filing, finding, () => String(figuresOf(form, filing, finding)))
  const reason =
    own ?? (finding.lasts && previous ? reasonIn(form, previous.filing, finding, null) : undefined)
  return reason ? { ...finding, reason } : finding
}

/** The latest one that answers. */
const reasonIn = (
  form: Form,
  { remarks }: Filing,
  finding: Finding,
  figuresNow: (() => string) | null,
): string | undefined => {
  let found: Remark | undefined
  for (const remark of remarks.values())
    if (
      answersIt(form, remark, finding) &&
      (finding.lasts || remark.figures === null || String(remark.figures) === figuresNow?.()) &&
      (!found || remark.at >= found.at)
    )
      found = remark
  return found?.body
}

const answersIt = (form: Form, { kind, rule, cells, quote }: Remark, finding: Finding): boolean => {
  if (kind !== 'reason' || (rule !== finding.rule && rule !== finding.message)) return false
  if (quote !== null && quote !== finding.quote) return false
  const places: readonly string[] = placesOf(finding)
  const spoken = cells.map(cell => renamed(form, cell))
  return spoken[0] === places[0] || spoken.every(cell => places.includes(cell))
}

const placesOf = ({ cells, text }: Finding): readonly (CellKey | TextKey)[] =>
  text === undefined ? cells : [...cells, text]

/** Both sums; of a finding without sides the figures in its cells. */
const figuresOf = (form: Form, filing: Filing, { left, right, cells }: Finding): readonly number[] => {
  const sums = [left?.sum, right?.sum].filter(sum => sum !== undefined)
  if (sums.length > 0) return sums
  const figures = derive(form, filing)
  return cells.flatMap(key => {
    const figure = stated(filing, figures, key)
    const amount = figure && answers[cellOf(form, key).answer].amount?.(figure.value)
    return amount === undefined ? [] : [amount]
  })
}
