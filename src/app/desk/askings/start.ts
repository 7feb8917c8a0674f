// The first screen at a desk: who stands where, and what can be asked.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { help } from './help.ts'

export const start: Asking = async (deps, asker, asked) => {
  const { lines, ...rest } = await help(deps, asker, asked)
  const { place, unit } = asker
  const hello = deps.words.desk('start', { name: place.person.name, unit: unit.name })
  return { ...rest, lines: [plain(hello), ...lines] }
}
