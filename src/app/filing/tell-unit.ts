// Tells the unit's fillers, in the commit of an act of the office, what was done with their report and in which words.

import { decide, type Rights } from '../../district/access.ts'
import type { FilingAct } from '../../district/lifecycle.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { placeNames } from '../conversation/compose/place-names.ts'
import { plain, quote, viewOf } from '../conversation/compose/view.ts'
import { dayWords } from '../day-words.ts'
import { type Line, type Outgoing, wordsMessage } from '../message.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { HandledFiling } from '../ports/handling.ts'
import type { FilingWish } from './effects-of.ts'
import { ringsNow } from './rings-now.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'othersAt'>
  readonly environment: Pick<Environment, 'id' | 'dateOf' | 'startOf'>
  readonly calendar: Pick<Calendar, 'notices'>
  readonly catalog: Catalog
  readonly words: Words
}

/** Mail to the fillers, and the decisions that they may read it. */
type ToldUnit = {
  readonly outbox: readonly Outgoing[]
  readonly admitted: readonly { readonly rights: Rights }[]
}

/** Acts of which the unit hears; its own it knows. */
const heard = {
  'ask-filing': 'life.asked',
  'return-filing': 'life.returned',
  'approve-filing': 'life.approved',
  'undo-approval': 'life.undone',
  'grant-return': 'life.granted',
  'clear-filing': 'life.cleared.told',
} as const satisfies Partial<Record<FilingAct, string>>

const isHeard = (act: FilingAct): act is keyof typeof heard => Object.hasOwn(heard, act)

/** The chats that stand at the filing and whose people fill it in. */
export const tellUnit = async (
  { conversations, environment, calendar, catalog, words }: Deps,
  stood: HandledFiling,
  wish: FilingWish,
  at: number,
): Promise<ToldUnit> => {
  const { act } = wish
  if (!isHeard(act)) return { outbox: [], admitted: [] }
  const { filing, unit } = stood
  const view = viewOf(words, catalog, stood)
  const { cells = [], note = '', mendBy, isAtOnce = false } = wish
  const told = { unit: unit.name, year: filing.year }
  const lines: readonly Line[] = [
    plain(view.words.say(heard[act], told)),
    ...(note === '' ? [] : [quote(note)]),
    ...(cells.length > 0 ? [plain(view.words.say('life.cells', { names: placeNames(view, cells) }))] : []),
    ...(act === 'return-filing'
      ? [
          plain(
            view.words.say(mendBy ? 'life.mend-by' : 'life.mend', {
              day: mendBy ? dayWords(words, mendBy) : '',
            }),
          ),
        ]
      : []),
  ]
  const members = (await conversations.othersAt(filing.id, '')).flatMap(({ chat, ground }) => {
    const rights = decide(ground.members, 'answer-filing', { id: ground.unit, above: ground.above })
    return rights ? [{ chat, rights }] : []
  })
  const isSilent = !isAtOnce && !(await ringsNow({ calendar, environment }, at))
  return {
    outbox: members.map(({ chat }) => ({
      ...wordsMessage(environment.id(), chat, lines),
      ...(isSilent && { isSilent }),
    })),
    admitted: members,
  }
}
