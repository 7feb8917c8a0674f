// Why an act of a report's life is refused, in words of the chat: what is missing, which findings block, what changed.

import type { FilingAct } from '../../../district/lifecycle.ts'
import type { FilingRefusal } from '../../filing/filing-refusal.ts'
import type { Line } from '../../message.ts'
import { findingLines } from '../compose/finding-lines.ts'
import { placeNames } from '../compose/place-names.ts'
import { plain, type View } from '../compose/view.ts'

export const refusalLines = (
  view: View,
  act: FilingAct | 'order-document',
  refusal: FilingRefusal,
): readonly Line[] => {
  const { words } = view
  const named = words.say(`life.act.${act}`)
  const changes = (keys: readonly string[] | null) =>
    keys === null || keys.length === 0
      ? []
      : [plain(words.say('life.changes', { names: placeNames(view, keys) }))]
  switch (refusal.why) {
    case 'incomplete': {
      const { missing, findings } = refusal
      const parts = [
        ...(missing.length > 0
          ? [words.say('blocked.open', { count: missing.length, names: placeNames(view, missing) })]
          : []),
        ...(findings.length > 0 ? [words.say('blocked.errors', { count: findings.length })] : []),
      ]
      return [
        plain(words.say('life.refused.incomplete', { act: named, what: parts.join(words.say('and')) })),
        ...findingLines(view, findings),
      ]
    }
    case 'changed':
      return [plain(words.say('life.refused.changed', { act: named })), ...changes(refusal.changed)]
    case 'unsigned':
      return [
        plain(
          words.say(refusal.isVoid ? 'life.refused.sign-off-void' : 'life.refused.unsigned', { act: named }),
        ),
        ...changes(refusal.changed),
      ]
    case 'state':
      return [
        plain(
          words.say('life.refused.state', {
            act: named,
            state: words.say(`life.name.${refusal.stood.state}`),
          }),
        ),
      ]
    case 'note-missing':
      return [plain(words.say('life.refused.note', { act: named }))]
    case 'own-hand':
      return [plain(words.say('life.refused.own-hand'))]
    default:
      return [plain(words.say('life.refused', { act: named }))]
  }
}
