// The unit that was named on the command line; a name that is nearly right is answered with those it may mean.

import type { Store } from '../../storage/store.ts'
import { type Desk, refusal } from './desk.ts'

/** By name or id; refuses what is neither. */
export const unitOf = async (
  { words }: Desk,
  store: Pick<Store, 'units'>,
  name: string,
): Promise<Awaited<ReturnType<Store['units']>>[number]> => {
  const all = await store.units()
  const found = all.find(unit => unit.name === name.trim() || unit.id === name)
  if (found) return found
  const names = similar(
    all.map(unit => unit.name),
    name.trim(),
  )
  if (all.length === 0) throw refusal(words('invite.none', { name }))
  if (names.length === 0) throw refusal(words('invite.unknown', { name }))
  throw refusal(words('invite.similar', { name, names: names.join(words('list')) }))
}

const mostSimilar = 5

/** Names that share a pair of neighbouring characters with this one, those that share most first. */
export const similar = (names: readonly string[], wanted: string): readonly string[] => {
  const pairs = (text: string) => new Set([...text].slice(1).map((sign, at) => [...text][at] + sign))
  const own = pairs(wanted)
  return names
    .map(name => ({ name, shared: [...pairs(name)].filter(pair => own.has(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, mostSimilar)
    .map(({ name }) => name)
}
