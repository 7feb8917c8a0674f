// The labels of buttons: words, names and values, as short as tells them apart.

import type { Label } from '../../../engine/effect.ts'
import type { CellKey } from '../../../engine/form.ts'
import { cellOf } from '../../../engine/index-of.ts'
import { assertNever } from '../../../faults.ts'
import { sayValue, shortNames } from '../../../i18n/cell-words.ts'
import { sectionName, textName, type View } from './view.ts'

/** The labels of one card, in order; cells are called by what tells them apart on it. */
export const labelsOf = (view: View, labels: readonly Label[]): readonly string[] => {
  const cells = labels.flatMap(label => (label.type === 'cell' ? [label.cell] : []))
  const names = shortNames(view.words, view.form, cells)
  return labels.map(label => labelWords(view, label, names))
}

const labelWords = (view: View, label: Label, names: ReadonlyMap<CellKey, string>): string => {
  const { words, form, wording } = view
  switch (label.type) {
    case 'word':
      return words.say(`choice.${label.word}`)
    case 'branch': {
      const name = words.form.branch(form, label.branch)
      if (label.ticked) return words.say('choice.ticked', { label: name })
      return label.rare ? words.say('choice.rare', { label: name }) : name
    }
    case 'option': {
      const { label: name } = label.option
      return label.ticked ? words.say('choice.ticked', { label: name }) : name
    }
    case 'cell': {
      const name = names.get(label.cell) ?? ''
      return label.value === undefined
        ? name
        : words.say('choice.cell', { name, value: sayValue(form, label.cell, label.value) })
    }
    case 'amount':
      return sayValue(form, label.cell, label.value)
    case 'last-year': {
      const kind = cellOf(form, label.cell).opening ? 'choice.carried-in' : 'choice.last-year'
      return words.say(kind, { ...wording, value: sayValue(form, label.cell, label.value) })
    }
    case 'last-year-row': {
      const values = label.values.map(([cell, value]) => sayValue(form, cell, value))
      return words.say('choice.last-year-row', { ...wording, values: values.join(words.say('list')) })
    }
    case 'section': {
      const name = sectionName(view, label.section)
      if (label.open === 0) return words.say('choice.section', { name })
      return label.untouched
        ? words.say('choice.section.untouched', { name })
        : words.say('choice.section.open', { name, open: label.open })
    }
    case 'standard':
      return words.form.button(form, label.text, 'standard', wording) ?? words.say('choice.standard')
    case 'write':
      return words.form.button(form, label.text, 'write', wording) ?? words.say('choice.write-some')
    case 'sentence':
      return (
        (label.apart && words.form.button(form, label.text, 'apart', wording)) ??
        words.form.text(form, label.text, 'sentence', wording)
      )
    case 'topic': {
      const name = words.form.topic(form, label.text, label.topic)
      return label.written ? words.say('choice.ticked', { label: name }) : name
    }
    case 'text':
      return words.say('choice.text', { name: textName(view, label.text) })
    case 'reason':
      return label.body
    default:
      return assertNever(label)
  }
}
