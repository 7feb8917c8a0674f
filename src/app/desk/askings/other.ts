// Words that ask nothing known: a unit's name by itself asks where it stands; anything else is named as not understood,
// with all that can be asked.

import { findUnit } from '../../../district/unit-names.ts'
import { plain, shorten } from '../../conversation/compose/view.ts'
import { listUnits } from '../../registry/list-units.ts'
import type { Asking } from '../asking.ts'
import { help } from './help.ts'
import { unit } from './unit.ts'

export const other: Asking = async (deps, asker, asked) => {
  const { words, registry } = deps
  const { text, args } = asked
  if (text !== null && text.length <= longestName) {
    const found = findUnit(await listUnits(registry, asker.caller), text)
    if (found.type !== 'none' || found.nearest.length > 0) return unit(deps, asker, asked)
  }
  const why =
    text === null
      ? words.desk(args[0] === 'edited' ? 'other.edited' : 'other.input')
      : words.desk('other', { said: shorten(text) })
  const { lines, ...rest } = await help(deps, asker, asked)
  return { ...rest, lines: [plain(why), ...lines] }
}

/** Signs of a name, as the registry takes it. */
const longestName = 100
