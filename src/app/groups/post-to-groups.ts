// Hands the office's text to group robots, on somebody's word alone: it goes out with the other mail, behind replies, and
// is recorded as a step towards each unit that it is about.

import type { UnitId } from '../../engine/filing.ts'
import type { GroupTexts } from '../chasing/group-text.ts'
import { type Line, wordsMessage } from '../message.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import type { Contact } from '../ports/contacts.ts'
import type { Groups, ListedGroup } from '../ports/groups.ts'
import type { Registry } from '../ports/registry.ts'
import type { Recorder, ScopedAct } from '../record-acts.ts'
import { type Administered, administer, refuse } from '../registry/administer.ts'
import { makers } from './group-address.ts'
import { piecesOf } from './pieces-of.ts'

type Deps = Recorder & {
  readonly registry: Pick<Registry, 'unitGround'>
  readonly groups: Pick<Groups, 'tellGroups'>
}

/** The same text to each of the groups, once. */
export type GroupPost = {
  readonly groups: readonly ListedGroup[]
  readonly text: string
  readonly about: GroupTexts['units']
}

/** The chats that have words waiting then. */
export const postToGroups = (
  deps: Deps,
  caller: Caller,
  { groups, text, about }: GroupPost,
): Promise<Administered<readonly string[]>> =>
  administer(deps, [], async () => {
    const units: readonly UnitId[] = groups.map(({ unit }) => unit)
    const admitted = await Promise.all(
      units.map(unit => openUnit(deps.registry, caller, unit, 'post-to-group')),
    )
    const [first] = admitted
    if (!first) return refuse(groups.length === 0 ? 'group-unknown' : 'not-allowed')
    if (admitted.includes(null)) return refuse('not-allowed')
    const { by, at } = first.who
    const chatOf = ({ kind, id }: ListedGroup): string => `${kind}:${id}`
    const mail = groups.flatMap(group =>
      piecesOf(text, makers[group.kind].mostBytes).map(piece => {
        const line: Line = { text: piece, style: 'plain' }
        return wordsMessage(deps.id(), chatOf(group), [line])
      }),
    )
    const contacts = about.map(
      ({ filing: { filing } }): Contact => ({
        ...{ id: deps.id(), filing, step: 'group', whom: null, note: null, by, at },
      }),
    )
    const words = await deps.seal('words', text)
    return {
      ...{ type: 'planned', who: first.who, value: groups.map(chatOf) },
      rights: allRights(admitted.filter(each => each !== null)),
      acts: [
        ...groups.map(({ id, unit }): ScopedAct => {
          return { what: 'group-told', scope: `unit/${unit}`, about: `group/${id}`, old: null, new: words }
        }),
        ...about.map(({ filing: { filing, unit } }): ScopedAct => {
          return {
            what: 'contacted',
            scope: `unit/${unit}`,
            about: `filing/${filing}`,
            old: null,
            new: 'group',
          }
        }),
      ],
      write: recorded => deps.groups.tellGroups(mail, contacts, at, recorded),
    }
  })
