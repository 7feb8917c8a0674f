// Turns a typed line into Input: text, `[a button]` or `#3`, `/a command`, `/file PATH`, `edit 2: text`. Pure: the
// screen is handed in. What stands in brackets and is no button on it is text: a button may have had that name before.

import { type Input, isCard, type Outgoing } from '../../app/message.ts'

/** The messages of both sides, newest last, by their number in the chat. */
export type TerminalScreen = {
  readonly shown: readonly Outgoing[]
  readonly own: readonly { readonly message: string; readonly text: string }[]
}

/** A document of this machine is sent. */
export type SentPath = { readonly type: 'path'; readonly path: string }

/** Nothing was said: there is no button at that place, no such message of one's own, or no such file. */
export type Mistyped =
  | { readonly type: 'no-button'; readonly said: string }
  | { readonly type: 'no-message'; readonly said: string }
  | { readonly type: 'no-file'; readonly said: string }

export const readLine = (line: string, screen: TerminalScreen): Input | SentPath | Mistyped => {
  const typed = line.trim()
  const [, label] = /^\[([^\n]+)\]$/.exec(typed) ?? []
  const pressed = label === undefined ? undefined : press(screen, label)
  if (pressed) return pressed
  const [, place] = /^#(\d{1,3})$/.exec(typed) ?? []
  if (place !== undefined) return pick(screen, Number(place))
  const [, path] = /^\/file +(\S.*)$/.exec(typed) ?? []
  if (path !== undefined) return { type: 'path', path }
  const [, name, argument = ''] = /^\/([a-z_]{1,32})(?: +(\S*))?$/.exec(typed) ?? []
  if (name !== undefined) return { type: 'command', name, argument }
  const [, which, text] = /^edit(?: +(\d{1,6}|"[^"]+"))? *[:\uff1a] *([\s\S]+)$/.exec(typed) ?? []
  if (text !== undefined) return edit(screen, which, text)
  return { type: 'text', text: line }
}

/** The newest button of that name: a card's is a choice, one below the input field is its words. */
const press = ({ shown }: TerminalScreen, label: string): Input | undefined => {
  for (const outgoing of shown.toReversed()) {
    const choice = named(outgoing, label)
    if (choice) return chosen(outgoing, choice)
  }
  return undefined
}

/** The button that stands at this place of the newest message that has any. */
const pick = ({ shown }: TerminalScreen, place: number): Input | Mistyped => {
  const outgoing = shown.findLast(each => each.choices.length > 0)
  const choice = outgoing && inPrintOrder(outgoing)[place - 1]
  return outgoing && choice ? chosen(outgoing, choice) : { type: 'no-button', said: `#${place}` }
}

/** Buttons in the order in which they stand: navigation last. */
export const inPrintOrder = ({ choices }: Pick<Outgoing, 'choices'>): Outgoing['choices'] => [
  ...choices.filter(choice => !choice.nav),
  ...choices.filter(choice => choice.nav),
]

const chosen = (outgoing: Outgoing, { number, label }: Outgoing['choices'][number]): Input =>
  isCard(outgoing) ? { type: 'choice', card: outgoing.id, number } : { type: 'text', text: label }

/** The whole label, without its tick, or its first words when only one button begins so: a value may follow. */
const named = ({ choices }: Outgoing, label: string) => {
  const wanted = bare(label)
  const exact =
    choices.find(choice => choice.label === label) ?? choices.find(choice => bare(choice.label) === wanted)
  const [first, ...more] = choices.filter(choice => bare(choice.label).startsWith(`${wanted} `))
  return exact ?? (more.length === 0 ? first : undefined)
}

const bare = (label: string): string => label.replace(/^\u2713\s*/, '').trim()

/** Of one's own messages the n-th, the newest that read so, or the last. */
const edit = ({ own }: TerminalScreen, which: string | undefined, text: string): Input | Mistyped => {
  const quoted = which?.startsWith('"') ? which.slice(1, -1) : undefined
  const found =
    which === undefined
      ? own.at(-1)
      : quoted === undefined
        ? own[Number(which) - 1]
        : own.findLast(each => each.text.trim() === quoted)
  return found ? { type: 'edit', message: found.message, text } : { type: 'no-message', said: which ?? '' }
}
