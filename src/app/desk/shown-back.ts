// Words for a unit as they were read, shown back with the places that they name before they go out.

import { placeName } from '../conversation/compose/place-names.ts'
import { plain, quote, strong } from '../conversation/compose/view.ts'
import type { DeskAnswer } from './asking.ts'
import type { DeskDeps } from './desk-deps.ts'
import type { Reviewed } from './reviewed.ts'

type Typed = {
  readonly head: 'return.sure' | 'review.ask.sure' | 'review.undo.sure'
  /** Keys of cells and texts; null where the act is about no place. */
  readonly cells: readonly string[] | null
  readonly note: string
}

export const shownBack = (
  { words }: Pick<DeskDeps, 'words'>,
  { view, stood }: Reviewed,
  { head, cells, note }: Typed,
): Pick<DeskAnswer, 'lines'> => {
  const names = (cells ?? []).map(key => placeName(view, key)).join(words.say('list'))
  const places = names === '' ? words.desk('return.whole') : words.desk('return.places', { names })
  return {
    lines: [
      strong(words.desk(head, { unit: stood.unit.name })),
      ...(cells === null ? [] : [plain(places)]),
      quote(note),
    ],
  }
}
