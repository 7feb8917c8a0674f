// Tells the others who stand at a filing what a change of it broke, in the commit of that change: a card that says that
// the report passed is withdrawn, and who may answer reads the findings. It never tells anybody without a right to it.

import type { Rights } from '../../district/access.ts'
import { brokenBy, endsPassing } from '../../engine/broken-by.ts'
import type { Filing } from '../../engine/filing.ts'
import type { Review } from '../../engine/review.ts'
import type { Words } from '../../i18n/words.ts'
import { type ChatRef, type Line, type Outgoing, wordsMessage } from '../message.ts'
import { admit } from '../open.ts'
import type { Colleague, Conversations } from '../ports/conversations.ts'
import { findingLines } from './compose/finding-lines.ts'
import { plain, type View } from './compose/view.ts'

type Change = {
  readonly filing: Filing
  /** Where it was made, and by whom. */
  readonly chat: ChatRef
  readonly name: string
  readonly before: Review
  readonly after: Review
}

/** Mail to the others, and the decisions that they may read it. */
type Told = {
  readonly outbox: readonly Outgoing[]
  readonly admitted: readonly { readonly rights: Rights }[]
}

export const tellColleagues = async (
  conversations: Pick<Conversations, 'othersAt'>,
  id: () => string,
  view: View,
  { filing, chat, name, before, after }: Change,
): Promise<Told> => {
  const isLost = endsPassing(before, after)
  const lines = linesOf(view, name, before, after)
  if (!isLost && lines.length === 0) return { outbox: [], admitted: [] }
  const told = (await conversations.othersAt(filing.id, chat)).flatMap(colleague => {
    const rights = admit(colleague.ground, 'see-filing')
    if (!rights) return []
    const mayAnswer = admit(colleague.ground, 'answer-filing') !== null
    const outbox = [
      ...(isLost ? withdrawals(view.words, id, colleague) : []),
      ...(mayAnswer && lines.length > 0 ? [wordsMessage(id(), colleague.chat, lines)] : []),
    ]
    return outbox.length > 0 ? [{ outbox, rights }] : []
  })
  return { outbox: told.flatMap(({ outbox }) => outbox), admitted: told }
}

/** The card that said that the report passed says that it no longer holds. */
export const withdrawals = (
  words: Words,
  id: () => string,
  { chat, passed }: Pick<Colleague, 'chat' | 'passed'>,
): readonly Outgoing[] =>
  passed === null ? [] : [{ ...wordsMessage(id(), chat, [plain(words.say('withdrawn'))]), edits: passed }]

const linesOf = (view: View, name: string, before: Review, after: Review): readonly Line[] => {
  const { words } = view
  const broken = brokenBy(before, after)
  const next = plain(words.say('colleague.next'))
  if (broken.length > 0) {
    const said = words.say('colleague.broken', { name, count: broken.length })
    return [plain(said), ...findingLines(view, broken), next]
  }
  if (!endsPassing(before, after)) return []
  return [plain(words.say('colleague.open', { name, count: after.incomplete.length })), next]
}
