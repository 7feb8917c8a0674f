// Private words for whoever gets no message by itself, a few at a time, each a message of its own that can be copied. A
// button records one as forwarded and goes on.

import { type PreparedText, privateTexts } from '../../chasing/private-texts.ts'
import { plain } from '../../conversation/compose/view.ts'
import type { Asking, AskingChoice } from '../asking.ts'
import { readOpenChased } from '../chased-here.ts'
import { ways } from '../choices.ts'

const mostAtOnce = 5

/** `args`: how many stand before. */
export const privateWords: Asking = async (deps, asker, { args: [typed = '0'] }) => {
  const { words } = deps
  const read = await readOpenChased(deps, asker)
  const from = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  const texts = read ? privateTexts(words, read, () => null) : []
  const some = texts.slice(from, from + mostAtOnce)
  const on = ways(words, 'chase', 'told', 'progress')
  if (some.length === 0) return { lines: [plain(words.desk('private.none'))], choices: on }
  const after = from + some.length
  const more: readonly AskingChoice[] =
    after < texts.length
      ? [{ asking: 'private', args: [String(after)], label: words.desk('choice.private.more'), main: true }]
      : []
  return {
    kept: some.map(({ text }) => [plain(text)]),
    lines: [plain(words.desk('private.ready', { from: from + 1, to: after, count: texts.length }))],
    choices: [...some.map(each => forwardedChoice(words.desk('choice.forwarded'), each)), ...more, ...on],
  }
}

const forwardedChoice = (label: string, { units }: PreparedText): AskingChoice => ({
  asking: 'forwarded',
  args: ['private', ...units.map(({ filing }) => filing.filing)],
  label: `${label} ${units[0].filing.name}`,
})
