// `nianbao units add|rename|place|remove`: the shell's way to the use cases of the registry.

import { randomUUID } from 'node:crypto'
import { addUnit as add } from '../../app/registry/add-unit.ts'
import { placeUnit as place } from '../../app/registry/place-unit.ts'
import { removeUnits } from '../../app/registry/remove-units.ts'
import { renameUnit as rename } from '../../app/registry/rename-unit.ts'
import { unitId } from '../../engine/filing.ts'
import { readPowers } from '../../forms/read-powers.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { doneOr } from './done-or.ts'
import { powersNamed, readLevel, readUnit } from './options.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import type { UnitsOptions } from './units.ts'
import { withStore } from './with-store.ts'

export type AddUnitOptions = UnitsOptions & {
  readonly level?: string
  readonly powers?: string
  readonly below?: string
  readonly root?: boolean
}
export type PlaceUnitOptions = UnitsOptions & { readonly below?: string }
export type RemoveUnitOptions = UnitsOptions & { readonly withReports?: boolean }

/** Add a unit; a name is given once. */
export const addUnit = async (
  typed: string,
  options: AddUnitOptions,
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  if (options.level === undefined) throw refusal(say('usage.level-missing'))
  const level = readLevel(context, options.level)
  const read = readPowers(options.powers ?? '', context.catalog.powers)
  if ('unknown' in read)
    throw refusal(say('usage.powers', { what: read.unknown, powers: powersNamed(context) }))
  const { powers } = read
  const { below, root: isRoot = false } = options
  if (isRoot && below !== undefined) throw refusal(say('usage.root-below'))
  return withStore(context, async (store, config) => {
    const parent = below === undefined ? null : (await readUnit(context, store, below)).id
    const unit = { id: unitId(randomUUID()), name: typed, level, powers, parent, isRoot }
    const act = await add(recorderOf(store, auditSeal(config)), { type: 'shell', at: context.now() }, unit)
    const added = doneOr(context, act, { name: typed.trim() })
    await settleCampaigns(context, store, config)
    tell(context, options, { unit: { ...added, isRoot } }, say('units.added', { name: added.name }))
    return 0
  })
}

/** Give a unit another name. */
export const renameUnit = async (
  typed: string,
  name: string,
  options: UnitsOptions,
  context: CommandContext,
): Promise<number> =>
  withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, typed)
    const deps = recorderOf(store, auditSeal(config))
    const act = await rename(deps, { type: 'shell', at: context.now() }, { unit: unit.id, name })
    const renamed = doneOr(context, act, { name: name.trim() })
    tell(context, options, { unit: renamed }, context.say('units.renamed', { ...renamed }))
    return 0
  })

/** Put a unit below another one, or right below the district. */
export const placeUnit = async (
  typed: string,
  options: PlaceUnitOptions,
  context: CommandContext,
): Promise<number> =>
  withStore(context, async (store, config) => {
    const { below } = options
    const unit = await readUnit(context, store, typed)
    const parent = below === undefined ? null : await readUnit(context, store, below)
    const wish = { unit: unit.id, parent: parent?.id ?? null }
    const deps = recorderOf(store, auditSeal(config))
    const act = await place(deps, { type: 'shell', at: context.now() }, wish)
    const placed = doneOr(context, act, { name: unit.name, below: parent?.name ?? '' })
    const words = parent
      ? context.say('units.placed', { name: unit.name, below: parent.name })
      : context.say('units.placed-top', { name: unit.name })
    tell(context, options, { unit: { name: unit.name, ...placed } }, words)
    return 0
  })

/** Take a unit away; one in which something was filed only when that is said. */
export const removeUnit = async (
  typed: string,
  { withReports = false, ...options }: RemoveUnitOptions,
  context: CommandContext,
): Promise<number> =>
  withStore(context, async (store, config) => {
    const { id, name } = await readUnit(context, store, typed)
    const deps = recorderOf(store, auditSeal(config))
    const wish = { units: [id], withReports }
    doneOr(context, await removeUnits(deps, { type: 'shell', at: context.now() }, wish), { name })
    tell(context, options, { removed: { id, name } }, context.say('units.removed', { name }))
    return 0
  })

const tell = (
  { print }: Pick<CommandContext, 'print'>,
  { json }: UnitsOptions,
  value: object,
  words: string,
): void => print(json ? JSON.stringify(value) : words)
