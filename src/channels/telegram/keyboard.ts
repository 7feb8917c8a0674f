// Lays out buttons for a phone. It must not depend on what is ticked: a button stays where it was when a tick
// comes or goes.

import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types'
import { isCard, type Outgoing, type ShownChoice } from '../../app/message.ts'
import { columnsOf } from '../width.ts'

/** The widest label, in columns, for 4, 3 and 2 buttons in a row of a phone 360 points wide. */
const widestLabels = [
  { buttons: 4, columns: 4 },
  { buttons: 3, columns: 8 },
  { buttons: 2, columns: 14 },
]
const placeholderUnits = 64
const tick = /^[\u2713\u2714\u2705\u2610\u2611\u25a1\u25cb\u25cf\s]+/u

const buttonsInRow = (label: string): number => {
  const own = columnsOf(label.replace(tick, ''), true)
  return widestLabels.find(({ columns }) => own <= columns)?.buttons ?? 1
}

/** Neighbours of one width share rows of nearly equal length: of four, three to a row, two and two, not three and one. */
export const rowsOf = <T extends { readonly label: string }>(choices: readonly T[]): T[][] => {
  const runs: { buttons: number; items: T[] }[] = []
  // Four in a row are for a whole keyboard of tiny labels (digits, navigation); beside others they count as three.
  const limit = choices.every(({ label }) => buttonsInRow(label) === 4) ? 4 : 3
  for (const choice of choices) {
    const buttons = Math.min(buttonsInRow(choice.label), limit)
    const run = runs.at(-1)
    if (run?.buttons === buttons) run.items.push(choice)
    else runs.push({ buttons, items: [choice] })
  }
  return runs.flatMap(({ buttons, items }) => {
    const count = Math.ceil(items.length / buttons)
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
