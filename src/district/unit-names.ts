// Which unit somebody means by a name as people say it: the full one, a former one, a short one (住建局, 西门), one with
// a slip. Pure; the name alone decides, and where it does not, the caller asks.

import type { UnitId } from '../engine/filing.ts'
import { nameKey } from './unit-tree.ts'

export type UnitNames = {
  readonly id: UnitId
  readonly name: string
  readonly formerNames: readonly string[]
}

/** `several` are all that fit equally well, in the order in which they came; `none` has the nearest, and may have none. */
export type FoundUnit<U> =
  | { readonly type: 'one'; readonly unit: U }
  | { readonly type: 'several'; readonly units: readonly U[] }
  | { readonly type: 'none'; readonly nearest: readonly U[] }

/** How a name may fit, the surest way first: the first way in which any fits decides. */
const ways: readonly ((unit: UnitNames, said: string) => boolean)[] = [
  ({ name }, said) => nameKey(name) === said,
  ({ formerNames }, said) => formerNames.some(name => nameKey(name) === said),
  (unit, said) => namesOf(unit).some(name => name.endsWith(said)),
  (unit, said) => namesOf(unit).some(name => name.includes(said)),
  (unit, said) => namesOf(unit).some(name => isShortOf(said, name)),
]

export const findUnit = <U extends UnitNames>(units: readonly U[], typed: string): FoundUnit<U> => {
  const said = nameKey(typed)
  if (said.length >= shortest)
    for (const fits of ways) {
      const [unit, ...more] = units.filter(each => fits(each, said))
      if (unit) return more.length === 0 ? { type: 'one', unit } : { type: 'several', units: [unit, ...more] }
    }
  return { type: 'none', nearest: nearestTo(units, said) }
}

/** All whose name, present or former, fits in any way, for a search; one sign is enough to look. */
export const unitsNamed = <U extends UnitNames>(units: readonly U[], typed: string): readonly U[] => {
  const said = nameKey(typed)
  return said === '' ? units : units.filter(each => ways.some(fits => fits(each, said)))
}

/** One sign, 局 say, tells no unit. */
const shortest = 2
/** So many are offered in the place of one that is not there. */
const mostNearest = 3
/** Of the signs of both names, so many must be in both. */
const nearEnough = 0.5

const namesOf = ({ name, formerNames }: UnitNames): readonly string[] => [name, ...formerNames].map(nameKey)

/** Whether the signs stand in the name in their order, and its last one is the name's: 住建局 for 住房和城乡建设局. */
const isShortOf = (said: string, name: string): boolean => {
  if (said.at(-1) !== name.at(-1)) return false
  let at = 0
  for (const sign of name) if (sign === said[at]) at += 1
  return at === said.length
}

const nearestTo = <U extends UnitNames>(units: readonly U[], said: string): readonly U[] =>
  units
    .map(unit => ({ unit, share: Math.max(...namesOf(unit).map(name => shareOf(said, name))) }))
    .filter(({ share }) => share >= nearEnough)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostNearest)
    .map(({ unit }) => unit)

/** The signs that both have, of all that they have (Sørensen–Dice). */
const shareOf = (said: string, name: string): number => {
  const left = [...name]
  const both = [...said].filter(sign => {
    const at = left.indexOf(sign)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * both.length) / Math.max(1, said.length + name.length)
}
