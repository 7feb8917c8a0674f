// Everything a check has to say about a filing: findings, and what is missing. The same function for a person in
// the chat, for a file, and for the supervisor.

import { answers } from './answers/answers.ts'
import { bodyOf, partBody } from './body-of.ts'
import { type OpenQuestion, openQuestions } from './completeness.ts'
import { derive, stated } from './derive.ts'
import type { Filing } from './filing.ts'
import type { Form } from './form.ts'
import { cellOf, indexOf } from './index-of.ts'
import { type Known, lastYear, sameKnown } from './known.ts'
import { withReason } from './reason.ts'
import { blocks, type Finding } from './rules/finding.ts'
import { judge } from './rules/judge.ts'
import type { Judged } from './rules/judged.ts'

export type Review = {
  readonly findings: readonly Finding[]
  readonly incomplete: readonly OpenQuestion[]
  /** Those findings that block. */
  readonly errors: readonly Finding[]
}

/** Judge every rule of the form, in the form's order, and list what is open. */
export const review = (form: Form, filing: Filing, known: Known): Review => {
  const found = done.get(filing.entries)
  if (found && found.form === form && found.texts === filing.texts && sameKnown(found.known, known))
    return found.result
  const judged = judgedOf(form, filing, known)
  const findings = form.rules
    .flatMap(rule => judge(rule, judged))
    .map(finding => withReason(form, filing, known, finding))
  const result = {
    findings,
    incomplete: openQuestions(form, filing, known),
    errors: findings.filter(blocks),
  }
  done.set(filing.entries, { form, texts: filing.texts, known, result })
  return result
}

/** Entries and texts never change in place, so what was found about them stays true as long as they are there. */
const done = new WeakMap<
  Filing['entries'],
  { form: Form; texts: Filing['texts']; known: Known; result: Review }
>()

const judgedOf = (form: Form, filing: Filing, known: Known): Judged => {
  const figures = derive(form, filing)
  const { previous } = known
  return {
    year: filing.year,
    unit: known.unit,
    value: key => stated(filing, figures, key)?.value,
    amount: key => {
      const figure = stated(filing, figures, key)
      return figure && answers[cellOf(form, key).answer].amount?.(figure.value)
    },
    note: key => stated(filing, figures, key)?.note ?? null,
    answer: key => cellOf(form, key).answer,
    isOurs: key => cellOf(form, key).sum !== undefined && !filing.entries.has(key),
    text: key => bodyOf(form, filing, key),
    drafted: text =>
      (filing.texts.get(text) ?? []).filter(part => part.bound).map(part => partBody(form, filing, part)),
    before: {
      amount: key => {
        const cell = previous && indexOf(previous.form).cells.get(key)
        const figure = cell && lastYear(known, key)
        return cell && figure ? answers[cell.answer].amount?.(figure.value) : undefined
      },
      text: key => (previous ? bodyOf(previous.form, previous.filing, key) : undefined),
    },
  }
}
