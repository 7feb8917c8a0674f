// Which of its files an office wants, with a button for each that this person may have.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import { rightsAt } from '../desk-of.ts'

export const exportFiles: Asking = async ({ words }, asker) => ({
  lines: [plain(words.desk('export.which'))],
  choices: [
    choiceOf(words, 'ledger'),
    ...(rightsAt(asker, 'fetch-document') ? [choiceOf(words, 'totals')] : []),
    ...ways(words, 'progress'),
  ],
})
