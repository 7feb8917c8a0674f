// A document that was sent, in words: how much of it was read, which parts did not count, and doubts about it.

import type { Imported } from '../../../engine/effect.ts'
import type { LastYearSent } from '../../../engine/event.ts'
import { longestText, type StatedFigures } from '../../../engine/filing.ts'
import type { Question } from '../../../engine/focus.ts'
import type { TextKey } from '../../../engine/form.ts'
import { indexOf } from '../../../engine/index-of.ts'
import { cellName, sayValue } from '../../../i18n/cell-words.ts'
import type { Line } from '../../message.ts'
import { plain, shorten, strong, textName, type View } from './view.ts'

/** At most so many places are named, of each kind. */
const mostNamed = 10

export const importedLines = (view: View, effect: Imported): readonly Line[] => {
  const { words } = view
  const { figures, texts, unread, differing, differingTexts, foreign, long, totals, open } = effect
  const names = (keys: readonly TextKey[]) => keys.map(key => textName(view, key)).join(words.say('list'))
  return [
    plain(words.say('imported', { figures, texts })),
    ...unreadLines(view, unread),
    ...(foreign > 0 ? [plain(words.say('imported.foreign', { count: foreign }))] : []),
    ...besideLines(view, 'imported.differing', differing),
    ...(differingTexts.length > 0
      ? [plain(words.say('imported.differing-texts', { names: names(differingTexts) }))]
      : []),
    ...(long.length > 0
      ? [plain(words.say('imported.long', { names: names(long), limit: longestText }))]
      : []),
    ...besideLines(view, 'imported.totals', totals),
    ...(open > 0 ? [plain(words.say('imported.open', { count: open }))] : []),
  ]
}

export const lastYearLines = (
  view: View,
  { outcome, year, figures, texts, unread }: LastYearSent,
): readonly Line[] => [
  plain(view.words.say(`last-year.${outcome}`, { ...view.wording, sent: year, figures, texts })),
  ...(outcome === 'kept' ? [] : unreadLines(view, unread)),
]

/** The doubts about the document, and the question whether it counts all the same. */
export const doubtLines = (
  { words, wording }: View,
  { draft, doubts }: Extract<Question, { type: 'import' }>,
): readonly Line[] => [
  ...doubts.map(doubt =>
    plain(
      words.say(`ask.import.${doubt}`, {
        ...wording,
        said: doubt === 'unit' ? shorten(draft.unit) : String(draft.year ?? ''),
      }),
    ),
  ),
  strong(words.say('ask.import')),
]

const unreadLines = ({ words, form }: View, unread: Imported['unread']): readonly Line[] => {
  if (unread.length === 0) return []
  const places = unread.slice(0, mostNamed).map(({ place, said }) => {
    const name = place && indexOf(form).cells.has(place) ? cellName(words, form, place) : null
    const quoted = words.say('imported.unread.said', { said: shorten(said) })
    return name === null ? quoted : words.say('imported.unread.place', { name, said: quoted })
  })
  const count = unread.length
  return [plain(words.say('imported.unread', { count })), ...listed(places, count > mostNamed, words)]
}

/** The document's figures beside those of the filing. */
const besideLines = (
  view: View,
  key: 'imported.differing' | 'imported.totals',
  figures: StatedFigures,
): readonly Line[] => {
  if (figures.length === 0) return []
  const { words, form, figures: stored } = view
  const lines = figures.slice(0, mostNamed).map(([cell, value]) =>
    words.say(`${key}.one`, {
      name: cellName(words, form, cell),
      said: sayValue(form, cell, value),
      value: sayValue(form, cell, stored.get(cell)?.value ?? null),
    }),
  )
  const count = figures.length
  return [plain(words.say(key, { count })), ...listed(lines, count > mostNamed, words)]
}

const listed = (lines: readonly string[], more: boolean, words: View['words']): readonly Line[] => [
  plain([...lines, ...(more ? [words.say('imported.more')] : [])].join('\n')),
]
