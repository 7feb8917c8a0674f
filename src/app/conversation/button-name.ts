// Names of buttons as people type them: in brackets, or as the button was called before. It knows no card.

import type { Words } from '../../i18n/words.ts'

/** Typed words without the brackets in which a button is shown: 「目录」, [目录, 【目录】. */
export const withoutBrackets = (text: string): string =>
  text
    .trim()
    .replace(/^[[\u300c\u3010]/, '')
    .replace(/[\]\u300d\u3011]$/, '')
    .trim()

/** The label that a button of this former name has now; undefined where no button was ever called so. */
export const currentName = (words: Words, said: string): string | undefined =>
  formerNamesOf(words).get(unspaced(said))

/** The books list former names beside the commands: `typed.chosen` has those of the button `choice.chosen`. */
const formerNamesOf = (words: Words): ReadonlyMap<string, string> => {
  const found = formerNames.get(words)
  if (found) return found
  const made = new Map(
    renamed.flatMap(name =>
      words
        .say(`typed.${name}`)
        .split(' ')
        .map(word => [unspaced(word), words.say(`choice.${name}`)] as const),
    ),
  )
  formerNames.set(words, made)
  return made
}

const formerNames = new WeakMap<Words, ReadonlyMap<string, string>>()

const unspaced = (said: string): string => said.replaceAll(' ', '').toLowerCase()

/** The buttons that had other names. */
const renamed = [
  ...(['chosen', 'standard', 'confirm', 'other-cells', 'note', 'renote', 'unnote'] as const),
  ...(['all-zero', 'import', 'not-import', 'nothing-added', 'something-added'] as const),
  ...(['errors', 'zeros', 'warnings', 'write', 'leave-out'] as const),
]
