// A unit that does not file: what is meant is asked first, then the reason, and only then it is exempt.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { meantUnit } from '../named-unit.ts'
import { actedAnswer, reviewedOf } from '../reviewed.ts'
import { readCollected } from '../standings-now.ts'
import { unitNamed } from '../subject.ts'

/** `args`: the unit, and behind it `do` where the reason is awaited. */
export const exempt: Asking = async (deps, asker, { text, args: [id, step] }) => {
  const { words } = deps
  const name = id === undefined ? await unitNamed(deps, asker, text ?? '') : null
  if (name === '')
    return { lines: [], pending: { asking: 'exempt', args: [], question: words.desk('exempt.whom') } }
  const meant = await meantUnit(deps, asker, 'exempt', name === null ? { id: id ?? '' } : { name })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const read = await readCollected(deps, asker)
  const filing = unit.filings.find(
    ({ obligation, year }) => obligation === read?.campaign.obligation && year === read.campaign.year,
  )
  if (!filing)
    return {
      lines: [plain(words.desk('exempt.none', { unit: unit.name }))],
      choices: ways(words, 'progress', 'units'),
    }
  if (step === 'do' && text) {
    const content = (await reviewedOf(deps, asker.caller, filing.id))?.stood.content ?? 0
    return actedAnswer(deps, asker, filing.id, { act: 'exempt-filing', content, note: text })
  }
  if (step === 'do') {
    const question = words.desk('exempt.note', { unit: unit.name })
    return { lines: [], pending: { asking: 'exempt', args: [unit.id, 'do'], question } }
  }
  return {
    lines: [plain(words.desk('exempt.which', { unit: unit.name })), plain(words.desk('exempt.merged'))],
    choices: [
      { asking: 'exempt', args: [unit.id, 'do'], label: words.desk('choice.exempt.do'), main: true },
      ...ways(words, 'cancel', 'units'),
    ],
  }
}
