// Tells the others who stand at a report, and the office, of an act in its life, in the commit of that act.

import { decide, type Rights } from '../../../district/access.ts'
import type { FilingId } from '../../../engine/filing.ts'
import { type ChatRef, type Line, type Outgoing, wordsMessage } from '../../message.ts'
import { admit } from '../../open.ts'
import type { Conversations } from '../../ports/conversations.ts'
import type { Handling } from '../../ports/handling.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'othersAt'>
  readonly handling: Pick<Handling, 'reachable'>
  readonly id: () => string
}

type Telling = {
  readonly filing: FilingId
  /** Where it was done. */
  readonly chat: ChatRef
  readonly toColleagues: readonly Line[]
  readonly toFillers: readonly Line[]
  readonly toOffice: readonly Line[]
}

type Told = {
  readonly outbox: readonly Outgoing[]
  readonly admitted: readonly { readonly rights: Rights }[]
  /** The names of the fillers who are told. */
  readonly fillers: readonly string[]
}

/** The office are those who may return the report; nobody is told without a right to it. */
export const tellLife = async (
  { conversations, handling, id }: Deps,
  { filing, chat, toColleagues, toFillers, toOffice }: Telling,
): Promise<Told> => {
  const others = toColleagues.length > 0 ? await conversations.othersAt(filing, chat) : []
  const colleagues = others.flatMap(({ chat: to, ground }) => {
    const rights = admit(ground, 'see-filing')
    return rights ? [{ to, rights, lines: toColleagues }] : []
  })
  const reached = toOffice.length > 0 || toFillers.length > 0 ? await handling.reachable(filing) : []
  const fillers =
    toFillers.length === 0
      ? []
      : reached.flatMap(({ name, chat: to, ground: { members, unit, above } }) => {
          const rights = decide(members, 'answer-filing', { id: unit, above })
          return rights && to !== chat ? [{ name, to, rights, lines: toFillers }] : []
        })
  const office =
    toOffice.length === 0
      ? []
      : reached.flatMap(({ chat: to, ground: { members, unit, above } }) => {
          const rights = decide(members, 'return-filing', { id: unit, above })
          const isTold = to === chat || colleagues.some(each => each.to === to)
          return rights && !isTold ? [{ to, rights, lines: toOffice }] : []
        })
  const all = [...colleagues, ...fillers, ...office]
  return {
    outbox: all.map(({ to, lines }) => wordsMessage(id(), to, lines)),
    admitted: all,
    fillers: fillers.map(({ name }) => name),
  }
}
