// Returns a report at places with a note: places are ticked or typed by their names, a reason is tapped or typed, and what
// is typed is shown back before it goes out.

import { blocks } from '../../../engine/rules/finding.ts'
import { placeName } from '../../conversation/compose/place-names.ts'
import { plain, strong } from '../../conversation/compose/view.ts'
import type { Asker, Asking, AskingChoice, DeskAnswer } from '../asking.ts'
import { ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { noteMeant } from '../note-meant.ts'
import { actedAnswer, goneAnswer, type Reviewed, reviewedOf } from '../reviewed.ts'
import { shownBack } from '../shown-back.ts'

/** `args`: the filing, the content on the screen, the places that are ticked, and the note once it is whole. */
export const returnReport: Asking = async (deps, asker, { text, args }) => {
  const [id = '', content = '', ticked = '', note = '', sure = ''] = args
  const found = await reviewedOf(deps, asker, id)
  if (!found) return goneAnswer(deps)
  const cells = ticked.split(' ').filter(key => key !== '')
  if (text) {
    const meant = noteMeant(found.view, text)
    const places = [...new Set([...cells, ...meant.cells])]
    const shown = shownBack(deps, found, { head: 'return.sure', cells: places, note: meant.body })
    const names = [id, content, places.join(' ')]
    return {
      ...shown,
      choices: [
        {
          ...{ asking: 'return-report', args: [...names, meant.body, 'yes'], main: true },
          label: deps.words.desk('choice.return-report'),
        },
        { asking: 'return-report', args: names, label: deps.words.desk('return.anew') },
        ...ways(deps.words, 'queue'),
      ],
    }
  }
  if (sure === '') return placesCard(deps, found, [id, content], cells)
  return returned(deps, asker, [id, content], cells, note)
}

type Names = readonly [id: string, content: string]

const returned = (
  deps: DeskDeps,
  asker: Asker,
  [id, content]: Names,
  cells: readonly string[],
  note: string,
) => actedAnswer(deps, asker, id, { act: 'return-filing', content: Number(content), note, cells })

const placesCard = (
  { words }: DeskDeps,
  { view, judged }: Reviewed,
  names: Names,
  cells: readonly string[],
): DeskAnswer => {
  const { form } = view
  const ofFindings = judged.findings.filter(each => !blocks(each)).flatMap(each => each.cells)
  const texts = form.sections.flatMap(section => (section.type === 'text' ? [section.text as string] : []))
  const offered = [...new Set([...cells, ...ofFindings.slice(0, mostCells), ...texts])]
  const tick = (key: string): AskingChoice => {
    const isTicked = cells.includes(key)
    const next = isTicked ? cells.filter(each => each !== key) : [...cells, key]
    const label = placeName(view, key)
    return {
      ...{ asking: 'return-report', args: [...names, next.join(' ')] },
      label: isTicked ? words.say('choice.ticked', { label }) : label,
    }
  }
  const reason = (label: string): AskingChoice => ({
    ...{ asking: 'return-report', args: [...names, cells.join(' '), label, 'yes'] },
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
      ...(cells.length > 0 ? reasonsOf(words).map(reason) : []),
      ...ways(words, 'queue'),
    ],
    pending: {
      ...{ asking: 'return-report', args: [...names, cells.join(' ')] },
      question: words.desk('return.note'),
    },
  }
}

const mostCells = 8

/** Reasons as the office writes them (office practice). */
const reasonsOf = (words: DeskDeps['words']): readonly string[] => words.desk('return.reasons').split('|')
