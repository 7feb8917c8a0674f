// Everything a check has to say about a filing: findings, and what is missing. The same function for a person in
// the chat, for a file, and for the supervisor.

import { agenda, type Item } from './agenda.ts'
import { answers } from './answers/answers.ts'
import { derive, type Figures, stated } from './derive.ts'
import type { Filing } from './filing.ts'
import type { Form } from './form.ts'
import { indexOf } from './index-of.ts'
import { atLeast } from './rules/at-least.ts'
import { equation } from './rules/equation.ts'
import type { Finding } from './rules/finding.ts'
import type { Judged } from './rules/judged.ts'
import type { Rule } from './rules/rule.ts'
import { together } from './rules/together.ts'
import { whole } from './rules/whole.ts'

export type Review = { readonly findings: readonly Finding[]; readonly incomplete: readonly Item[] }

/** Judge every rule of the form, in the form's order, and list what is open. */
export const review = (form: Form, filing: Filing): Review => {
  const figures = derive(form, filing)
  const findings = known.get(filing.entries) ?? judgeAll(form, filing, figures)
  known.set(filing.entries, findings)
  return { findings, incomplete: agenda(form, filing, figures) }
}

/** As in derive.ts: the same entries, the same findings. */
const known = new WeakMap<Filing['entries'], readonly Finding[]>()

const judgeAll = (form: Form, filing: Filing, figures: Figures): readonly Finding[] => {
  const { cells } = indexOf(form)
  const judged: Judged = key => {
    const figure = stated(filing, figures, key)
    const answer = cells.get(key)?.answer
    if (!figure || !answer) return undefined
    return { value: figure.value, amount: answers[answer].amount(figure.value), answer }
  }
  return form.rules.flatMap(rule => judge(rule, judged))
}

/** Whether a finding stops the report: an error always does. */
export const blocks = (finding: Finding): boolean => finding.severity !== 'warning'

/** A finding's identity from one review to the next: the rule and where it is broken. */
export const findingKey = (finding: Pick<Finding, 'rule' | 'cells'>): string =>
  `${finding.rule}:${finding.cells[0]}`

const judge = (rule: Rule, judged: Judged): readonly Finding[] => {
  switch (rule.type) {
    case 'equation':
      return equation(rule, judged)
    case 'whole':
      return whole(rule, judged)
    case 'at-least':
      return atLeast(rule, judged)
    case 'together':
      return together(rule, judged)
    default:
      return rule satisfies never
  }
}
