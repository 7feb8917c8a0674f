// The report's life beside the question that a step asks: its state, the sign-off card, the office's words at a place
// that is to be looked at again, and the buttons.

import type { Ask, Effect } from '../../../engine/effect.ts'
import { keysOf } from '../../../engine/focus.ts'
import { isComplete, type Review } from '../../../engine/review.ts'
import type { Line } from '../../message.ts'
import type { Environment } from '../../ports/environment.ts'
import type { Handling } from '../../ports/handling.ts'
import { plain, quote, type View } from '../compose/view.ts'
import type { LifeWords } from '../compose.ts'
import { type Life, openNotes } from './life.ts'
import { type LifeChoice, lifeChoices } from './life-choices.ts'
import { lastSignOff, signOffLines } from './sign-off-lines.ts'
import type { LifePut } from './signing.ts'
import { stateLines } from './state-lines.ts'

type Deps = {
  readonly handling: Pick<Handling, 'changedSince'>
  readonly environment: Pick<Environment, 'dateOf'>
}

/** `said` are lines that the turn itself has to tell, `put` its card. */
export const lifeWords = async (
  { handling, environment }: Deps,
  view: View,
  life: Life,
  judged: Review,
  effects: readonly Effect[],
  { said, put }: { readonly said: readonly Line[]; readonly put: LifePut | null },
): Promise<LifeWords> => {
  const ask = effects.find(effect => effect.type === 'ask')
  const tells = effects.some(({ type }) => type === 'progress')
  const state = () => stateLines(view, life, environment)
  const told = tells ? [...said, ...state()] : said
  if (!ask || put) return { said: told, lines: [], choices: [], put }
  if (ask.isToMend) return { said: told, ...placeWords(view, life, ask), put }
  if (!isHome(ask)) return { said: told, lines: [], choices: [], put }
  const isReady = isComplete(judged)
  const showsSignOff = isReady && ['draft', 'returned', 'reviewing'].includes(life.stood.state)
  const changed = showsSignOff ? await changedBefore(handling, life) : null
  return {
    said: told,
    lines: [
      ...(tells ? [] : state()),
      ...(showsSignOff && ask.question.type === 'done'
        ? signOffLines(
            view,
            life.stood,
            judged.findings.filter(({ reason }) => reason !== undefined),
            changed,
          )
        : []),
    ],
    choices: lifeChoices(view, life, isReady),
    put,
  }
}

/** The screens from which a person sets out: the first one, the contents, the end. */
const isHome = ({ question }: Ask): boolean =>
  question.type === 'welcome' ||
  question.type === 'done' ||
  (question.type === 'contents' && question.section === null)

/** The changes since the last sign-off; null where nobody has signed. */
const changedBefore = ({ changedSince }: Deps['handling'], { stood }: Life) =>
  lastSignOff(stood) && stood.signedContent !== null
    ? changedSince(stood.filing.id, stood.signedContent)
    : null

/** The office's words at a place, and the button that says that it is right as it is. */
const placeWords = (
  view: View,
  { stood, places, acts }: Life,
  { question }: Ask,
): { readonly lines: readonly Line[]; readonly choices: readonly LifeChoice[] } => {
  const { words } = view
  const [key = ''] = keysOf(question)
  const number = places.findIndex(place => place.key === key) + 1
  const notes = openNotes(stood, 'return', 'question').filter(({ cells }) => cells.includes(key))
  return {
    lines: [
      ...notes.map(({ name, body }) =>
        quote(name === null ? body : words.say('life.note.by', { name, body })),
      ),
      ...(places.length > 1
        ? [
            plain(
              words.say(stood.state === 'queried' ? 'life.place.number.asked' : 'life.place.number', {
                number,
                count: places.length,
              }),
            ),
          ]
        : []),
    ],
    choices: acts.has('explain-place')
      ? [{ label: words.say('life.place.in-order'), event: { type: 'explain-place', key } }]
      : [],
  }
}
