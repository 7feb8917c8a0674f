// Tells the others who stand at a report, and the office, of an act in its life, in the commit of that act.

import { decide, type Rights } from '../../../district/access.ts'
import type { FilingId, PersonId, UnitId } from '../../../engine/filing.ts'
import { type ChatRef, type Line, type Outgoing, wordsMessage } from '../../message.ts'
import { admit } from '../../open.ts'
import type { Conversations } from '../../ports/conversations.ts'
import type { DeskCard } from '../../ports/desks.ts'
import type { Handling } from '../../ports/handling.ts'
import type { OfficeAsk } from './acted.ts'

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
  readonly officeAsks: OfficeAsk | null
  readonly at: number
}

type Told = {
  readonly outbox: readonly Outgoing[]
  readonly admitted: readonly { readonly rights: Rights }[]
  readonly cards: readonly DeskCard[]
  /** The names of the fillers who are told. */
  readonly fillers: readonly string[]
}

/** The office are those who may return the report; nobody is told without a right to it. */
export const tellLife = async (
  { conversations, handling, id }: Deps,
  { filing, chat, toColleagues, toFillers, toOffice, officeAsks, at }: Telling,
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
      : reached.flatMap(({ person, chat: to, ground: { members, unit, above } }) => {
          const rights = decide(members, 'return-filing', { id: unit, above })
          const isTold = to === chat || colleagues.some(each => each.to === to)
          const desk = members.find(({ id: member }) => rights?.members.includes(member))?.unit
          return rights && desk && !isTold ? [{ to, rights, lines: toOffice, person, desk }] : []
        })
  const unitsOwn = [...colleagues, ...fillers]
  const asked = office.map(each => askedAt(id(), each, officeAsks, at))
  return {
    outbox: [
      ...unitsOwn.map(({ to, lines }) => wordsMessage(id(), to, lines)),
      ...asked.map(({ message }) => message),
    ],
    cards: asked.flatMap(({ card }) => card ?? []),
    admitted: [...unitsOwn, ...office],
    fillers: fillers.map(({ name }) => name),
  }
}

type ToldOffice = {
  readonly to: ChatRef
  readonly lines: readonly Line[]
  readonly person: PersonId
  readonly desk: UnitId
}

/** The words, and below them the button with its card. */
const askedAt = (
  id: string,
  { to, lines, person, desk }: ToldOffice,
  asks: OfficeAsk | null,
  at: number,
): { readonly message: Outgoing; readonly card: DeskCard | null } => {
  const message = wordsMessage(id, to, lines)
  if (!asks) return { message, card: null }
  const choices = [{ label: asks.label, nav: false, number: 0 }]
  return {
    message: { ...message, kind: 'ask', choices },
    card: { id, chat: to, person, unit: desk, choices: [asks], at },
  }
}
