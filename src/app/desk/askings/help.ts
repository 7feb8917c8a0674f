// Help at a desk: all that this person may ask here, each with the way to say it.

import { plain, quote } from '../../conversation/compose/view.ts'
import { doors } from '../../doors.ts'
import type { Asking } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import { rightsAt } from '../desk-of.ts'

export const help: Asking = async ({ words }, asker) => {
  const may = (name: keyof typeof doors.askings) => rightsAt(asker, doors.askings[name]) !== null
  const several = asker.desks.length > 1 || asker.hasReports
  const named = told.filter(name => may(name) && (name !== 'places' || several))
  const how = [...named.map(name => words.desk(`how.${name}`)), words.desk('help.unit')]
  return {
    lines: [plain(words.desk('help.title')), quote(how.join('\n'))],
    choices: [
      ...buttons.filter(may).map(name => choiceOf(words, name)),
      ...(several ? ways(words, 'places') : []),
    ],
  }
}

/** In the order in which they are told. */
const told = [
  ...(['queue', 'progress', 'missing', 'reply', 'chase', 'private', 'told', 'extend', 'sealed'] as const),
  ...(['enter', 'export', 'units', 'people', 'invite', 'places', 'web'] as const),
]
const buttons = ['queue', 'progress', 'chase', 'units', 'people', 'invite'] as const
