// Doings on the printed tables: words for one cell or one whole text, a pasted block, a cell pointed at, a change taken
// back. Input that cannot be taken is told beside its cell alone, and the conversation is not changed.

import { bodyOf } from '../../engine/body-of.ts'
import { standsIn } from '../../engine/derive.ts'
import type { Effect } from '../../engine/effect.ts'
import type { Event } from '../../engine/event.ts'
import { type Question, textQuestion } from '../../engine/focus.ts'
import { indexOf } from '../../engine/index-of.ts'
import { readFigure } from '../../engine/read-figure.ts'
import { clean } from '../../engine/steps/text.ts'
import { assertNever } from '../../faults.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { Input } from '../message.ts'
import type { Seat } from '../ports/conversations.ts'
import { effectLines } from './compose/effect-lines.ts'
import { type View, viewOf } from './compose/view.ts'
import { type Interpretation, interpreted } from './interpretation.ts'
import { readBlock } from './read-block.ts'

type Deps = { readonly catalog: Catalog; readonly words: Words }

export const interpretOnTables = (
  deps: Deps,
  seat: Seat,
  input: Extract<Input, { type: 'cell' | 'block' | 'point' | 'retract' }>,
): Interpretation => {
  const { catalog, words } = deps
  switch (input.type) {
    case 'cell':
      return interpretCell(deps, seat, input)
    case 'block': {
      const read = readBlock(viewOf(words, catalog, seat), input)
      return 'refused' in read ? interpreted(null, read.refused) : interpreted({ type: 'filled', ...read })
    }
    case 'point': {
      const question = questionAt(deps, seat, input.cell)
      return question ? interpreted({ type: 'put', question }) : interpreted(null, words.say('toast.no-cell'))
    }
    case 'retract': {
      const last = seat.focus.undo.at(-1) ?? []
      return last.some(({ key }) => key === input.cell)
        ? interpreted({ type: 'undo' })
        : interpreted(null, words.say('table.not-last'))
    }
    default:
      return assertNever(input)
  }
}

/** A total is never asked. */
const questionAt = ({ catalog }: Deps, { filing }: Seat, key: string): Question | null => {
  const { cells, texts } = indexOf(catalog.formOf(filing.form))
  const text = texts.get(key)
  if (text) return textQuestion(text.text)
  const cell = cells.get(key)
  return cell && !cell.sum ? { type: 'cell', cell: cell.key } : null
}

/** A text that was opened as a whole. */
const interpretWhole = (
  { catalog, words }: Deps,
  seat: Seat,
  event: Extract<Event, { type: 'replaced' }>,
): Interpretation => {
  const { filing } = seat
  const stood = bodyOf(catalog.formOf(filing.form), filing, event.text) ?? ''
  const moved = { type: 'moved', keys: [event.text] } as const
  const isMoved = clean(stood) !== clean(event.shown)
  return interpreted(event, isMoved ? sayIn(viewOf(words, catalog, seat), moved) : null)
}

type Told = Exclude<Effect, { type: 'ask' | 'preview' }>

const sayIn = (view: View, effect: Told): string =>
  effectLines(view, effect)
    .map(line => line.text)
    .join('\n')

/**
 * Words typed into the printed table. Unreadable input is reported beside the cell alone and the conversation is not
 * changed; totals and cells that the form does not have are never written.
 */
const interpretCell = (
  deps: Deps,
  seat: Seat,
  { cell: key, text, shown }: Extract<Input, { type: 'cell' }>,
): Interpretation => {
  const { catalog, words } = deps
  const { filing } = seat
  const form = catalog.formOf(filing.form)
  const { cells, texts } = indexOf(form)
  const section = texts.get(key)
  if (section) return interpretWhole(deps, seat, { type: 'replaced', text: section.text, body: text, shown })
  const cell = cells.get(key)
  if (!cell || cell.sum) return interpreted(null, words.say('toast.no-cell'))
  const say = (effect: Told): string => sayIn(viewOf(words, catalog, seat), effect)
  const event = { type: 'answered', cell: cell.key, text, shown } as const
  if (standsIn(form, filing, cell.key) !== shown)
    return interpreted(event, say({ type: 'moved', keys: [cell.key] }))
  const read = readFigure(form, filing, cell.key, text)
  if (!('unread' in read)) return interpreted(event)
  const { unread: why, ...limit } = read
  const question = { type: 'cell', cell: cell.key } as const
  return interpreted(null, say({ type: 'unread', said: text, why, question, ...limit }))
}
