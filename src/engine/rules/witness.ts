// A rule's eye that records: each question it asks of a report and the answer it gets, absence included. A rule is a
// pure function of these answers, so as long as they are the same, what it found is the same.

import type { CellKey, TextKey } from '../keys.ts'
import type { Judged } from './judged.ts'

/** Everything that can be asked; the key is a cell's or a text's, empty where there is none. */
const questions = {
  year: ({ year }: Judged) => year,
  unit: ({ unit }: Judged) => unit,
  printed: ({ printed }: Judged) => printed,
  value: (judged: Judged, key: string) => judged.value(key as CellKey),
  amount: (judged: Judged, key: string) => judged.amount(key as CellKey),
  note: (judged: Judged, key: string) => judged.note(key as CellKey),
  answer: (judged: Judged, key: string) => judged.answer(key as CellKey),
  isOurs: (judged: Judged, key: string) => judged.isOurs(key as CellKey),
  text: (judged: Judged, key: string) => judged.text(key as TextKey),
  drafted: (judged: Judged, key: string) => judged.drafted(key as TextKey),
  amountBefore: (judged: Judged, key: string) => judged.before.amount(key as CellKey),
  textBefore: (judged: Judged, key: string) => judged.before.text(key as TextKey),
}

type Name = keyof typeof questions

/** One question and its answer. Several rules that ask the same share it. */
export type Answered = { readonly name: Name; readonly key: string; readonly answer: unknown }

/** Every answer that was given about one state of a report. */
export type Notebook = Readonly<Record<Name, Map<string, Answered>>>

export const emptyNotebook = (): Notebook => {
  const pages = Object.keys(questions).map(name => [name, new Map<string, Answered>()])
  return Object.fromEntries(pages) as Notebook
}

/** The report as `judged` shows it; what is asked is looked up in the notebook or entered there, and handed to `note`. */
export const witness = (judged: Judged, notebook: Notebook, note: (answered: Answered) => void): Judged => {
  const asking = <N extends Name>(name: N) => {
    const given = notebook[name]
    return (key: string): ReturnType<(typeof questions)[N]> => {
      let found = given.get(key)
      if (!found) {
        found = { name, key, answer: questions[name](judged, key) }
        given.set(key, found)
      }
      note(found)
      return found.answer as ReturnType<(typeof questions)[N]>
    }
  }
  const [year, unit, printed] = [asking('year'), asking('unit'), asking('printed')]
  return {
    get year() {
      return year('')
    },
    get unit() {
      return unit('')
    },
    get printed() {
      return printed('')
    },
    value: asking('value'),
    amount: asking('amount'),
    note: asking('note'),
    answer: asking('answer'),
    isOurs: asking('isOurs'),
    text: asking('text'),
    drafted: asking('drafted'),
    before: { amount: asking('amountBefore'), text: asking('textBefore') },
  }
}

/** Asks everything in the notebook again, of another state; the answers that no longer hold leave it and are returned. */
export const forgetChanged = (notebook: Notebook, judged: Judged): ReadonlySet<Answered> => {
  const changed = new Set<Answered>()
  for (const given of Object.values(notebook)) {
    for (const [key, answered] of given) {
      if (isSame(answered.answer, questions[answered.name](judged, key))) continue
      given.delete(key)
      changed.add(answered)
    }
  }
  return changed
}

/** Answers are plain data: equal when they say the same. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      key => Object.hasOwn(other, key) && isSame(one[key as keyof object], other[key as keyof object]),
    )
  )
}
