// `nianbao units`: who is there and how far they are; `units add` makes one.

import { randomUUID } from 'node:crypto'
import { unitId } from '../../engine/filing.ts'
import type { Powers } from '../../engine/known.ts'
import { catalog } from '../../forms/catalog.ts'
import { readPowers } from '../../forms/read-powers.ts'
import type { Store } from '../../storage/store.ts'
import type { Config } from '../config.ts'
import { type Desk, refusal } from './desk.ts'
import { readLevel } from './options.ts'
import { withStore } from './with-store.ts'

type Unit = Awaited<ReturnType<Store['units']>>[number]
type Filing = Unit['filings'][number]

/** List the units with their filings. */
export const units = async (desk: Desk): Promise<number> =>
  withStore(desk, async (store, config) => {
    const all = await store.units()
    desk.print(
      all.length === 0
        ? desk.words('units.none')
        : all.flatMap(unit => linesOf(desk, config, unit)).join('\n'),
    )
    return 0
  })

/** Add a unit; a name is given once. */
export const addUnit = async (
  typed: string,
  options: { readonly level?: string; readonly powers?: string },
  desk: Desk,
): Promise<number> => {
  const { words } = desk
  if (options.level === undefined) throw refusal(words('usage.level-missing'))
  const level = readLevel(desk, options.level)
  const read = readPowers(options.powers ?? '', catalog.powers)
  if ('unknown' in read) throw refusal(words('usage.powers', { what: read.unknown }))
  const { powers } = read
  const name = typed.trim()
  if (name === '' || name.length > 100 || /\p{Cc}/u.test(name)) throw refusal(words('usage.unit-name'))
  return withStore(desk, async store => {
    if ((await store.units()).some(unit => unit.name === name)) throw refusal(words('units.exists', { name }))
    await store.addUnit({ id: unitId(randomUUID()), name, level, powers })
    desk.print(words('units.added', { name }))
    return 0
  })
}

const linesOf = (desk: Desk, config: Config, { name, level, powers, filings }: Unit): readonly string[] => {
  const { words } = desk
  const about = [...(level ? [words(`level.${level}`)] : []), ...powersWords(desk, powers)]
  const title =
    about.length > 0 ? words('units.unit.about', { name, about: about.join(words('list')) }) : name
  if (filings.length === 0) return [title, words('units.no-filing', { name })]
  return [title, ...filings.map(filing => standingWords(desk, config, filing))]
}

/** By the names that the form prints. */
const powersWords = ({ words }: Desk, powers: Powers): readonly string[] =>
  [...catalog.powers].flatMap(([key, name]) => {
    const has = powers[key]
    return has === undefined ? [] : [words(has ? 'units.power' : 'units.no-power', { name })]
  })

const standingWords = (desk: Desk, config: Config, { year, standing }: Filing): string => {
  if (!standing) return desk.words('units.not-started', { year })
  const { open, errors, touchedAt } = standing
  const at = instantWords(desk, config, touchedAt)
  return open + errors === 0
    ? desk.words('units.filled', { year, at })
    : desk.words('units.draft', { year, open, errors, at })
}

/** An instant as people write it, in the district's zone. */
export const instantWords = ({ locale }: Desk, { TIMEZONE }: Config, at: number): string =>
  new Intl.DateTimeFormat(locale, { timeZone: TIMEZONE, dateStyle: 'long', timeStyle: 'short' }).format(at)
