// What a figure typed into the printed table means, and what the page says when nothing could be stored. What was
// not read is told beside its cell alone; the conversation goes on as if nobody had typed.

import { movedSince } from '../../engine/focus.ts'
import { indexOf } from '../../engine/index-of.ts'
import { readFigure } from '../../engine/steps/answered.ts'
import { catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Said } from '../message.ts'
import type { Seat } from '../ports/conversations.ts'
import { effectLines } from './compose/effect-lines.ts'
import { viewOf } from './compose/view.ts'
import type { Meant } from './interpret.ts'

type Effect = Parameters<typeof effectLines>[1]

/** Totals and cells that the form does not have are never written, whoever asks for it. */
export const figureMeant = (
  { words }: { readonly words: Words },
  { filing, unit }: Seat,
  { cell: key, text, shown }: Extract<Said, { type: 'figure' }>,
): Meant => {
  const form = catalog.formOf(filing.form)
  const cell = indexOf(form).cells.get(key)
  const meant = { event: null, card: null, notice: null, label: null }
  if (!cell || cell.sum) return { ...meant, notice: words.say('toast.no-cell') }
  const say = (effect: Effect): string =>
    effectLines(viewOf(words, form, filing, unit), effect)
      .map(line => line.text)
      .join('\n')
  const event = { type: 'answered', cell: cell.key, text, shown } as const
  const moved = movedSince(filing, [key], shown === '' ? {} : { [key]: shown })
  if (moved.length > 0) return { ...meant, event, notice: say({ type: 'moved', keys: moved }) }
  const read = readFigure(form, cell.key, text)
  if (!('unread' in read)) return { ...meant, event }
  const { unread: why, ...limit } = read
  const question = { type: 'cell', cell: cell.key } as const
  return { ...meant, notice: say({ type: 'unread', said: text, why, question, ...limit }) }
}
