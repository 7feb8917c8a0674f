// The effects of a step in words, a few lines each. The question that follows is said elsewhere.

import { bodyOf } from '../../../engine/body-of.ts'
import { openKey } from '../../../engine/completeness.ts'
import type { Effect } from '../../../engine/effect.ts'
import { cellOf } from '../../../engine/index-of.ts'
import { assertNever } from '../../../faults.ts'
import { isBotKey } from '../../../i18n/books.ts'
import { cellName } from '../../../i18n/cell-words.ts'
import { dayWords } from '../../day-words.ts'
import { type Line, largestFile } from '../../message.ts'
import { changeLines } from './change-lines.ts'
import { exampleOf } from './example-of.ts'
import { findingLines } from './finding-lines.ts'
import { helpLines } from './help-lines.ts'
import { importedLines, lastYearLines } from './import-lines.ts'
import { placeName, placeNames } from './place-names.ts'
import { progressLines } from './progress-lines.ts'
import { untakenLines, wrongTotalLines } from './proposal-lines.ts'
import { cellText, plain, quote, shorten, textName, type View } from './view.ts'

const megabyte = 1_000_000

type Said = Exclude<Effect, { type: 'ask' | 'preview' }>

/** The lines of one effect; the question and the preview have their own files. */
export const effectLines = (view: View, effect: Said): readonly Line[] => {
  const { words, form } = view
  switch (effect.type) {
    case 'stored':
    case 'opened':
    case 'rest':
    case 'section-done':
    case 'undone':
      return changeLines(view, effect)
    case 'wrote':
      return [plain(wroteWords(view, effect))]
    case 'sentence':
      return [plain(words.say('sentence', { name: textName(view, effect.text) })), quote(effect.body)]
    case 'omitted':
    case 'emptied':
      return [plain(words.say(effect.type, { name: textName(view, effect.text) }))]
    case 'told':
      return [
        plain(words.say('told', { name: textName(view, effect.text) })),
        ...effect.quotes.map(said => quote(shorten(said))),
      ]
    case 'untaken':
      return untakenLines(view, effect.said)
    case 'wrong-totals':
      return wrongTotalLines(view, effect.totals)
    case 'unread':
      return [plain(unreadWords(view, effect))]
    case 'moved':
      return [
        plain(
          words.say('moved', {
            names: effect.keys.map(key => placeName(view, key)).join(words.say('names')),
          }),
        ),
      ]
    case 'kept':
      return [
        plain(
          words.say('kept', { name: cellName(words, form, effect.cell), value: cellText(view, effect.cell) }),
        ),
      ]
    case 'help':
      return helpLines(view, effect.question)
    case 'progress':
      return progressLines(view, effect)
    case 'put-off': {
      const [date = '', time = ''] = effect.moment.split('T')
      const key = effect.isSigning ? 'put-off.signing' : 'put-off'
      return [plain(words.district(key, { day: dayWords(words, date), time }))]
    }
    case 'document':
      return [plain(words.say('document.sent'))]
    case 'blocked': {
      const { open, findings } = effect
      const what = [
        ...(open.length > 0
          ? [words.say('blocked.open', { count: open.length, names: placeNames(view, open.map(openKey)) })]
          : []),
        ...(findings.length > 0 ? [words.say('blocked.errors', { count: findings.length })] : []),
      ]
      return [plain(words.say('blocked', { what: what.join(words.say('and')) }))]
    }
    case 'imported':
      return importedLines(view, effect)
    case 'unimported':
      return [plain(words.say(`draft.${effect.why}`, { limit: largestFile / megabyte }))]
    case 'last-year':
      return lastYearLines(view, effect)
    case 'year-end-confirmed':
      return [plain(words.say('year-end-confirmed', view.wording))]
    case 'explained':
      return [plain(words.say('explained', { reason: shorten(effect.body) }))]
    case 'unconfirmed':
      return [
        plain(
          effect.figures > 0
            ? words.say('unconfirmed', { count: effect.figures })
            : words.say('unconfirmed.none'),
        ),
      ]
    case 'left-out':
      return [plain(words.say('left-out', { said: shorten(effect.said) }))]
    case 'broken':
      return [
        plain(words.say('broken', { count: effect.findings.length })),
        ...findingLines(view, effect.findings),
      ]
    case 'mended':
      return [plain(words.say(effect.areSums ? 'mended.sums' : 'mended'))]
    case 'early':
    case 'nothing-chosen':
    case 'other-or-rest':
    case 'outdated':
    case 'nothing-to-undo':
    case 'nothing-before':
    case 'unsupported':
    case 'no-answer-there':
    case 'noted':
    case 'left':
      return [plain(words.say(effect.type))]
    default:
      return assertNever(effect)
  }
}

/** A few words and what the form supplied are said back whole, a longer text by its size. */
const wroteWords = (
  view: View,
  { text, characters, paragraphs, isStandard }: Extract<Said, { type: 'wrote' }>,
): string => {
  const name = textName(view, text)
  if (isStandard || characters <= saidBack)
    return view.words.say('wrote.short', { name, body: bodyOf(view.form, view.filing, text) ?? '' })
  return view.words.say(paragraphs > 1 ? 'wrote.paragraphs' : 'wrote', { name, characters, paragraphs })
}

const saidBack = 20

const unreadWords = (
  view: View,
  { said, why, question, limit }: Extract<Said, { type: 'unread' }>,
): string => {
  const answer = question.type === 'cell' ? cellOf(view.form, question.cell).answer : 'count'
  const ofKind = `unread.${why}.${answer}`
  return view.words.say(isBotKey(ofKind) ? ofKind : `unread.${why}`, {
    said: shorten(said),
    // An example of a unit names one, whatever the cell asks for.
    example: exampleOf(view, why === 'no-unit' ? 'money' : answer),
    limit: limit ?? 0,
  })
}
