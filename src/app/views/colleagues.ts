// The figures and texts of a report by others than the one who looks, with their names and when. It only reads.

import type { PersonId } from '../../engine/filing.ts'
import type { CellKey } from '../../engine/form.ts'
import { indexOf } from '../../engine/index-of.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { cellName } from '../../i18n/cell-words.ts'
import type { Words } from '../../i18n/words.ts'
import { cellText, textName, type View, viewOf } from '../conversation/compose/view.ts'
import { presentSeat } from '../opened.ts'
import type { Seat } from '../ports/conversations.ts'
import type { People } from '../ports/people.ts'
import type { ColleagueChange } from '../use-cases.ts'

/** More than a report has cells would be looked through in vain. */
const mostChanges = 200

/** Figures and texts, the latest of them, in the order in which they were written. */
export const colleagueChanges = async (
  people: Pick<People, 'namesOf'>,
  words: Words,
  catalog: Catalog,
  stored: Seat,
): Promise<readonly ColleagueChange[]> => {
  const seat = presentSeat(catalog.formOf(stored.filing.form), stored)
  const view = viewOf(words, catalog, seat)
  const changes = changesIn(view)
    .filter(({ by }) => by !== seat.person.id)
    .toSorted((one, other) => one.at - other.at)
    .slice(-mostChanges)
  if (changes.length === 0) return []
  const names = await people.namesOf([...new Set(changes.map(({ by }) => by))])
  return changes.flatMap(({ by, at, what }) => {
    const name = names.get(by)
    return name ? [{ name, at, what }] : []
  })
}

type Change = { readonly by: PersonId; readonly at: number; readonly what: string }

const changesIn = (view: View): readonly Change[] => {
  const { words, form, filing } = view
  const { cells, texts } = indexOf(form)
  const figures = [...filing.entries].flatMap(([key, { by, at }]) => {
    if (!cells.has(key)) return []
    const name = cellName(words, form, key as CellKey)
    return [{ by, at, what: words.say('choice.cell', { name, value: cellText(view, key as CellKey) }) }]
  })
  const written = [...filing.texts].flatMap(([key, parts]) =>
    texts.has(key) ? parts.map(({ by, at }) => ({ by, at, what: textName(view, key) })) : [],
  )
  return [...figures, ...written]
}
