// Refusals of acts in a filing's life as sentences: what is missing, which findings block, what changed.

import { findingLines } from '../../app/conversation/compose/finding-lines.ts'
import { placeNames } from '../../app/conversation/compose/place-names.ts'
import { viewOf } from '../../app/conversation/compose/view.ts'
import type { FilingRefusal } from '../../app/filing/filing-refusal.ts'
import type { HandledFiling } from '../../app/ports/handling.ts'
import { type FilingAct, filingActs, stateAfter } from '../../district/lifecycle.ts'
import type { CommandContext } from './command-context.ts'

export const refusalWords = (
  { say, words, catalog }: CommandContext,
  act: FilingAct | 'order-document',
  unit: string,
  refusal: FilingRefusal,
): string => {
  if (!('stood' in refusal)) return say(`filing.refused.${refusal.why}`, { unit })
  const { stood } = refusal
  const view = viewOf(words, catalog, stood)
  const told = { unit, act: say(`filing.act.${act}`) }
  const withChanges = (sentence: string, keys: readonly string[] | null) =>
    keys === null || keys.length === 0
      ? sentence
      : `${sentence}\n${say('filing.changes', { names: placeNames(view, keys) })}`
  switch (refusal.why) {
    case 'note-missing':
    case 'not-review-first':
    case 'not-requested':
      return say(`filing.refused.${refusal.why}`, told)
    case 'state': {
      const possible = filingActs.filter(each => isPossible(stood, each))
      const acts = possible.map(each => say(`filing.act.${each}`)).join(say('list'))
      return say(acts === '' ? 'filing.refused.state' : 'filing.refused.state-may', {
        ...{ ...told, acts, state: say(`filing.state.${stood.state}`) },
      })
    }
    case 'changed':
      return withChanges(say('filing.refused.changed', { ...told, content: stood.content }), refusal.changed)
    case 'unsigned':
      return withChanges(
        say(refusal.isVoid ? 'filing.refused.sign-off-void' : 'filing.refused.unsigned', told),
        refusal.changed,
      )
    case 'incomplete': {
      const { missing, findings } = refusal
      return [
        say('filing.refused.incomplete', told),
        ...(missing.length > 0
          ? [say('filing.missing', { count: missing.length, names: placeNames(view, missing) })]
          : []),
        ...(findings.length > 0 ? [say('filing.blocked', { count: findings.length })] : []),
        ...findingLines(view, findings).map(({ text }) => text),
      ].join('\n')
    }
  }
}

/** An act of another practice, and one that nobody has asked for, is no way out. */
const isPossible = ({ state, practice, notes }: HandledFiling, act: FilingAct): boolean =>
  stateAfter(state, act) !== null &&
  (act !== 'clear-filing' || practice === 'review-first') &&
  (act !== 'grant-return' || notes.some(({ kind, closedAt }) => kind === 'request' && closedAt === null))
