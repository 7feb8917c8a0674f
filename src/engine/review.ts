// Everything a check has to say about a filing: findings, and what is missing. The same function for a person in
// the chat, for a file, and for the supervisor.

import { agenda, type Item } from './agenda.ts'
import { answers } from './answers/answers.ts'
import { derive, type Figures, stated } from './derive.ts'
import type { Filing } from './filing.ts'
import type { Form } from './form.ts'
import { cellOf } from './index-of.ts'
import { onceFor } from './once-for.ts'
import { atLeast } from './rules/at-least.ts'
import { equation } from './rules/equation.ts'
import type { Finding } from './rules/finding.ts'
import type { Judged } from './rules/judged.ts'
import type { Rule } from './rules/rule.ts'
import { together } from './rules/together.ts'
import { whole } from './rules/whole.ts'

export type Review = { readonly findings: readonly Finding[]; readonly incomplete: readonly Item[] }

/** Judge every rule of the form, in the form's order, and list what is open. */
export const review = onceFor((form, filing): Review => {
  const figures = derive(form, filing)
  return { findings: judgeAll(form, filing, figures), incomplete: agenda(form, filing, figures) }
})

const judgeAll = (form: Form, filing: Filing, figures: Figures): readonly Finding[] => {
  const judged: Judged = {
    value: key => stated(filing, figures, key)?.value,
    amount: key => {
      const figure = stated(filing, figures, key)
      return figure && answers[cellOf(form, key).answer].amount(figure.value)
    },
    answer: key => cellOf(form, key).answer,
    isOurs: key => cellOf(form, key).sum !== undefined && !filing.entries.has(key),
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
