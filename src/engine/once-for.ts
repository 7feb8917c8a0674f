// Work done once for each state of a filing: entries and texts never change in place, so what follows from them
// stays true as long as they are there. Nothing is kept beyond the filing itself.

import type { Filing } from './filing.ts'
import type { Form } from './form.ts'

export const onceFor = <T>(work: (form: Form, filing: Filing) => T): ((form: Form, filing: Filing) => T) => {
  const known = new WeakMap<Filing['entries'], { form: Form; texts: Filing['texts']; result: T }>()
  return (form, filing) => {
    const found = known.get(filing.entries)
    if (found && found.form === form && found.texts === filing.texts) return found.result
    const result = work(form, filing)
    known.set(filing.entries, { form, texts: filing.texts, result })
    return result
  }
}
