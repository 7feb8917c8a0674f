// Words and commands that work at any moment, whatever was asked: typed words, /commands, a button's label typed out.

import type { Event } from '../../engine/event.ts'
import type { Question } from '../../engine/focus.ts'
import type { SectionKey } from '../../engine/form.ts'
import type { Words } from '../../i18n/words.ts'
import type { Input } from '../message.ts'
import { withoutBrackets } from './button-name.ts'

const events = {
  begin: { type: 'next' },
  contents: { type: 'put', question: { type: 'contents', section: null, branch: null } },
  progress: { type: 'progress' },
  preview: { type: 'preview' },
  document: { type: 'document' },
  back: { type: 'back' },
  later: { type: 'later' },
  undo: { type: 'undo' },
  help: { type: 'help' },
} as const satisfies Record<string, Event>

type Name = keyof typeof events
/** Words about a calendar of the unit's days: a feed, and the end of those made before. */
export type FeedWord = 'calendar' | 'calendar-off'
type Word = Name | 'rest' | 'others' | 'web' | 'units' | 'settings' | 'submit' | 'sheet' | FeedWord

/** All words that may be typed. */
export const commandWords: readonly Word[] = [
  ...(Object.keys(events) as Name[]),
  ...(['rest', 'others', 'web', 'units', 'settings', 'submit', 'sheet', 'calendar', 'calendar-off'] as const),
]

/** The /commands of the menu, in its order; `start` shows the first screen. */
export const menu = ['start', 'contents', 'preview', 'document', 'undo', 'web', 'help'] as const

/** The event of a /command; undefined when there is none of that name. */
export const commandEvent = (name: string): Event | undefined => {
  if (name === 'start') return { type: 'put', question: { type: 'welcome' } }
  return Object.hasOwn(events, name) ? events[name as Name] : undefined
}

/** The event of a word that is a command by itself; `here` is the table of the question, for "the rest is 0". */
export const typedEvent = (
  words: Words,
  text: string,
  question: Question,
  here: SectionKey | undefined,
): Event | undefined => {
  const name = wordOf(words, text)
  if (name === 'rest' || name === 'others') return restEvent(name, question, here)
  return name !== undefined && isEventName(name) ? events[name] : undefined
}

const isEventName = (name: Word): name is Name => Object.hasOwn(events, name)

/** "No others" means the list that stands, with what is ticked in it; else the table, and never another one. */
const restEvent = (
  name: 'rest' | 'others',
  question: Question,
  here: SectionKey | undefined,
): Event | undefined => {
  const ticked = question.type === 'gate' ? (question.ticked ?? []) : []
  if (question.type === 'gate' && (name === 'others' || ticked.length > 0))
    return { type: 'open', gate: question.gate, branches: ticked }
  return here && { type: 'rest', section: here }
}

/** Whether somebody wants to go on in a browser. That is no event: nothing happens to the filing. */
export const asksForWeb = (words: Words, input: Input): boolean => asksFor('web', words, input)

/** Whether somebody wants to choose among their units, which is no event either. */
export const asksForUnits = (words: Words, input: Input): boolean => asksFor('units', words, input)

/** Whether somebody asks how the unit's documents print, which is no event either. */
export const asksForSettings = (words: Words, input: Input): boolean => asksFor('settings', words, input)

/** Whether somebody wants to hand the report in. */
export const asksToSubmit = (words: Words, text: string): boolean => wordOf(words, text) === 'submit'

/** Whether somebody wants the sheet for signatures. */
export const asksForSheet = (words: Words, text: string): boolean => wordOf(words, text) === 'sheet'

/** The word about a calendar, when it is one; no event either. */
export const feedWordOf = (words: Words, input: Input): FeedWord | undefined =>
  (['calendar', 'calendar-off'] as const).find(word => asksFor(word, words, input))

const asksFor = (word: Word, words: Words, input: Input): boolean =>
  input.type === 'command' ? input.name === word : input.type === 'text' && wordOf(words, input.text) === word

const wordOf = (words: Words, text: string): Word | undefined => {
  if (text.length > longestWord) return undefined
  return dictionaryOf(words).get(
    withoutBrackets(text)
      .replace(/(?<=.)[\u3002.!\uff01?\uff1f]{1,20}$/, '')
      .toLowerCase(),
  )
}

const longestWord = 20

/** The words that may be typed, worked out once per language. */
const dictionaryOf = (words: Words): ReadonlyMap<string, Word> => {
  const found = dictionaries.get(words)
  if (found) return found
  const made = new Map(
    commandWords.flatMap(name =>
      words
        .say(`typed.${name}`)
        .split(' ')
        .map(word => [word.toLowerCase(), name] as const),
    ),
  )
  dictionaries.set(words, made)
  return made
}

const dictionaries = new WeakMap<Words, ReadonlyMap<string, Word>>()
