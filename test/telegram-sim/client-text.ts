// What a client does to a text before it leaves: long ones are cut, commands are marked.

import { MESSAGE_UNITS } from './text.ts'

/** Cuts a text as clients do: at 4,096 units, never inside a surrogate pair. */
export function splitText(text: string): string[] {
  const parts: string[] = []
  for (let rest = text.trim(); rest !== ''; ) {
    const cut = /[\ud800-\udbff]/.test(rest.charAt(MESSAGE_UNITS - 1)) ? MESSAGE_UNITS - 1 : MESSAGE_UNITS
    parts.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut)
  }
  return parts.filter(part => part !== '')
}

/** The commands in a text, as entities. */
export const commandEntities = (text: string) =>
  [...text.matchAll(/(?<=^|\s)\/[a-z0-9_]{1,32}(?:@\w+)?/giu)].map(match => ({
    type: 'bot_command',
    offset: match.index,
    length: match[0].length,
  }))
