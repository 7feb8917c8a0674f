// Nobody overwrites a colleague's figure unseen, or opens or closes what a colleague closed or opened: whoever changes it
// was shown it as it stood. It knows only what was committed, in its order, and nothing of how the product asks.

import type { Broken, Check } from './check-world.ts'
import type { Taken } from './database.ts'
import type { Said } from './said.ts'

type Standing = { readonly value: string; readonly by: string | null }

export const checkOverwritten: Check = async ({ database, said }) => {
  const broken: Broken[] = []
  const standing = new Map<string, Standing>()
  /** By person and key, the values that were before them. */
  const seen = new Map<string, Set<string>>()
  const see = (person: string | null, key: string, value: string): void => {
    const values = seen.get(`${person} ${key}`) ?? new Set()
    seen.set(`${person} ${key}`, values.add(value))
  }
  for (const taken of database.taken) {
    const { person, about, shown, cells, cellsGone, emptied, channel, id } = taken
    const saw = sawWith(taken, said)
    if (saw) see(person, `${about} ${saw[0]}`, saw[1])
    const meet = (key: string, to: string | null): void => {
      const before = standing.get(key)
      if (to === null) standing.delete(key)
      else if (to !== before?.value) standing.set(key, { value: to, by: person })
      const values = [...(seen.get(`${person} ${key}`) ?? [])]
      if (to !== null) see(person, key, to)
      if (!before || to === before.value || before.by === person) return
      const opened = openIn(before.value)
      const isSeen = opened
        ? flipped(opened, openIn(to) ?? []).every(
            branch =>
              values.some(value => openIn(value)?.includes(branch) === opened.includes(branch)) ||
              // A zero on the page says that its gate is closed.
              (saw?.[1] === '[0,null]' && !opened.includes(branch)),
          )
        : values.includes(before.value)
      if (!isSeen)
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
    for (const [key, value] of Object.entries(shown)) see(person, `${about} ${key}`, value)
  }
  return broken
}

/** The figure that was on the page where this was typed. */
const sawWith = ({ channel, id }: Taken, said: readonly Said[]): Said['saw'] =>
  channel === 'web'
    ? said.find(each => each.channel === 'web' && each.saw && id.endsWith(each.id()))?.saw
    : undefined

/** The branches that an answer to a gate has open; undefined of any other value. */
const openIn = (value: string | null): readonly string[] | undefined => {
  if (value === null) return undefined
  const [first] = JSON.parse(value) as readonly [{ readonly open?: readonly string[] } | null]
  return typeof first === 'object' && first !== null ? first.open : undefined
}

const flipped = (before: readonly string[], after: readonly string[]): readonly string[] => [
  ...before.filter(branch => !after.includes(branch)),
  ...after.filter(branch => !before.includes(branch)),
]
