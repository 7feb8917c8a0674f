// The text for a group, ready to be copied, with the buttons that record it as forwarded or show the other one. It sends
// nothing.

import { groupTexts } from '../../chasing/group-text.ts'
import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { readOpenChased } from '../chased-here.ts'
import { choiceOf, ways } from '../choices.ts'

/** `args`: `named` or `unnamed`, else the one that is meant on that day. */
export const chase: Asking = async (deps, asker, { args: [typed] }) => {
  const { words } = deps
  const read = await readOpenChased(deps, asker)
  const texts = read && groupTexts(words, read)
  const on = ways(words, 'private', 'told', 'progress')
  if (!texts) return { lines: [plain(words.desk(read ? 'chase.none' : 'progress.none'))], choices: on }
  const which = typed === 'named' || typed === 'unnamed' ? typed : texts.usual
  const other = which === 'named' ? 'unnamed' : 'named'
  const filings = texts.units.map(({ filing }) => filing.filing)
  return {
    kept: [[plain(texts[which])]],
    lines: [plain(words.desk('chase.ready', { count: filings.length }))],
    choices: [
      { asking: 'forwarded', args: ['group', ...filings], label: words.desk('choice.forwarded'), main: true },
      { ...choiceOf(words, 'chase', other), label: words.desk(`choice.chase.${other}`) },
      ...on,
    ],
  }
}
