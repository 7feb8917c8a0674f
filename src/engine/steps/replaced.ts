// A text that was changed as a whole: what it reads now takes the place of what stood, and parts of it that nobody
// touched stay whose they were. A drafted sentence that still reads the same keeps following its figures.

import { bodyOf, partBody } from '../body-of.ts'
import type { Event } from '../event.ts'
import { longestText, type Part } from '../filing.ts'
import { textQuestion } from '../focus.ts'
import type { TextKey } from '../form.ts'
import { findingKey } from '../rules/finding.ts'
import { ask, askAgain, reviewOf } from './ask.ts'
import { afterAnswer } from './figures.ts'
import { type StepState, say } from './step-state.ts'
import { clean, partNow, replace, tooLong, wrote } from './text.ts'

/** `shown` is the text as it read when the person began to change it; empty where there was none. */
export const replaced = (state: StepState, event: Extract<Event, { type: 'replaced' }>): StepState => {
  const { form, filing } = state
  const { text } = event
  const stood = clean(bodyOf(form, filing, text) ?? '')
  if (stood !== clean(event.shown)) return askAgain(say(state, { type: 'moved', keys: [text] }))
  const words = clean(event.body)
  if (words === stood) return askAgain(state)
  if (words.length > longestText) return askAgain(tooLong(state, words))
  if (words === '') return goOn(state, say(replace(state, text, undefined), { type: 'emptied', text }), text)
  return goOn(state, wrote(replace(state, text, partsOf(state, text, words)), text), text)
}

/** The text's own question stands, so that more can be added; of any other, what it asks is judged anew. */
const goOn = (before: StepState, after: StepState, text: TextKey): StepState => {
  const { question } = after.focus
  if (question.type === 'text' && question.text === text) return ask(after, textQuestion(text))
  const isGone =
    question.type === 'finding' &&
    reviewOf(after).findings.every(finding => findingKey(finding) !== question.key)
  return isGone || question.type === 'done' ? afterAnswer(before, after) : askAgain(after)
}

/** Words between parts that stand are one part; only a text of one part belongs to the message that it came in. */
const partsOf = (state: StepState, text: TextKey, words: string): readonly Part[] => {
  const stood = state.filing.texts.get(text) ?? []
  const parts = split(state, words.split('\n'), stood)
  return parts.length === 1
    ? parts
    : parts.map(part => (stood.includes(part) ? part : { ...part, message: null }))
}

const split = (state: StepState, lines: readonly string[], stood: readonly Part[]): readonly Part[] => {
  if (lines.length === 0) return []
  const [first, ...rest] = stood
  if (!first) return [partNow(state, lines.join('\n'))]
  const own = clean(partBody(state.form, state.filing, first)).split('\n')
  const at = lines.findIndex((_, start) => own.every((line, place) => lines[start + place] === line))
  if (at < 0) return split(state, lines, rest)
  return [...split(state, lines.slice(0, at), []), first, ...split(state, lines.slice(at + own.length), rest)]
}
