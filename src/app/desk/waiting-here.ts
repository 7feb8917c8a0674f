// The reports that wait for somebody of the office, the oldest first, and the words for one of them.

import { dayWords } from '../day-words.ts'
import { type Caller, openUnits } from '../open.ts'
import type { WaitingFiling } from '../ports/handling.ts'
import type { DeskDeps } from './desk-deps.ts'

/** Those that the caller may approve. */
export const waitingHere = async (
  { handling, registry }: Pick<DeskDeps, 'handling' | 'registry'>,
  caller: Caller,
): Promise<readonly WaitingFiling[]> => {
  const all = await handling.waiting()
  const units = all.map(({ unit }) => unit)
  const open = await openUnits(registry, caller, units, 'approve-filing')
  return all.filter(({ unit }) => open.has(unit))
}

/** How it stands and since when: 已报送，待审 · 1月12日（周一） · 退回过 1 次. */
export const waitingWords = (
  { words, environment }: Pick<DeskDeps, 'words' | 'environment'>,
  { state, submittedAt, returnedTimes, isRequested }: WaitingFiling,
): string =>
  [
    words.say(`life.name.${state}`),
    ...(submittedAt === null ? [] : [dayWords(words, environment.dateOf(submittedAt))]),
    ...(returnedTimes > 0 ? [words.desk('queue.returned', { count: returnedTimes })] : []),
    ...(isRequested ? [words.desk('queue.requested')] : []),
  ].join(' \u00b7 ')
