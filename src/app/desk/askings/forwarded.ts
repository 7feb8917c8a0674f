// Records that words were forwarded, or another step was taken, towards the units of a button.

import { isFault } from '../../../faults.ts'
import { recordContact, stepNamed } from '../../chasing/record-contact.ts'
import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { readOpenChased } from '../chased-here.ts'
import { ways } from '../choices.ts'

/** `args`: the step, then filings. Rows are named by the message, so that one that is sent again records once. */
export const forwarded: Asking = async (deps, asker, { args: [typed = '', ...filings] }) => {
  const { words, environment } = deps
  const { caller, message } = asker
  const read = await readOpenChased(deps, asker)
  const step = stepNamed(typed)
  const towards = (read?.units ?? [])
    .filter(({ filing }) => filings.includes(filing.filing))
    .map(({ filing: { unit, filing } }) => ({ unit, filing }))
  const choices = ways(words, 'chase', 'private', 'told', 'progress')
  if (!step || towards.length === 0) return { lines: [plain(words.desk('forwarded.none'))], choices }
  let n = 0
  const id = () => `${message}/${n++}`
  const wish = { step, towards, whom: null, note: null }
  const act = await recordContact({ ...deps, ...environment, id }, caller, wish).catch(error => {
    if (isFault(error, 'database-refused') && error.detail.includes('contact.id')) return null
    throw error
  })
  if (act?.type === 'refused') return { lines: [plain(words.desk('forwarded.none'))], choices }
  const said = { step: words.district(`chase.step.${step}`), count: towards.length }
  return { lines: [plain(words.desk('forwarded.done', said))], choices }
}
