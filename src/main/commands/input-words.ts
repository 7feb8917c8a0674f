// An input's problems in words: why a report file was refused, which parts of a Word report were not read.

import type { Draft, UnreadPart } from '../../engine/draft.ts'
import type { Form } from '../../engine/form.ts'
import { isBotKey, isCliKey } from '../../i18n/books.ts'
import { cellName } from '../../i18n/cell-words.ts'
import type { Problem } from '../../intake/report.ts'
import type { CommandContext } from './command-context.ts'

/** So many problems, or unread parts, are told; of the others only their number. */
const mostProblems = 5
const mostParts = 8

export const problemsWords = ({ say }: CommandContext, problems: readonly Problem[]): string => {
  const told = problems.slice(0, mostProblems).map(({ path, code, allowed = [] }) => {
    const key = `problem.${code}`
    const why = isCliKey(key) ? say(key) : say('problem.unread', { why: code })
    const instead = allowed.length > 0 ? say('problem.allowed', { values: allowed.join(say('list')) }) : ''
    return say('problem', { path: printable(path), why: why + instead }).trim()
  })
  const left = problems.length - mostProblems
  const more = left > 0 ? [say('input.more', { count: left })] : []
  return say('input.problems', { problems: [...told, ...more].join(say('list')) })
}

export const unreadWords = (
  context: CommandContext,
  form: Form,
  file: string,
  { figures, texts }: Draft,
  unread: readonly UnreadPart[],
): string => {
  const { say } = context
  const told = unread.slice(0, mostParts).map(part => partWords(context, form, part))
  const left = unread.length - mostParts
  const more = left > 0 ? [say('input.more', { count: left })] : []
  return say('input.draft', {
    file,
    figures: figures.length,
    texts: texts.length,
    count: unread.length,
    parts: [...told, ...more].join(say('list')),
  })
}

const partWords = ({ say, words }: CommandContext, form: Form, { place, said, why }: UnreadPart): string => {
  const name = place === null ? '' : cellName(words, form, place)
  const key = `draft.why.${why}`
  return say('input.draft.part', {
    said: [name, printable(said)].filter(part => part !== '').join(' '),
    why: words.say(isBotKey(key) ? key : 'draft.why.figure'),
  })
}

/** Words of a file as a terminal may show them: short, and without anything that moves a cursor. */
export const printable = (text: string): string => {
  const plain = text.replace(/\p{C}/gu, '?')
  return plain.length > 80 ? `${plain.slice(0, 80)}\u2026` : plain
}
