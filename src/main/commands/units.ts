// `nianbao units list`: the units in their tree and how far they are; `sample clear` takes those of the sample away.

import type { ListedUnit } from '../../app/ports/registry.ts'
import { listUnits } from '../../app/registry/list-units.ts'
import type { Powers } from '../../engine/known.ts'
import { auditSeal } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { clearSample } from '../sample.ts'
import type { CommandContext } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { withStore } from './with-store.ts'

export type UnitsOptions = { readonly json?: boolean }

type Filing = ListedUnit['filings'][number]

/** List the units with their filings, each below the one it belongs to. */
export const units = async (options: UnitsOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const all = await listUnits(store, { type: 'shell', at: context.now() })
    if (options.json) {
      context.print(JSON.stringify({ units: all.map(unitJson) }))
      return 0
    }
    context.print(
      all.length === 0
        ? context.say('units.none')
        : inTree(all)
            .flatMap(({ unit, depth }) =>
              linesOf(context, config, unit).map(line => `${'  '.repeat(depth)}${line}`),
            )
            .join('\n'),
    )
    return 0
  })

/** Take the sample district away, with everything that was tried in it. */
export const clearSampleUnits = async (context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const cleared = await clearSample(store, auditSeal(config), context.now())
    const count = doneOr(context, cleared, { name: context.say('about.sample') })
    context.print(context.say(count === 0 ? 'sample.none' : 'sample.cleared', { count }))
    return 0
  })

/** Depth first, in the order in which they were added. */
const inTree = (
  all: readonly ListedUnit[],
): readonly { readonly unit: ListedUnit; readonly depth: number }[] => {
  const below = (parent: ListedUnit['parent'], depth: number): ReturnType<typeof inTree> =>
    all
      .filter(unit => unit.parent === parent)
      .flatMap(unit => [{ unit, depth }, ...below(unit.id, depth + 1)])
  return below(null, 0)
}

/** A unit for programs; `standing` is null for a report that nobody has begun. */
const unitJson = ({ filings, ...unit }: ListedUnit) => ({
  ...unit,
  filings: filings.map(({ standing, ...filing }) => ({
    ...{ id: filing.id, obligation: filing.obligation, form: filing.form, year: filing.year },
    state: filing.state,
    standing: standing && {
      ...{ open: standing.open, errors: standing.errors, next: standing.next },
      touchedAt: new Date(standing.touchedAt).toISOString(),
    },
  })),
})

const linesOf = (
  context: CommandContext,
  config: Config,
  { name, level, powers, closed, prints, filings }: ListedUnit,
): readonly string[] => {
  const { say } = context
  const ended = closed === null ? [] : [say('units.closed-on', { day: closed })]
  const about = [
    ...(level ? [say(`level.${level}`)] : []),
    ...powersWords(context, powers),
    ...ended,
    ...printsWords(context, prints),
  ]
  const title = about.length > 0 ? say('units.unit.about', { name, about: about.join(say('list')) }) : name
  if (filings.length === 0) return [title, say('units.no-filing', { name })]
  return [title, ...filings.map(filing => standingWords(context, config, filing))]
}

const printsWords = ({ say }: CommandContext, prints: ListedUnit['prints']): readonly string[] => [
  ...(prints?.contact ? [say('units.contact', { contact: prints.contact })] : []),
  ...(prints?.closes ? [say('units.closes')] : []),
]

/** By the names that the form prints. */
const powersWords = ({ say, catalog }: CommandContext, powers: Powers): readonly string[] =>
  [...catalog.powers].flatMap(([key, name]) => {
    const has = powers[key]
    return has === undefined ? [] : [say(has ? 'units.power' : 'units.no-power', { name })]
  })

const standingWords = (context: CommandContext, config: Config, { year, standing }: Filing): string => {
  if (!standing) return context.say('units.not-started', { year })
  const { open, errors, touchedAt } = standing
  const at = instantWords(context, config, touchedAt)
  return open + errors === 0
    ? context.say('units.filled', { year, at })
    : context.say('units.draft', { year, open, errors, at })
}

/** An instant as people write it, in the district's zone. */
export const instantWords = ({ words }: CommandContext, { TIMEZONE }: Config, at: number): string =>
  new Intl.DateTimeFormat(words.locale, { timeZone: TIMEZONE, dateStyle: 'long', timeStyle: 'short' }).format(
    at,
  )
