// All that a check has to say about a filing: findings, and what is missing. The same function for a person in the chat,
// for a file, and for the supervisor.

import { answers } from './answers/answers.ts'
import { bodyOf, partBody } from './body-of.ts'
import { type OpenQuestion, openQuestions } from './completeness.ts'
import { derive, stated } from './derive.ts'
import type { Filing, FilingId } from './filing.ts'
import type { Form } from './form.ts'
import { cellOf, indexOf } from './index-of.ts'
import { type Known, lastYear, sameKnown } from './known.ts'
import { withReason } from './reason.ts'
import { blocks, type Finding } from './rules/finding.ts'
import type { Judged } from './rules/judged.ts'
import { type Answered, emptyNotebook, forgetChanged, type Notebook, witness } from './rules/witness.ts'

export type Review = {
  readonly findings: readonly Finding[]
  readonly incomplete: readonly OpenQuestion[]
  /** Those findings that block. */
  readonly errors: readonly Finding[]
}

/** Whether nothing is open and nothing blocks. */
export const isComplete = ({ incomplete, errors }: Pick<Review, 'incomplete' | 'errors'>): boolean =>
  incomplete.length === 0 && errors.length === 0

/** One rule's findings, without reasons, and the answers they rest on. */
type Judgement = { readonly findings: readonly Finding[]; readonly asked: ReadonlySet<Answered> }

type Remembered = {
  readonly form: Form
  readonly filing: Filing
  readonly known: Known
  readonly notebook: Notebook
  readonly judgements: readonly Judgement[]
  readonly result: Review
}

/**
 * A review with a memory of its own: the last two of each of the `most` filings that were reviewed latest, for a step
 * compares a filing with what it was before. It cannot be stale: every answer it rests on is asked again of the filing at
 * hand, and a rule of which one differs is judged anew.
 */
export const createReview = (most = 100): ((form: Form, filing: Filing, known: Known) => Review) => {
  const memory = new Map<FilingId, { readonly last: Remembered; readonly before: Remembered | undefined }>()
  return (form, filing, known) => {
    const { last, before } = memory.get(filing.id) ?? {}
    for (const each of [last, before]) if (each && isSameState(each, form, filing, known)) return each.result
    const now = reviewed(form, filing, known, last?.form === form ? last : undefined)
    memory.delete(filing.id) // a Map keeps the order of insertion
    memory.set(filing.id, { last: now, before: last })
    const [oldest] = memory.keys()
    if (memory.size > most && oldest !== undefined) memory.delete(oldest)
    return now.result
  }
}

/** Judge every rule of the form, in the form's order, and list what is open. */
export const review = createReview()

/** Entries and texts never change in place. */
const isSameState = (
  last: Remembered,
  form: Form,
  { entries, texts, remarks, year }: Filing,
  known: Known,
): boolean =>
  last.form === form &&
  last.filing.entries === entries &&
  last.filing.texts === texts &&
  last.filing.remarks === remarks &&
  last.filing.year === year &&
  sameKnown(last.known, known)

const reviewed = (form: Form, filing: Filing, known: Known, last: Remembered | undefined): Remembered => {
  const judged = judgedOf(form, filing, known)
  const notebook = last?.notebook ?? emptyNotebook()
  const changed = [...forgetChanged(notebook, judged)]
  let asked = new Set<Answered>()
  const eye = witness(judged, notebook, answered => asked.add(answered))
  const judgements = form.rules.map((rule, at): Judgement => {
    const before = last?.judgements[at]
    if (before && !changed.some(answered => before.asked.has(answered))) return before
    asked = new Set()
    return { findings: rule.judge(eye), asked }
  })
  // A reason is laid over a finding each time: it is no answer that a rule asks for.
  const findings = judgements.flatMap(each =>
    each.findings.map(finding => withReason(form, filing, known, finding)),
  )
  const result = {
    findings,
    incomplete: openQuestions(form, filing, known),
    errors: findings.filter(blocks),
  }
  return { form, filing, known, notebook, judgements, result }
}

const judgedOf = (form: Form, filing: Filing, known: Known): Judged => {
  const figures = derive(form, filing)
  const { previous } = known
  return {
    year: filing.year,
    unit: known.unit,
    printed: known.printed ?? null,
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
