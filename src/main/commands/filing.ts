// `nianbao filing …`: leads one unit's report through its life, from hand-in to approval.

import { actOnFiling } from '../../app/filing/act-on-filing.ts'
import type { FilingWish } from '../../app/filing/effects-of.ts'
import { capacities, type SignOff, signingWays } from '../../app/ports/life-rows.ts'
import type { ListedUnit } from '../../app/ports/registry.ts'
import type { FilingAct } from '../../district/lifecycle.ts'
import { indexOf } from '../../engine/index-of.ts'
import { auditSeal } from '../audit-seal.ts'
import { realEnvironment } from '../environment.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { pastDay, readDay } from './dates.ts'
import { refusalWords } from './filing-words.ts'
import { readForm, readUnit, readYear } from './options.ts'
import { withStore } from './with-store.ts'

export type FilingOptions = {
  readonly year?: string
  readonly obligation?: string
  readonly content?: string
  readonly note?: string
  readonly cells?: string
  readonly until?: string
  readonly atOnce?: boolean
  readonly onBehalf?: boolean
  readonly by?: string
  readonly capacity?: string
  readonly way?: string
  readonly on?: string
  readonly number?: string
  readonly underAuthority?: boolean
  readonly json?: boolean
}

/** As things stand, whatever was typed: exit code 1. */
const typedWrong: readonly string[] = ['note-missing']

export const leadFiling = async (
  act: FilingAct,
  name: string,
  options: FilingOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, catalog, words } = context
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const filing = readFiling(context, unit, options)
    const at = context.now()
    const environment = realEnvironment(config.TIMEZONE)
    const wish: FilingWish = {
      ...{ act, content: readContent(context, options.content), note: options.note ?? '' },
      cells: readCells(context, filing, options.cells),
      mendBy: readDay(context, options.until),
      ...{ isOnBehalf: options.onBehalf === true, isAtOnce: options.atOnce === true },
      ...(act === 'receive-sealed' && { receivedOn: readPast(context, options.on, environment.dateOf(at)) }),
      ...(act === 'sign-filing' && { signOff: readSignOff(context, options, environment.dateOf(at)) }),
    }
    const ports = { conversations: store, handling: store, registry: store, calendar: store }
    const deps = { ...ports, catalog, words, environment, seal: auditSeal(config) }
    const acted = await actOnFiling(deps, { type: 'shell', at }, filing.id, wish)
    if (acted.type === 'refused')
      throw refusal(
        refusalWords(context, act, unit.name, acted.refusal),
        typedWrong.includes(acted.refusal.why) ? 2 : 1,
      )
    const { year, obligation } = filing
    const { state } = acted
    const content = (await store.handled(filing.id))?.content ?? acted.before.content
    const told = { unit: unit.name, year }
    if (options.json)
      context.print(JSON.stringify({ ...told, obligation, state, content, at: new Date(at).toISOString() }))
    else context.print(say(`filing.done.${act}`, told))
    return 0
  })
}

/** The unit's report of the year, else its latest. */
export const readFiling = (
  context: CommandContext,
  { name, filings }: ListedUnit,
  options: Pick<FilingOptions, 'year' | 'obligation'>,
): ListedUnit['filings'][number] => {
  const year = options.year === undefined ? null : readYear(context, options.year)
  const latest = Math.max(...filings.map(each => each.year))
  const { obligation } = readForm(context, year ?? latest, options)
  const found = filings
    .filter(each => each.obligation === obligation && (year ?? each.year) === each.year)
    .sort((one, other) => other.year - one.year)[0]
  if (!found) throw refusal(context.say('filing.none', { unit: name, year: year ?? '' }), 1)
  return found
}

const readContent = ({ say }: CommandContext, typed: string | undefined): number | null => {
  if (typed === undefined) return null
  if (!/^\d{1,9}$/.test(typed)) throw refusal(say('usage.content', { what: typed }))
  return Number(typed)
}

const readCells = (
  { say, catalog }: CommandContext,
  { form }: Pick<ListedUnit['filings'][number], 'form'>,
  typed = '',
): readonly string[] => {
  const keys = typed.split(/[\s,]+/).filter(key => key !== '')
  const { cells, texts } = indexOf(catalog.formOf(form))
  const unknown = keys.find(key => !cells.has(key) && !texts.has(key))
  if (unknown !== undefined) throw refusal(say('usage.cell', { what: unknown }))
  return keys
}

/** Signed today on paper by the leader in charge, where nothing but their name is said (office practice). */
const readSignOff = (context: CommandContext, options: FilingOptions, today: string): SignOff => {
  const who = options.by?.trim() ?? ''
  if (who === '') throw refusal(context.say('usage.signed-by'))
  return {
    who,
    capacity: oneOf(context, capacities, options.capacity),
    way: oneOf(context, signingWays, options.way),
    signedOn: readPast(context, options.on, today),
    number: options.number ?? null,
    isUnderAuthority: options.underAuthority === true,
  }
}

/** Today where none is typed; a day to come is refused. */
const readPast = (context: CommandContext, typed: string | undefined, today: string): string =>
  pastDay(context, readDay(context, typed) ?? today, today)

/** The first, where none is typed. */
const oneOf = <T extends string>(
  { say }: CommandContext,
  all: readonly [T, ...(readonly T[])],
  typed: string | undefined,
): T => {
  const found = typed === undefined ? all[0] : all.find(each => each === typed)
  if (!found) throw refusal(say('usage.one-of', { what: typed ?? '', all: all.join(say('list')) }))
  return found
}
