// The office's ledger (台账) as a sheet: a row for each unit, with no figure of its report.

import type { SheetCell, XlsxSheet } from '../../document/xlsx.ts'
import type { Words } from '../../i18n/words.ts'
import { dayWords } from '../day-words.ts'
import { momentWords } from '../moment-words.ts'
import type { Environment } from '../ports/environment.ts'
import type { CollectedUnit } from './read-collected.ts'

type Deps = { readonly words: Words; readonly environment: Pick<Environment, 'dateOf' | 'startOf'> }

/** With `seesPeople` the columns of fillers and telephones stand too. */
export const ledgerSheet = (
  { words, environment }: Deps,
  units: readonly CollectedUnit[],
  { title, at, seesPeople }: { readonly title: string; readonly at: number; readonly seesPeople: boolean },
): XlsxSheet => {
  const say = words.district
  const moment = (of: number | null) => (of === null ? '' : momentWords(words, environment, of))
  const people = seesPeople ? (['filler', 'phone'] as const) : ([] as const)
  const columns = [
    ...(['number', 'unit', 'level'] as const),
    ...people,
    ...(['state', 'handed-in', 'in-time', 'returned', 'sealed', 'published-on', 'url', 'note'] as const),
  ]
  const rowOf = ({ standing, kept }: CollectedUnit, n: number): readonly SheetCell[] => {
    const { state, hasBegun, firstSubmittedAt: handedIn, due, level, returnedTimes, sealedAt } = standing
    const { fillers, publication } = kept
    const list = (of: readonly string[]) => of.join(words.say('list'))
    const phones = fillers.flatMap(({ phone }) => (phone === null ? [] : [phone]))
    const isIn = state !== 'draft' && handedIn !== null
    const inTime = isIn ? say(environment.dateOf(handedIn) <= due ? 'yes' : 'no') : ''
    const sealed = kept.sealedOn ?? (sealedAt === null ? null : environment.dateOf(sealedAt))
    return [
      ...[n + 1, standing.unit, level === null ? '' : words.cli(`level.${level}`)],
      ...(seesPeople ? [list(fillers.map(({ name }) => name)), list(phones)] : []),
      state === 'draft' && !hasBegun ? words.desk('state.not-begun') : words.cli(`filing.state.${state}`),
      ...[moment(handedIn), inTime, returnedTimes],
      sealed === null ? (isIn ? say('ledger.unsealed') : '') : say('ledger.sealed-on', { day: sealed }),
      ...[publication?.on ?? '', publication?.url ?? '', notesOf(words, { standing, kept })],
    ]
  }
  return {
    ...{
      name: say('ledger'),
      title: say('ledger.title', { title, at: momentWords(words, environment, at) }),
    },
    heads: [columns.map(column => say(`ledger.${column}`))],
    rows: units.map(rowOf),
    notes: [],
    widths: columns.map(column => widths[column]),
    fixed: 2,
  }
}

const widths = {
  ...{ number: 6, unit: 26, level: 8, filler: 12, phone: 16, state: 16, 'handed-in': 18, 'in-time': 8 },
  ...{ returned: 10, sealed: 18, 'published-on': 14, url: 40, note: 36 },
} as const

const notesOf = (words: Words, { standing, kept }: CollectedUnit): string => {
  const { extendedUntil, onBehalf, promisedOn, state, mendBy } = standing
  const day = (on: string) => dayWords(words, on)
  return [
    ...(extendedUntil === null ? [] : [words.desk('unit.extended', { day: day(extendedUntil) })]),
    ...(onBehalf ? [words.desk('unit.on-behalf', { office: words.district('office') })] : []),
    ...(promisedOn === null || state !== 'draft'
      ? []
      : [words.district('ledger.promised', { day: day(promisedOn) })]),
    ...(state === 'returned' && mendBy !== null ? [words.desk('returned.until', { day: day(mendBy) })] : []),
    ...(kept.counts ? [] : [words.district('ledger.uncounted')]),
  ].join(words.say('list'))
}
