// Figures: of one unit that is named its report, of all units the sums of the main figures with who is missing from them;
// to somebody who may read the reports, and in private as every desk is.

import { cellName, sayValue } from '../../../i18n/cell-words.ts'
import { plain } from '../../conversation/compose/view.ts'
import { missingWords } from '../../exports/missing-words.ts'
import { readTotals } from '../../exports/read-totals.ts'
import { momentWords } from '../../moment-words.ts'
import type { Asker, Asking, DeskAnswer } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { readCollected } from '../standings-now.ts'
import { subjectOf } from '../subject.ts'
import { review } from './review.ts'

export const figures: Asking = async (deps, asker, { text }) => {
  const { words } = deps
  const subject = await subjectOf(deps, asker, text)
  if (subject.type === 'answer') return subject.answer
  if (subject.type !== 'unit') return ofAll(deps, asker)
  const { unit } = subject
  const read = await readCollected(deps, asker)
  const filing = unit.filings.find(
    ({ obligation, year }) => obligation === read?.campaign.obligation && year === read.campaign.year,
  )
  return filing
    ? review(deps, asker, { text: null, args: [filing.id] })
    : {
        lines: [plain(words.desk('figures.none', { unit: unit.name }))],
        choices: ways(words, 'progress', 'units'),
      }
}

const ofAll = async (deps: DeskDeps, asker: Asker): Promise<DeskAnswer> => {
  const { words, environment } = deps
  const { caller } = asker
  const read = await readCollected(deps, asker)
  const totals = read && (await readTotals(deps, caller, read.campaign))
  if (!totals || totals.units.length === 0)
    return { lines: [plain(words.desk('figures.whole'))], choices: ways(words, 'progress', 'units') }
  const { form, units, of, sums } = totals
  const figures = (form.headline ?? []).flatMap(key => {
    const sum = sums.get(key)
    return sum === undefined
      ? []
      : [words.desk('figures.sum', { name: cellName(words, form, key), sum: sayValue(form, key, sum) })]
  })
  const summed = words.district('totals.summed', { count: units.length, of })
  const missing = missingWords(words, totals)
  return {
    lines: [
      words.desk('figures.sums', { summed, figures: figures.join(words.say('list')) }),
      ...(missing === '' ? [] : [missing]),
      words.district('totals.meaning'),
      words.desk('as-of', { at: momentWords(words, environment, caller.at) }),
    ].map(plain),
    choices: [choiceOf(words, 'totals'), ...ways(words, 'progress')],
  }
}
