// A problem of a list of units in words: its line, and the way to mend it.

import type { Words } from '../../i18n/words.ts'
import type { ImportedUnits } from './import-units.ts'

/** `clean` makes words of the file fit for where they are shown. */
export const unitProblemWords = (
  words: Pick<Words, 'cli'>,
  problem: ImportedUnits['problems'][number],
  clean: (said: string) => string = said => said,
): string => {
  const { line, code, said } = problem
  const column =
    'column' in problem && problem.column !== null ? words.cli(`units.column.${problem.column}`) : ''
  const other = 'other' in problem ? problem.other : ''
  const now = 'now' in problem && problem.now !== undefined ? clean(problem.now) : ''
  return words.cli(`units.row.${code}`, { line, said: clean(said), column, other, now })
}
