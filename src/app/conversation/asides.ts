// Words that are no answer and no command: a question back, a wish to change something, thanks; and the yes and the no
// of a confirmation in all their words, which stand in the books under `typed`. Anything else is left to the question.

import { answers } from '../../engine/answers/answers.ts'
import type { Event } from '../../engine/event.ts'
import type { Question } from '../../engine/focus.ts'
import type { Form } from '../../engine/form.ts'
import { cellOf } from '../../engine/index-of.ts'
import { contentsQuestion } from '../../engine/steps/ask.ts'
import type { Words } from '../../i18n/words.ts'
import type { Card } from '../ports/commit.ts'
import type { LifeEvent } from '../ports/life-event.ts'
import { placeMeant } from './place-meant.ts'

type Place = {
  readonly words: Words
  readonly form: Form
  readonly question: Question
  /** The live card, whose buttons a yes or a no taps. */
  readonly card: Card | null
}

/** The longest question back or wish; what is longer is an answer. */
const longestAside = 30

export const asideEvent = (place: Place, text: string): Event | LifeEvent | undefined => {
  if (text.length > longestAside || /[\n\t]/.test(text)) return undefined
  const said = bare(text)
  const isOf = (list: List) => listed(place.words, list).includes(said)
  if (isOf('thanks')) return { type: 'thanked' }
  if (isOf('in-order')) return readyReason(place) ?? agreed(place)
  if (isOf('agreed')) return agreed(place)
  if (isOf('refused')) return refused(place)
  if (isAsking(place, text, said)) return { type: 'help' }
  return changeEvent(place, said)
}

type List = 'thanks' | 'in-order' | 'agreed' | 'refused' | 'help' | 'asks' | 'change'

/** Read from the books once. */
const lists = new WeakMap<Words, Map<List, readonly string[]>>()

const listed = (words: Words, list: List): readonly string[] => {
  const known = lists.get(words) ?? new Map<List, readonly string[]>()
  lists.set(words, known)
  const found = known.get(list) ?? words.say(`typed.${list}`).toLowerCase().split(' ')
  known.set(list, found)
  return found
}

const bare = (text: string): string =>
  text
    .trim()
    .replace(/[\u3002.!\uff01?\uff1f~\uff5e]{1,20}$/u, '')
    .toLowerCase()

/** The button of the live card that is one of these. */
const tapped = (
  { words, card }: Place,
  labels: readonly Parameters<Words['say']>[0][],
): Event | LifeEvent | undefined => {
  const wanted = labels.map(label => words.say(label))
  return card?.choices.find(({ label }) => wanted.includes(label))?.event
}

/** A reason that is ready, for words that say that a finding is right as it is; agreement alone gives no reason. */
const readyReason = ({ form, question, card }: Place): Event | LifeEvent | undefined => {
  if (question.type !== 'finding') return undefined
  return card?.choices.find(({ event }) => event.type === 'explain' && form.reasons.any.includes(event.body))
    ?.event
}

const agreed = (place: Place): Event | LifeEvent | undefined =>
  tapped(place, ['choice.yes', 'choice.true', 'choice.confirm', 'choice.import', 'choice.write'])

/** A no is no reason for what a finding says: then all its cells are offered to be corrected. */
const refused = (place: Place): Event | LifeEvent | undefined => {
  const { question } = place
  if (question.type === 'finding') return { type: 'put', question: { ...question, all: true } }
  return tapped(place, ['choice.no', 'choice.false', 'choice.not-import', 'choice.leave-out', 'choice.drop'])
}

/** Among prose a question counts only with its mark: the words may be a part of it. */
const isAsking = ({ words, form, question }: Place, text: string, said: string): boolean => {
  if (isProse(form, question) && !/[?\uff1f]\s*$/.test(text)) return false
  const ways = [...listed(words, 'asks'), ...listed(words, 'help').filter(each => each.length > 1)]
  return ways.some(each => said.startsWith(each) || said.endsWith(each))
}

/** Whether the answer is words and no figure. */
const isProse = (form: Form, question: Question): boolean => {
  if (question.type === 'cell') return answers[cellOf(form, question.cell).answer].amount === undefined
  return ['text', 'remark', 'note', 'finding'].includes(question.type)
}

/** To what is to be changed; to the contents when nothing is named. Among prose only a plain wish for a place counts. */
const changeEvent = ({ words, form, question }: Place, said: string): Event | undefined => {
  const wish = listed(words, 'change').find(each => said.startsWith(each))
  if (wish === undefined) return undefined
  const named = said.slice(wish.length).replace(/\u4e00\u4e0b/u, '')
  const meant = named === '' ? contentsQuestion : placeMeant(words, form, named)
  if (!meant || (isProse(form, question) && (named === '' || wish.length <= shortWish))) return undefined
  return { type: 'put', question: meant }
}

/** A verb alone, which sentences begin with too. */
const shortWish = 2
