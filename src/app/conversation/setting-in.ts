// A setting of the unit's documents in a message: the word for settings, the name of one, and its value.

import type { Words } from '../../i18n/words.ts'
import type { Prints } from '../ports/registry.ts'
import { printedLine } from '../registry/read-prints.ts'

/** The settings in it; null for any other message, the bare word for settings too. */
export const settingIn = (words: Words, text: string): Partial<Prints> | null => {
  const named = behind(text.trim(), words.say('typed.settings'))
  if (named === null) return null
  const isOne = (key: 'yes' | 'no', value: string): boolean =>
    words.say(`settings.heard.${key}`).split(' ').includes(value.toLowerCase())
  const contact = behind(named, words.say('settings.heard.contact'))
  if (contact !== null) return { contact: isOne('no', contact) ? null : printedLine(contact) }
  const closing = behind(named, words.say('settings.heard.closing'))
  if (closing === null) return null
  if (isOne('no', closing)) return { closes: false }
  return isOne('yes', closing) ? { closes: true } : { closes: true, signs: printedLine(closing) }
}

/** The rest behind one of these words; null where it begins with none, or says no more. */
const behind = (text: string, listed: string): string | null => {
  const lower = text.toLowerCase()
  const word = listed.split(' ').find(each => lower.startsWith(each.toLowerCase()))
  const rest =
    word === undefined
      ? ''
      : text
          .slice(word.length)
          .replace(/^[\s:：]+/, '')
          .trim()
  return rest === '' ? null : rest
}
