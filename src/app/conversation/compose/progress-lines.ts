// How far a report is, in words: the parts with open questions, and how much blocks it.

import { openSection } from '../../../engine/completeness.ts'
import type { Effect } from '../../../engine/effect.ts'
import type { Line } from '../../message.ts'
import { plain, sectionName, type View } from './view.ts'

export const progressLines = (
  view: View,
  { open, findings }: Extract<Effect, { type: 'progress' }>,
): readonly Line[] => {
  const { words, form } = view
  const names = form.asked
    .filter(section => open.some(each => openSection(form, each) === section))
    .map(section => sectionName(view, section))
  const said = words.say('progress.open', { count: open.length, names: names.join(words.say('names')) })
  return [
    plain(open.length === 0 ? words.say('progress.full') : said),
    ...(findings.length > 0 ? [plain(words.say('progress.errors', { count: findings.length }))] : []),
  ]
}
