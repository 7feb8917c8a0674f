// The reports that wait for the office: handed in and not yet approved, and those whose unit asks to have them back. The
// oldest first, with a button for each.

import { plain, strong } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { openUnits } from '../../open.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { reviewChoice } from '../reviewed.ts'

/** Telegram takes a hundred buttons (Bot API); more are not read in one sitting. */
const most = 40

export const queue: Asking = async ({ words, handling, registry, environment }, { caller }) => {
  const all = await handling.waiting()
  const units = all.map(({ unit }) => unit)
  const open = await openUnits(registry, caller, units, 'approve-filing')
  const waiting = all.filter(({ unit }) => open.has(unit))
  const say = ({ unitName, state, submittedAt, returnedTimes, isRequested }: (typeof all)[number]) =>
    [
      unitName,
      words.say(`life.name.${state}`),
      ...(submittedAt === null ? [] : [dayWords(words, environment.dateOf(submittedAt))]),
      ...(returnedTimes > 0 ? [words.desk('queue.returned', { count: returnedTimes })] : []),
      ...(isRequested ? [words.desk('queue.requested')] : []),
    ].join(' \u00b7 ')
  return {
    lines: [
      strong(words.desk(waiting.length > 0 ? 'queue.count' : 'queue.none', { count: waiting.length })),
      ...waiting.slice(0, most).map(each => plain(say(each))),
    ],
    choices: [
      ...waiting.slice(0, most).map(({ filing, unitName }) => reviewChoice(filing, unitName)),
      ...ways(words, 'progress', 'units'),
    ],
  }
}
