// `nianbao units`: the units and how far they are; `units add` makes one, `sample clear` takes those of the sample away.

import { randomUUID } from 'node:crypto'
import { shell } from '../../app/audit.ts'
import { addUnit as addUnitAs } from '../../app/registry/add-unit.ts'
import { unitId } from '../../engine/filing.ts'
import type { Powers } from '../../engine/known.ts'
import { readPowers } from '../../forms/read-powers.ts'
import type { Store } from '../../storage/store.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { clearSample } from '../sample.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { powersNamed, readLevel } from './options.ts'
import { withStore } from './with-store.ts'

type Unit = Awaited<ReturnType<Store['units']>>[number]
type Filing = Unit['filings'][number]

/** List the units with their filings. */
export const units = async (context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const all = await store.units()
    context.print(
      all.length === 0
        ? context.say('units.none')
        : all.flatMap(unit => linesOf(context, config, unit)).join('\n'),
    )
    return 0
  })

/** Add a unit; a name is given once. */
export const addUnit = async (
  typed: string,
  options: { readonly level?: string; readonly powers?: string },
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  if (options.level === undefined) throw refusal(say('usage.level-missing'))
  const level = readLevel(context, options.level)
  const read = readPowers(options.powers ?? '', context.catalog.powers)
  if ('unknown' in read)
    throw refusal(say('usage.powers', { what: read.unknown, powers: powersNamed(context) }))
  const { powers } = read
  const name = typed.trim()
  if (name === '' || name.length > 100 || /\p{Cc}/u.test(name)) throw refusal(say('usage.unit-name'))
  return withStore(context, async (store, config) => {
    if ((await store.units()).some(unit => unit.name === name)) throw refusal(say('units.exists', { name }))
    const unit = { id: unitId(randomUUID()), name, level, powers }
    await addUnitAs(recorderOf(store, auditSeal(config)), { ...shell, at: context.now() }, unit)
    context.print(say('units.added', { name }))
    return 0
  })
}

/** Take the sample district away, with everything that was tried in it. */
export const clearSampleUnits = async (context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const count = await clearSample(store, auditSeal(config), context.now())
    context.print(context.say(count === 0 ? 'sample.none' : 'sample.cleared', { count }))
    return 0
  })

const linesOf = (
  context: CommandContext,
  config: Config,
  { name, level, powers, filings }: Unit,
): readonly string[] => {
  const { say } = context
  const about = [...(level ? [say(`level.${level}`)] : []), ...powersWords(context, powers)]
  const title = about.length > 0 ? say('units.unit.about', { name, about: about.join(say('list')) }) : name
  if (filings.length === 0) return [title, say('units.no-filing', { name })]
  return [title, ...filings.map(filing => standingWords(context, config, filing))]
}

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
