// A filing as the report file, `nianbao/report@1`: keys in the order of the form, so that equal filings give equal
// files. It must not judge: totals stand as they were stated, the rules look at them.

import type { StatedValue } from '../engine/answers/answer.ts'
import { answers, isNothing } from '../engine/answers/answers.ts'
import { bodyOf } from '../engine/body-of.ts'
import { derive, stated } from '../engine/derive.ts'
import type { Filing, Value } from '../engine/filing.ts'
import type { AnswerType, Form, Level, TextKey } from '../engine/form.ts'
import { indexOf } from '../engine/index-of.ts'

/** A value as its kind of answer states it, or one with its note. */
export type ReportFigure = StatedValue | { readonly value: StatedValue; readonly note: string }

/** The report file (docs/report.schema.json). An absent figure or text is not answered; an empty text was left out. */
export type Report = {
  readonly format: 'nianbao/report@1'
  readonly unit: string
  readonly level?: Level
  readonly year: number
  readonly form: string
  readonly title?: string
  readonly figures: Readonly<Record<string, ReportFigure>>
  readonly texts: Readonly<Record<string, string>>
  /** The unit's reasons for what the rules say; figures and quote are those that a reason holds for. */
  readonly remarks?: readonly ReportRemark[]
}

export type ReportRemark = {
  readonly rule: string
  readonly cells: readonly string[]
  readonly text: string
  readonly figures?: readonly number[]
  readonly quote?: string
}

/** The unit that reports; a title only where it is not the form's own. */
export type ReportUnit = {
  readonly name: string
  readonly level?: Level | null | undefined
  readonly title?: string | null | undefined
}

/** Every figure that stands, computed ones too, and every text; entries of unknown keys follow those of the form. */
export const reportOf = (form: Form, filing: Filing, unit: ReportUnit): Report => ({
  format: 'nianbao/report@1',
  unit: unit.name,
  ...(unit.level && { level: unit.level }),
  year: filing.year,
  form: filing.form,
  ...(unit.title && { title: unit.title }),
  figures: figuresOf(form, filing),
  texts: textsOf(form, filing),
  ...remarksOf(filing),
})

const remarksOf = (filing: Filing): Pick<Report, 'remarks'> => {
  const remarks = [...filing.remarks.values()].flatMap(({ kind, rule, cells, body, figures, quote }) =>
    kind === 'reason' && rule !== null
      ? [{ rule, cells, text: body, ...(figures && { figures }), ...(quote !== null && { quote }) }]
      : [],
  )
  return remarks.length === 0 ? {} : { remarks }
}

const figuresOf = (form: Form, filing: Filing): Report['figures'] => {
  const figures = derive(form, filing)
  const { cells, gates } = indexOf(form)
  const known = [...cells.values()].flatMap(({ key, answer }) => {
    const figure = stated(filing, figures, key)
    return figure ? [[key as string, written(answer, figure.value, figure.note)] as const] : []
  })
  const unknown = [...filing.entries]
    .filter(([key, { value }]) => !cells.has(key) && !gates.has(key) && !isGate(value))
    .map(([key, { value, note }]) => [key as string, written('money', value, note)] as const)
  return Object.fromEntries([...known, ...unknown])
}

const textsOf = (form: Form, filing: Filing): Report['texts'] => {
  const known = [...indexOf(form).texts.values()].map(section => section.text)
  const unknown = [...filing.texts.keys()].filter(key => !known.includes(key))
  return Object.fromEntries(
    [...known, ...unknown].flatMap((key: TextKey) => {
      const body = bodyOf(form, filing, key)
      return body === undefined ? [] : [[key as string, body] as const]
    }),
  )
}

const written = (answer: AnswerType, value: Value, note: string | null): ReportFigure => {
  const plain = plainOf(answer, value)
  return note === null ? plain : { value: plain, note }
}

const isGate = (value: Value): boolean => typeof value === 'object' && value !== null && 'open' in value

const plainOf = (answer: AnswerType, value: Value): StatedValue => {
  if (typeof value !== 'object' || Array.isArray(value) || value === null) {
    const { stated } = answers[answer]
    return stated ? stated.write(value) : (value as StatedValue)
  }
  if (isNothing(answer, value)) return 0
  const print = answers[answer].print(value)
  // Above some four billion of a unit a double no longer has the last fen; the digits stand as words then.
  return String(Number(print)) === print ? Number(print) : print
}
