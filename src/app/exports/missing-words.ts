// The units that are not in the sums, by name and with the reason; empty where none is missing.

import type { Words } from '../../i18n/words.ts'
import type { Totals } from './read-totals.ts'

export const missingWords = (words: Words, { missing }: Pick<Totals, 'missing'>): string => {
  if (missing.length === 0) return ''
  const units = missing
    .map(({ standing: { unit, state, hasBegun } }) => {
      const isBlank = state === 'draft' && !hasBegun
      return words.desk('unit-with', {
        unit,
        with: isBlank ? words.desk('state.not-begun') : words.cli(`filing.state.${state}`),
      })
    })
    .join(words.say('list'))
  return words.district('totals.missing', { count: missing.length, units })
}
