// An answer as one commit: the messages in their order, the card, where the person stands and what is awaited of them
// now, beside all that an act writes.

import type { Rights } from '../../district/access.ts'
import { plain } from '../conversation/compose/view.ts'
import { ownRow } from '../conversation/own-message.ts'
import {
  type Incoming,
  isCard,
  type Line,
  type Outgoing,
  type ShownChoice,
  wordsMessage,
} from '../message.ts'
import { allRights } from '../open.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { DeskCard, DeskCommit } from '../ports/desks.ts'
import type { AskingChoice, DeskAnswer } from './asking.ts'
import type { DeskDeps } from './desk-deps.ts'
import type { Desk } from './desk-of.ts'
import type { ReadAsking } from './read-asking.ts'

type Answered = {
  readonly desk: Desk
  readonly read: Extract<ReadAsking, { readonly type: 'asking' }>
  readonly answer: DeskAnswer
  readonly rights: Rights
}

export const answerCommit = (
  deps: Pick<DeskDeps, 'environment' | 'words'>,
  incoming: Incoming,
  { desk, read, answer, rights }: Answered,
): Commit => {
  const { place, unit } = desk
  const { chat, page } = incoming
  const { commit, kept = [], links = [], file } = answer
  const pending = pendingAfter(desk, read, answer)
  const choices = choicesOf(deps, read, answer, pending !== null)
  const lines = [...answer.lines, ...(pending ? [plain(pending.question)] : [])]
  // A page keeps the question above its field; elsewhere the card that was tapped becomes the answer.
  const edits = page || kept.length + links.length > 0 || file || choices.length === 0 ? null : read.card
  const say = (of: readonly Line[]): Outgoing => wordsMessage(deps.environment.id(), chat, of)
  const shown: Outgoing = {
    ...say(lines),
    kind: choices.length > 0 ? 'ask' : 'say',
    choices: choices.map(shownChoice),
    input: pending ? { type: 'text', placeholder: pending.question } : null,
    edits,
  }
  const card: DeskCard | undefined = isCard(shown)
    ? {
        ...{ id: shown.id, chat, person: place.person.id, unit: unit.id, at: deps.environment.now() },
        choices: choices.map(({ asking, args, label }) => ({ asking, args, label })),
      }
    : undefined
  const isAsked = shown.kind === 'ask'
  const leaves = isAsked && place.card !== null && edits === null
  const closing: readonly Outgoing[] = leaves ? [{ ...say([]), kind: 'close', edits: place.card }] : []
  const position: DeskCommit = {
    ...{ person: place.person.id, chat, desk: unit.id, expected: place.version, pending },
    card: isAsked ? (card?.id ?? null) : place.card,
    asked: isAsked ? shown.id : place.asked,
  }
  return {
    ...emptyCommit(incoming),
    ...commit,
    rights: allRights([{ rights }, ...(commit?.rights ? [{ rights: commit.rights }] : [])]),
    position,
    card,
    outbox: [
      ...ownWords(incoming, read),
      ...kept.map(say),
      ...links.map(of => ({ ...say(of), kind: 'link' as const })),
      ...(file ? [{ ...say([]), kind: 'file' as const, file }] : []),
      ...(lines.length > 0 ? [shown] : []),
      ...closing,
      ...(commit?.outbox ?? []),
    ],
  }
}

/**
 * The words that are awaited after the answer. Somebody who asks something else by its words while words are awaited is answered,
 * and the question stands; a tap and a cancel end it.
 */
const pendingAfter = ({ place }: Desk, { asking, asked, label }: Answered['read'], answer: DeskAnswer) => {
  if (answer.pending) return answer.pending
  const isDetour = asked.text === '' && label === null && place.pending?.asking !== asking
  const ends = asking === 'cancel' || asking === 'start' || asked.args.length > 0
  return isDetour && !ends ? place.pending : null
}

/** Every answer with buttons has the way to help; words that are awaited can be given up. */
const choicesOf = (
  { words }: Pick<DeskDeps, 'words'>,
  { asking }: Answered['read'],
  { choices }: DeskAnswer,
  isAwaited: boolean,
): readonly AskingChoice[] => {
  if (!choices && !isAwaited) return []
  const nav = (name: 'cancel' | 'help'): AskingChoice => ({
    ...{ asking: name, args: [], label: words.desk(`choice.${name}`), nav: true },
  })
  const given = choices ?? []
  const isGiven = (name: string) => given.some(each => each.asking === name)
  return [
    ...given,
    ...(isAwaited && !isGiven('cancel') ? [nav('cancel')] : []),
    ...(asking === 'help' || asking === 'start' || isGiven('help') ? [] : [nav('help')]),
  ]
}

const shownChoice = ({ label, nav, main }: AskingChoice, number: number): ShownChoice => ({
  ...{ number, label, nav: nav === true },
  ...(main && { main }),
})

/** For a page, which keeps no history of its own. */
const ownWords = (incoming: Incoming, { label, card }: Answered['read']): readonly Outgoing[] => {
  const { input } = incoming
  if (input.type === 'text') return ownRow(incoming, input.text, null)
  if (input.type === 'file') return ownRow(incoming, input.name, null)
  return input.type === 'choice' && label !== null ? ownRow(incoming, label, card) : []
}
