// A unit's standing in the office's words, piece by piece: its state and since when, returns, the day until which it is
// on time. No figure of its report.

import type { Words } from '../../i18n/words.ts'
import { dayWords } from '../day-words.ts'
import { momentWords } from '../moment-words.ts'
import type { DueStanding } from '../oversight/read-status.ts'
import type { Environment } from '../ports/environment.ts'

export const standingWords = (
  words: Words,
  environment: Pick<Environment, 'dateOf' | 'startOf'>,
  standing: DueStanding,
): readonly string[] => {
  const { state, returnedTimes, extendedUntil, due, onBehalf, sealedAt, firstSubmittedAt } = standing
  const isOpen = state === 'draft' || state === 'returned'
  const office = words.district('office')
  return [
    stateWords(words, environment, standing),
    ...(onBehalf ? [words.desk('unit.on-behalf', { office })] : []),
    ...(returnedTimes > 0 ? [words.desk('unit.returned-times', { count: returnedTimes })] : []),
    ...(sealedAt === null ? [] : [words.desk('unit.sealed')]),
    ...(isOpen && extendedUntil !== null
      ? [words.desk('unit.extended', { day: dayWords(words, extendedUntil) })]
      : []),
    ...(isOpen && extendedUntil === null && firstSubmittedAt === null
      ? [words.desk('unit.due', { day: dayWords(words, due) })]
      : []),
  ]
}

const stateWords = (
  words: Words,
  environment: Pick<Environment, 'dateOf' | 'startOf'>,
  { state, hasBegun, open, errors, firstSubmittedAt }: DueStanding,
): string => {
  if (state !== 'draft') {
    const at = firstSubmittedAt === null ? '' : momentWords(words, environment, firstSubmittedAt)
    return words.desk(`state.${state}`, { at })
  }
  if (firstSubmittedAt !== null) return words.desk('state.withdrawn')
  if (!hasBegun) return words.desk('state.not-begun')
  return open + errors === 0 ? words.desk('state.filled') : words.desk('state.draft', { open: open + errors })
}
