// Gives up the words that are awaited.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'

export const cancel: Asking = async ({ words }, { place }) => ({
  lines: [plain(words.desk(place.pending ? 'cancelled' : 'nothing-awaited'))],
  choices: ways(words, 'progress', 'units'),
})
