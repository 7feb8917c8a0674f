// When a sentence drafted from the figures is offered for a text: once, and only when every figure in it is known.

import { bodyOf, countAt } from './body-of.ts'
import { cellsIn, renderBound } from './bound.ts'
import type { Filing } from './filing.ts'
import type { Form, Sentence, TextSection } from './form.ts'

/** The sentence as a text keeps it, for this filing's year. */
export const templateOf = ({ template }: Sentence, { year }: Filing): string =>
  template.replaceAll('{year}', String(year))

/** Whether the form has a sentence for this text whose figures stand, and the text does not have it yet. */
export const mayDraft = (form: Form, filing: Filing, { sentence, text }: TextSection): boolean =>
  sentence !== undefined &&
  !filing.texts.get(text)?.some(part => part.bound) &&
  cellsIn(templateOf(sentence, filing)).every(cell => countAt(form, filing, cell) !== undefined)

/** The sentence as it would read now, where it may be drafted. */
export const draftOf = (form: Form, filing: Filing, section: TextSection): string | undefined =>
  section.sentence && mayDraft(form, filing, section)
    ? renderBound(templateOf(section.sentence, filing), key => countAt(form, filing, key))
    : undefined

/** Whether a text that holds nothing can be answered with a tap. */
export const hasOwnChoices = (form: Form, filing: Filing, section: TextSection): boolean =>
  section.standard !== undefined ||
  section.outline !== undefined ||
  !section.required ||
  mayDraft(form, filing, section)

/** The texts that say nothing of what their sentence would say. */
export const unsaidIn = (form: Form, filing: Filing): readonly TextSection[] =>
  form.sections.flatMap(section => {
    if (section.type !== 'text' || !section.sentence || !mayDraft(form, filing, section)) return []
    const body = bodyOf(form, filing, section.text) ?? ''
    return section.sentence.subject.some(word => body.includes(word)) ? [] : [section]
  })
