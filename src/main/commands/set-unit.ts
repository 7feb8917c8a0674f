// `nianbao units set|close|merge`: facts of a unit, its end, and the unit that takes its duties over.

import { changeUnit, type UnitChange } from '../../app/registry/change-unit.ts'
import { longest, printedLine, tooLong } from '../../app/registry/read-prints.ts'
import { dateIn } from '../../district/date-in.ts'
import { unitFlag } from '../../reading/unit-list.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { pastDay, readDay } from './dates.ts'
import { doneOr } from './done-or.ts'
import { readLevel, readUnit } from './options.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import { withStore } from './with-store.ts'

type FilingOptions = { readonly filing?: string; readonly json?: boolean }
export type SetUnitOptions = FilingOptions & {
  readonly level?: string
  readonly files?: string
  readonly publishes?: string
  readonly counts?: string
  readonly contact?: string
  readonly signs?: string
  readonly closes?: string
}
export type CloseUnitOptions = FilingOptions & { readonly on?: string }
export type MergeUnitOptions = CloseUnitOptions & { readonly into: string }

/** Its level and flags; only those that are given change. */
export const setUnit = async (
  name: string,
  options: SetUnitOptions,
  context: CommandContext,
): Promise<number> => {
  const level = readLevel(context, options.level)
  const flags = Object.fromEntries(
    (['files', 'publishes', 'counts'] as const).flatMap(flag => {
      const typed = options[flag]
      return typed === undefined ? [] : [[flag, readFlag(context, flag, typed)]]
    }),
  )
  const prints = {
    ...(options.contact !== undefined && { contact: readLine(context, 'contact', options.contact) }),
    ...(options.signs !== undefined && { signs: readLine(context, 'signs', options.signs) }),
    ...(options.closes !== undefined && { closes: readFlag(context, 'closes', options.closes) }),
  }
  const isPrinted = Object.keys(prints).length > 0
  const change: UnitChange = { ...flags, ...(level && { level }), ...(isPrinted && { prints }) }
  if (Object.keys(change).length === 0) throw refusal(context.say('usage.set-nothing'))
  return storeChange(name, async () => change, options, context, 'units.set')
}

/** From a day on, today at the latest, it joins no campaign any more; what was filed stays. */
export const closeUnit = async (
  name: string,
  options: CloseUnitOptions,
  context: CommandContext,
): Promise<number> => {
  const on = readDay(context, options.on)
  return storeChange(
    name,
    async ({ today }) => ({ closed: pastDay(context, on ?? today, today) }),
    options,
    context,
    'units.closed',
  )
}

/** It is closed, and another unit files in its place from then on. */
export const mergeUnit = async (
  name: string,
  options: MergeUnitOptions,
  context: CommandContext,
): Promise<number> => {
  const on = readDay(context, options.on)
  return storeChange(
    name,
    async ({ today, find }) => ({
      closed: pastDay(context, on ?? today, today),
      successor: (await find(options.into)).id,
    }),
    options,
    context,
    'units.merged',
  )
}

type Found = Awaited<ReturnType<typeof readUnit>>
type Here = { readonly today: string; readonly find: (name: string) => Promise<Found> }

const storeChange = async (
  name: string,
  changeFor: (here: Here) => Promise<UnitChange>,
  { filing, json }: FilingOptions,
  context: CommandContext,
  told: 'units.set' | 'units.closed' | 'units.merged',
): Promise<number> => {
  if (filing !== undefined && filing !== 'goes-on')
    throw refusal(context.say('usage.filing', { what: filing }))
  return withStore(context, async (store, config) => {
    const find = (typed: string) => readUnit(context, store, typed)
    const unit = await find(name)
    const change = await changeFor({ today: dateIn(config.TIMEZONE, context.now()), find })
    const deps = { ...recorderOf(store, auditSeal(config)), campaigns: store }
    const wish = { unit: unit.id, change, goesOn: filing === 'goes-on' }
    const act = await changeUnit(deps, { type: 'shell', at: context.now() }, wish)
    const { filings: _, ...changed } = doneOr(context, act, { name: unit.name })
    await settleCampaigns(context, store, config)
    if (json) context.print(JSON.stringify({ unit: changed }))
    else {
      const into = (await store.units()).find(({ id }) => id === changed.successor)?.name ?? ''
      context.print(context.say(told, { name: unit.name, day: changed.closed ?? '', into }))
    }
    return 0
  })
}

/** Null takes it away. */
const readLine = ({ say }: CommandContext, field: 'contact' | 'signs', typed: string): string | null => {
  const line = printedLine(typed)
  if (tooLong({ [field]: line }) !== null) throw refusal(say(`usage.${field}`, { most: longest[field] }))
  return line
}

const readFlag = (
  { say }: CommandContext,
  flag: 'files' | 'publishes' | 'counts' | 'closes',
  typed: string,
): boolean => {
  const said = unitFlag(typed)
  if (typeof said === 'boolean') return said
  throw refusal(say('usage.flag', { what: typed, column: say(`units.column.${flag}`) }))
}
