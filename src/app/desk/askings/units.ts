// The list of units, by level, each level in the district's order.

import { plain } from '../../conversation/compose/view.ts'
import { listUnits } from '../../registry/list-units.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'

export const units: Asking = async ({ words, registry }, { caller, unit: here }) => {
  const all = (await listUnits(registry, caller)).filter(({ id }) => id !== here.id)
  const names = (of: readonly { readonly name: string }[]) =>
    of.map(({ name }) => name).join(words.say('list'))
  const open = all.filter(({ closed }) => closed === null)
  const closed = all.filter(each => each.closed !== null)
  const groups = [...Map.groupBy(open, ({ level }) => level)].map(([level, of]) =>
    words.desk('units.level', {
      level: level === null ? words.desk('units.no-level') : words.cli(`level.${level}`),
      ...{ count: of.length, units: names(of) },
    }),
  )
  const lines =
    all.length === 0 ? [words.desk('units.none')] : [words.desk('units.count', { count: open.length })]
  return {
    lines: [
      ...lines,
      ...groups,
      ...(closed.length > 0 ? [words.desk('units.closed', { units: names(closed) })] : []),
    ].map(plain),
    choices: ways(words, 'progress', 'people'),
  }
}
