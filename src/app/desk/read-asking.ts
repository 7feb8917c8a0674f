// An incoming message as an asking: words, the words that are awaited, a tap, a command. Nothing that a client sends is
// trusted: a tap is what its card's row says.

import { looks } from '../../district/access.ts'
import { assertNever } from '../../faults.ts'
import { type AskingName, doors } from '../doors.ts'
import type { Incoming } from '../message.ts'
import type { DeskCard } from '../ports/desks.ts'
import type { AskedWith } from './asking.ts'
import { isAsking } from './askings.ts'
import type { DeskDeps } from './desk-deps.ts'
import type { Desk } from './desk-of.ts'
import { typedAsking, wholeAsking } from './typed-asking.ts'

export type ReadAsking =
  | {
      readonly type: 'asking'
      readonly asking: AskingName
      readonly asked: AskedWith
      /** The live card that was tapped, and the words of the button. */
      readonly card: string | null
      readonly label: string | null
    }
  /** Nothing is done; a few words for the tap itself. */
  | {
      readonly type: 'nothing'
      readonly notice: string
      /** It was for a report, and none stands here. */
      readonly isRefused?: true
    }

export const readAsking = async (
  { desks, words }: Pick<DeskDeps, 'desks' | 'words'>,
  { input, chat }: Pick<Incoming, 'input' | 'chat'>,
  { place }: Desk,
): Promise<ReadAsking> => {
  switch (input.type) {
    case 'choice': {
      const card = await desks.deskCard(input.card, place.person.id, chat)
      return tapped(words.say('toast.unknown'), card, input.number, place.card)
    }
    case 'text':
      return readText({ desks, words }, input.text, chat, place)
    case 'command':
      return typed(isAsking(input.name) && input.name !== 'other' ? input.name : 'help', '')
    case 'cell':
    case 'block':
    case 'point':
    case 'retract':
      return { type: 'nothing', notice: words.say('toast.unknown'), isRefused: true }
    case 'edit':
      return asked('other', { text: null, args: ['edited'] })
    case 'file':
      return asked('enter', { text: null, args: [], file: input })
    case 'unsupported':
      return asked('other', { text: null, args: ['input'] })
    default:
      return assertNever(input)
  }
}

/** A label of the live card, an asking's own words, the words that are awaited, words with what they ask about. */
const readText = async (
  { desks, words }: Pick<DeskDeps, 'desks' | 'words'>,
  text: string,
  chat: string,
  { person, card: live, pending }: Desk['place'],
): Promise<ReadAsking> => {
  const card =
    live === null || text.length > longestLabel ? null : await desks.deskCard(live, person.id, chat)
  const number = card?.choices.findIndex(({ label }) => label === text.trim()) ?? -1
  const typedOut = tapped('', card, number, live)
  if (typedOut.type === 'asking') return { ...typedOut, card: null, label: null }
  const whole = wholeAsking(words, text)
  if (whole) return typed(whole, '')
  if (pending && isAsking(pending.asking))
    return asked(pending.asking, { text: text.trim(), args: pending.args })
  const read = typedAsking(words, text)
  if (!read) return typed('other', text.trim())
  const { asking, said } = read
  return asked(asking, { text: read.text, args: read.args ?? [], ...(said !== undefined && { said }) })
}

/** The longest label that is looked for on a card. */
const longestLabel = 100

const asked = (asking: AskingName, asked: AskedWith): ReadAsking & { readonly type: 'asking' } => ({
  ...{ type: 'asking', asking, asked, card: null, label: null },
})
const typed = (asking: AskingName, text: string) => asked(asking, { text, args: [] })

/** An act counts only on the live card: tapped twice, it would be done twice. */
const tapped = (unknown: string, card: DeskCard | null, number: number, live: string | null): ReadAsking => {
  const choice = card?.choices[number]
  if (!card || !choice || !isAsking(choice.asking)) return { type: 'nothing', notice: unknown }
  const isLive = card.id === live
  const action: string = doors.askings[choice.asking]
  if (!isLive && !looks.some(look => look === action)) return { type: 'nothing', notice: unknown }
  return {
    ...asked(choice.asking, { text: null, args: choice.args }),
    card: isLive ? card.id : null,
    label: choice.label,
  }
}
