// Options and arguments that several commands share, read from the words that were typed.

import type { Form, Level } from '../../engine/form.ts'
import type { Obligation } from '../../forms/obligation.ts'
import { levelOf, writtenLevels } from '../../intake/level.ts'
import type { Store } from '../../storage/store.ts'
import { type CommandContext, refusal } from './command-context.ts'

type Say = Pick<CommandContext, 'say'>
type Catalogued = Pick<CommandContext, 'say' | 'catalog'>

export const readLevel = ({ say }: Say, typed: string | undefined): Level | null => {
  if (typed === undefined) return null
  const written = writtenLevels.find(each => each === typed)
  if (!written) throw refusal(say('usage.level', { what: typed }))
  return levelOf(written)
}

export const readYear = ({ say }: Say, typed: string): number => {
  if (!/^20\d\d$/.test(typed)) throw refusal(say('usage.year', { what: typed }))
  return Number(typed)
}

/** The description of `--obligation`, which names all that there are. */
export const obligationOption = ({ say, catalog }: Catalogued): string =>
  say('opt.obligation', { obligations: catalog.obligations.map(({ id }) => id).join(say('list')) })

/** The obligation of this id; without one the first of the catalogue. */
const readObligation = ({ say, catalog }: Catalogued, typed?: string): Obligation => {
  const { obligations } = catalog
  const found = typed === undefined ? obligations[0] : obligations.find(({ id }) => id === typed)
  const ids = obligations.map(({ id }) => id).join(say('list'))
  if (!found) throw refusal(say('usage.obligation', { what: typed ?? '', obligations: ids }))
  return found
}

/** The form of an obligation for a year, or the one that was asked for if it is used in that year. */
export const readForm = (
  context: Catalogued,
  year: number,
  typed: { readonly obligation?: string | undefined; readonly form?: string | undefined } = {},
): Form => {
  const { say, catalog } = context
  const { forms, id: obligation } = readObligation(context, typed.obligation)
  if (typed.form === undefined) {
    const form = catalog.formFor(obligation, year)
    const from = Math.min(...forms.map(({ years }) => years.from))
    if (!form) throw refusal(say('usage.no-form', { year, from }))
    return form
  }
  const among = typed.obligation === undefined ? [...catalog.forms.values()] : forms
  const form = among.find(({ id }) => id === typed.form)
  const ids = among.map(({ id }) => id).join(say('list'))
  if (!form) throw refusal(say('usage.form', { what: typed.form, forms: ids }))
  const { from, to } = form.years
  if (year < from || year > (to ?? year)) throw refusal(say('usage.form-year', { form: form.id, year }))
  return form
}

/** All powers that a unit may be given, by their printed names, with their keys. */
export const powersNamed = ({ say, catalog }: Catalogued): string =>
  [...catalog.powers].map(([key, name]) => say('units.named', { name, key })).join(say('list'))

/** The unit of this name or id, else the one that bore the name before; a name that is nearly right is refused with those it may mean. */
export const readUnit = async (
  { say }: Say,
  store: Pick<Store, 'units'>,
  name: string,
): Promise<Awaited<ReturnType<Store['units']>>[number]> => {
  const all = await store.units()
  const found = all.find(unit => unit.name === name.trim() || unit.id === name)
  if (found) return found
  const [former, ...more] = all.filter(unit => unit.formerNames.includes(name.trim()))
  if (former && more.length === 0) return former
  const names = similarNames(
    all.map(unit => unit.name),
    name.trim(),
  )
  if (all.length === 0) throw refusal(say('invite.none', { name }))
  if (names.length === 0) throw refusal(say('invite.unknown', { name }))
  throw refusal(say('invite.similar', { name, names: names.join(say('list')) }))
}

const mostSimilar = 5

/** Names that share a pair of neighbouring characters with this one, those that share most first. */
export const similarNames = (names: readonly string[], wanted: string): readonly string[] => {
  const pairs = (text: string) => new Set([...text].slice(1).map((sign, at) => [...text][at] + sign))
  const own = pairs(wanted)
  return names
    .map(name => ({ name, shared: [...pairs(name)].filter(pair => own.has(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, mostSimilar)
    .map(({ name }) => name)
}
