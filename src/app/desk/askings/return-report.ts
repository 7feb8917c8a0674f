// Returns a report at places with a note: places are ticked or typed by their names, a reason is tapped or typed, and what
// is typed is shown back before it goes out.

import { blocks } from '../../../engine/rules/finding.ts'
import { placeName } from '../../conversation/compose/place-names.ts'
import { plain, strong } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { mendDayOf } from '../../filing/mend-day.ts'
import { ringsNow } from '../../filing/rings-now.ts'
import type { Asker, Asking, AskingChoice, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { noteMeant } from '../note-meant.ts'
import { actedAnswer, goneAnswer, type Reviewed, reviewedOf } from '../reviewed.ts'
import { shownBack } from '../shown-back.ts'

/** `args`: the filing, the content on the screen, the places that are ticked, the note once it is whole, whether it goes out, and whether it rings outside the hours. */
export const returnReport: Asking = async (deps, asker, { text, args }) => {
  const [id = '', content = '', ticked = '', note = '', sure = '', rings = ''] = args
  const found = await reviewedOf(deps, asker, id)
  if (!found) return goneAnswer(deps)
  const cells = ticked.split(' ').filter(key => key !== '')
  if (text) {
    const meant = noteMeant(found.view, text)
    const all = [...new Set([...cells, ...meant.cells])]
    return sureCard(
      deps,
      found,
      { names: [id, content], cells: all, ring: await ringOf(deps, asker, rings) },
      meant.body,
      asker.caller.at,
    )
  }
  if (sure === '')
    return placesCard(deps, found, { names: [id, content], cells, ring: await ringOf(deps, asker, rings) })
  const isAtOnce = rings === atOnce
  return actedAnswer(deps, asker, id, {
    act: 'return-filing',
    content: Number(content),
    note,
    cells,
    isAtOnce,
  })
}

type Names = readonly [id: string, content: string]

/** In the hours a return rings of itself, and nothing is offered. */
type ReturnRing = 'in-hours' | 'later' | 'at-once'

type ReturnWish = { readonly names: Names; readonly cells: readonly string[]; readonly ring: ReturnRing }

const atOnce = 'at-once'

const ringOf = async (deps: DeskDeps, { caller }: Asker, rings: string): Promise<ReturnRing> =>
  (await ringsNow(deps, caller.at)) ? 'in-hours' : rings === atOnce ? 'at-once' : 'later'

const wished = ({ names, cells, ring }: ReturnWish, note = '', sure = ''): AskingChoice['args'] => [
  ...[...names, cells.join(' '), note, sure],
  ring === 'at-once' ? atOnce : '',
]

const placesCard = ({ words }: DeskDeps, { view, judged }: Reviewed, wish: ReturnWish): DeskAnswer => {
  const { form } = view
  const { cells, ring } = wish
  const ofFindings = judged.findings.filter(each => !blocks(each)).flatMap(each => each.cells)
  const texts = form.sections.flatMap(section => (section.type === 'text' ? [section.text as string] : []))
  const offered = [...new Set([...cells, ...ofFindings.slice(0, mostCells), ...texts])]
  const tick = (key: string): AskingChoice => {
    const isTicked = cells.includes(key)
    const next = isTicked ? cells.filter(each => each !== key) : [...cells, key]
    const label = placeName(view, key)
    return {
      ...{ asking: 'return-report', args: wished({ ...wish, cells: next }) },
      label: isTicked ? words.say('choice.ticked', { label }) : label,
    }
  }
  const reason = (label: string): AskingChoice => ({
    ...{ asking: 'return-report', args: wished(wish, label, 'yes') },
    label: words.desk('return.with', { reason: label }),
  })
  return {
    lines: [
      strong(words.desk('return.where')),
      ...(cells.length > 0
        ? [
            plain(
              words.desk('return.places', {
                names: cells.map(key => placeName(view, key)).join(words.say('list')),
              }),
            ),
          ]
        : []),
    ],
    choices: [
      ...offered.map(tick),
      ...(ring === 'in-hours' ? [] : [ringChoice(words, wish)]),
      ...(cells.length > 0 ? reasonsOf(words).map(reason) : []),
      ...ways(words, 'queue'),
    ],
    pending: {
      ...{ asking: 'return-report', args: wished(wish) },
      question: words.desk('return.note'),
    },
  }
}

/** Ticked or not; the places that are ticked stay so. */
const ringChoice = (words: DeskDeps['words'], wish: ReturnWish): AskingChoice => {
  const label = words.desk('return.at-once')
  const isTicked = wish.ring === 'at-once'
  return {
    ...{ asking: 'return-report', args: wished({ ...wish, ring: isTicked ? 'later' : 'at-once' }) },
    label: isTicked ? words.say('choice.ticked', { label }) : label,
  }
}

const mostCells = 8

/** Reasons as the office writes them (office practice). */
const reasonsOf = (words: DeskDeps['words']): readonly string[] => words.desk('return.reasons').split('|')

const sureCard = async (
  deps: DeskDeps,
  found: Reviewed,
  wish: ReturnWish,
  note: string,
  at: number,
): Promise<DeskAnswer> => ({
  lines: [
    ...shownBack(deps, found, { head: 'return.sure', cells: wish.cells, note }).lines,
    plain(
      deps.words.desk('return.mend-by', {
        day: dayWords(deps.words, await mendDayOf(deps, found.stood, at, wish.ring === 'at-once')),
      }),
    ),
  ],
  choices: [
    {
      ...{ asking: 'return-report', args: wished(wish, note, 'yes'), main: true },
      label: deps.words.desk(wish.ring === 'at-once' ? 'return.ringing' : 'choice.return-report'),
    },
    ...(wish.ring === 'later'
      ? [
          {
            ...{ asking: 'return-report' as const, args: wished({ ...wish, ring: 'at-once' }, note, 'yes') },
            label: deps.words.desk('return.ringing'),
          },
        ]
      : []),
    { asking: 'return-report', args: wished(wish), label: deps.words.desk('return.anew') },
    ...ways(deps.words, 'queue'),
  ],
})
