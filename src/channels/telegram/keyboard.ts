// Lays out buttons for a phone. It must not depend on what is ticked: a button stays where it was when a tick
// comes or goes.

import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types'
import { isCard, type Outgoing, type ShownChoice } from '../../app/message.ts'

/** The widest label for 4, 3 and 2 buttons in a row of a phone 360 points wide; a wide character counts 2. */
const widest = [
  { columns: 4, width: 4 },
  { columns: 3, width: 8 },
  { columns: 2, width: 14 },
]
const placeholderUnits = 64
const tick = /^[\u2713\u2714\u2705\u2610\u2611\u25a1\u25cb\u25cf\s]+/u

const widthOf = (label: string): number => {
  let width = 0
  for (const sign of label.replace(tick, '')) width += (sign.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2
  return width
}

const columnsOf = (label: string): number => widest.find(({ width }) => widthOf(label) <= width)?.columns ?? 1

/** Neighbours of one width share rows of nearly equal length: 4 of three columns stand 2 and 2, not 3 and 1. */
export const rowsOf = <T extends { readonly label: string }>(choices: readonly T[]): T[][] => {
  const runs: { columns: number; items: T[] }[] = []
  // Four in a row are for a whole keyboard of tiny labels (digits, navigation); beside others they count as three.
  const most = choices.every(({ label }) => columnsOf(label) === 4) ? 4 : 3
  for (const choice of choices) {
    const columns = Math.min(columnsOf(choice.label), most)
    const run = runs.at(-1)
    if (run?.columns === columns) run.items.push(choice)
    else runs.push({ columns, items: [choice] })
  }
  return runs.flatMap(({ columns, items }) => {
    const count = Math.ceil(items.length / columns)
    return Array.from({ length: count }, (_, row) =>
      items.slice(Math.ceil((row * items.length) / count), Math.ceil(((row + 1) * items.length) / count)),
    )
  })
}

/** At most `units` UTF-16 units, no surrogate pair cut in two. */
export const cut = (text: string, units: number): string => {
  const whole = text.toWellFormed()
  if (whole.length <= units) return whole
  const end = /[\ud800-\udbff]/.test(whole.charAt(units - 1)) ? units - 1 : units
  return whole.slice(0, end)
}

const ordered = (choices: readonly ShownChoice[]): ShownChoice[][] => [
  ...rowsOf(choices.filter(choice => !choice.nav)),
  ...rowsOf(choices.filter(choice => choice.nav)),
]

const inline = ({ id, choices }: Outgoing): InlineKeyboardMarkup => ({
  inline_keyboard: ordered(choices).map(row =>
    row.map(({ label, number }) => ({ text: label.toWellFormed(), callback_data: `${id}.${number}` })),
  ),
})

const typed = ({ choices }: Outgoing, placeholder: string): ReplyKeyboardMarkup => ({
  keyboard: ordered(choices).map(row => row.map(({ label }) => ({ text: label.toWellFormed() }))),
  resize_keyboard: true,
  is_persistent: true,
  ...(placeholder === '' ? {} : { input_field_placeholder: cut(placeholder, placeholderUnits) }),
})

/** The keyboard under a message: a card has its own, a typed question has the navigation below the input field. */
export const keyboardOf = (outgoing: Outgoing): InlineKeyboardMarkup | ReplyKeyboardMarkup | null => {
  if (isCard(outgoing)) return inline(outgoing)
  if (outgoing.choices.length === 0 || outgoing.input === null) return null
  return typed(outgoing, outgoing.input.placeholder.trim())
}
