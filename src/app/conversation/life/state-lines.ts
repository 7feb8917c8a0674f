// How a report stands in its life, in words: handed in and when, reviewed by whom, what is asked, what was returned and
// what became of it.

import type { MendingPlace } from '../../../district/mending.ts'
import { indexOf } from '../../../engine/index-of.ts'
import { cellName, sayValue } from '../../../i18n/cell-words.ts'
import { dayWords } from '../../day-words.ts'
import type { Line } from '../../message.ts'
import type { Environment } from '../../ports/environment.ts'
import type { StoredNote } from '../../ports/handling.ts'
import { placeName } from '../compose/place-names.ts'
import { plain, quote, type View, valueIn } from '../compose/view.ts'
import { awaitsSignOff, type Life, openNotes } from './life.ts'

type Clock = Pick<Environment, 'dateOf'>

/** The state, for the first screen, the contents and the progress. Nothing of a report that was never handed in. */
export const stateLines = (view: View, life: Life, clock: Clock): readonly Line[] => {
  const { words } = view
  const { stood } = life
  const day = (at: number | null) => (at === null ? '' : dayWords(words, clock.dateOf(at)))
  switch (stood.state) {
    case 'draft':
      return [
        ...(stood.firstSubmittedAt === null
          ? []
          : [plain(words.say('life.state.withdrawn', { day: day(stood.firstSubmittedAt) }))]),
        ...opinionLines(view, life),
      ]
    case 'submitted':
      return [plain(words.say('life.state.submitted', { day: day(stood.submittedAt) }))]
    case 'reviewing':
      return [
        plain(
          stood.reviewer
            ? words.say('life.state.reviewing.by', { name: stood.reviewer.name })
            : words.say('life.state.reviewing'),
        ),
        ...(awaitsSignOff(stood) ? [plain(words.say('life.cleared'))] : []),
        ...opinionLines(view, life),
        ...requestLines(view, life),
      ]
    case 'queried':
      return [
        plain(words.say('life.state.queried')),
        ...questionLines(view, life),
        ...requestLines(view, life),
      ]
    case 'returned':
      return [...returnLines(view, life), ...opinionLines(view, life)]
    case 'approved':
      return [plain(words.say('life.state.approved')), ...requestLines(view, life)]
    default:
      return []
  }
}

const requestLines = ({ words }: View, { stood }: Life): readonly Line[] =>
  openNotes(stood, 'request').length > 0 ? [plain(words.say('life.requested'))] : []

/** The leader's words on a report that is not signed yet. */
const opinionLines = ({ words }: View, { stood }: Life): readonly Line[] =>
  openNotes(stood, 'opinion').flatMap(({ name, body }) => [
    plain(words.say('life.declined.told', { name: name ?? words.say('role.leader') })),
    quote(body),
  ])

/** The office's words, by whom, and the places they speak of. */
const noteLines = (view: View, { name, body, cells }: StoredNote): readonly Line[] => [
  quote(name === null ? body : view.words.say('life.note.by', { name, body })),
  ...(cells.length > 0
    ? [
        plain(
          view.words.say('life.cells', {
            names: cells.map(key => placeName(view, key)).join(view.words.say('names')),
          }),
        ),
      ]
    : []),
]

export const questionLines = (view: View, { stood, places }: Life): readonly Line[] => [
  ...openNotes(stood, 'question').flatMap(note => noteLines(view, note)),
  ...placeLines(view, places),
]

/** All that this round asks, and each place as it has become. */
const returnLines = (view: View, { stood, places }: Life): readonly Line[] => {
  const { words } = view
  const open = places.filter(({ became }) => became === 'open').length
  const { mendBy, returnedTimes } = stood
  return [
    plain(
      words.say(returnedTimes > 0 ? 'life.state.returned' : 'life.state.granted', {
        count: returnedTimes,
      }),
    ),
    ...openNotes(stood, 'return').flatMap(note => noteLines(view, note)),
    ...placeLines(view, places),
    ...(open > 0 ? [plain(words.say('life.mending', { count: open }))] : []),
    ...(mendBy === null ? [] : [plain(words.say('life.mend-by.day', { day: dayWords(words, mendBy) }))]),
  ]
}

/** The answer to a question whose places are mended: each as it has become, with what was said of it. */
export const mendedLines = (view: View, { stood, places }: Life): readonly string[] => {
  const { words } = view
  const isChanged = places.some(({ became }) => became === 'changed')
  return [
    words.say(isChanged ? 'life.amended.note' : 'life.explained.note'),
    ...places.flatMap(place => {
      const told = stood.notes.findLast(each => each.kind === 'answer' && each.cells.includes(place.key))
      return place.became === 'explained' && told
        ? [words.say('life.place.explained.with', { name: placeName(view, place.key), note: told.body })]
        : placeLines(view, [place]).map(({ text }) => text)
    }),
  ]
}

/** One line for each place that has become something else: 已由 6 改为 7, 已说明. */
export const placeLines = (view: View, places: readonly MendingPlace[]): readonly Line[] =>
  places.flatMap(place => {
    const { words, form } = view
    const name = placeName(view, place.key)
    if (place.became === 'open') return []
    if (place.became === 'explained') return [plain(words.say('life.place.explained', { name }))]
    const cell = indexOf(form).cells.get(place.key)
    const held = heldValue(place.held)
    if (!cell || held === undefined) return [plain(words.say('life.place.changed', { name }))]
    return [
      plain(
        words.say('life.place.figure', {
          ...{ name: cellName(words, form, cell.key), from: sayValue(form, cell.key, held) },
          to: sayValue(form, cell.key, valueIn(view, cell.key)),
        }),
      ),
    ]
  })

/** The value in a snapshot; undefined where there was none. */
const heldValue = (held: string | undefined) => {
  if (held === undefined || !held.startsWith('[')) return undefined
  const [value] = JSON.parse(held) as readonly Parameters<typeof sayValue>[2][]
  return value
}
