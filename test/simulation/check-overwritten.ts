// Nobody overwrites a colleague's figure unseen: whoever changes one, or takes it away, was shown it as it stood. It knows
// only what was committed, in its order, and nothing of how the product asks.

import type { Broken, Check } from './check-world.ts'

type Standing = { readonly value: string; readonly by: string | null }

/** To say that there is none is no figure: one that is typed behind a closed gate opens it again, whoever closed it. */
const isGate = ({ value }: Standing): boolean => value.startsWith('[{"open":')

export const checkOverwritten: Check = async ({ database }) => {
  const broken: Broken[] = []
  const standing = new Map<string, Standing>()
  const seen = new Set<string>()
  for (const { person, about, shown, cells, cellsGone, emptied, channel, id } of database.taken) {
    const meet = (key: string, to: string | null): void => {
      const before = standing.get(key)
      if (to === null) standing.delete(key)
      else if (to !== before?.value) standing.set(key, { value: to, by: person })
      if (!before || to === before.value || before.by === person || isGate(before)) return
      if (!seen.has(`${person} ${key} ${before.value}`))
        broken.push({
          name: 'unseen',
          how: `${key} was ${before.value} by ${before.by}, and ${person} (${channel} ${id}) made it ${to} without having seen that`,
        })
    }
    // A report that replaces another sets its figures anew: only what is other then counts.
    const gone = [...standing.keys()].filter(key => emptied.some(filing => key.startsWith(`${filing} `)))
    const after = new Map<string, string | null>(gone.map(key => [key, null]))
    for (const [filing, key] of cellsGone) after.set(`${filing} ${key}`, null)
    for (const [filing, key, value, note] of cells)
      after.set(`${filing} ${key}`, `[${value},${JSON.stringify(note)}]`)
    for (const [key, to] of after) meet(key, to)
    for (const [key, value] of Object.entries(shown)) seen.add(`${person} ${about} ${key} ${value}`)
  }
  return broken
}
