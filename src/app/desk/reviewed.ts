// A report as the office reviews it: opened with the right to see it, judged, and the answers that several askings give.

import { type FilingId, filingId } from '../../engine/filing.ts'
import { renamedFiling } from '../../engine/renamed.ts'
import { type Review, review } from '../../engine/review.ts'
import { plain, type View, viewOf } from '../conversation/compose/view.ts'
import { refusalLines } from '../conversation/life/refusal-lines.ts'
import type { FilingWish } from '../filing/effects-of.ts'
import { type Caller, openUnit } from '../open.ts'
import { checkContext } from '../opened.ts'
import type { HandledFiling } from '../ports/handling.ts'
import { actAtDesk } from './act-at-desk.ts'
import type { Asker, AskingChoice, DeskAnswer } from './asking.ts'
import { ways } from './choices.ts'
import type { DeskDeps } from './desk-deps.ts'

export type Reviewed = { readonly stood: HandledFiling; readonly view: View; readonly judged: Review }

/** Null where there is no such report, or no right to it. */
export const reviewedOf = async (
  deps: Pick<DeskDeps, 'handling' | 'registry' | 'catalog' | 'words' | 'environment'>,
  caller: Caller,
  id: string,
): Promise<Reviewed | null> => {
  const { handling, registry, catalog, words, environment } = deps
  const stored = await handling.handled(filingId(id))
  if (!stored || !(await openUnit(registry, caller, stored.unit.id, 'see-filing'))) return null
  const form = catalog.formOf(stored.filing.form)
  const stood = { ...stored, filing: renamedFiling(form, stored.filing) }
  const view = viewOf(words, catalog, stood)
  return {
    stood,
    view,
    judged: review(form, stood.filing, checkContext(catalog, stood, environment, caller.at)),
  }
}

export const goneAnswer = ({ words }: DeskDeps): DeskAnswer => ({
  lines: [plain(words.desk('review.gone'))],
  choices: ways(words, 'queue', 'units'),
})

/** The button that leads to the report of this filing. */
export const reviewChoice = (filing: FilingId | string, label: string): AskingChoice => ({
  ...{ asking: 'review', args: [filing], label },
})

/** The act, and where it was refused the reason with the way back to the report as it stands now. */
export const actedAnswer = async (
  deps: DeskDeps,
  asker: Asker,
  id: string,
  wish: FilingWish,
): Promise<DeskAnswer> => {
  const { words } = deps
  const found = await reviewedOf(deps, asker.caller, id)
  if (!found) return goneAnswer(deps)
  const acted = await actAtDesk(deps, asker, found.stood.filing.id, wish)
  const { unit, filing } = found.stood
  const again = reviewChoice(id, words.desk('review.again', { unit: unit.name }))
  if ('refusal' in acted)
    return {
      lines: refusalLines(found.view, wish.act, acted.refusal),
      choices: [again, ...ways(words, 'queue')],
    }
  const told = { unit: unit.name, year: filing.year }
  return {
    lines: [plain(words.cli(`filing.done.${wish.act}`, told))],
    choices: [
      ...ways(words, 'queue').map(({ nav: _, ...way }) => ({ ...way, main: true as const })),
      { ...again, nav: true },
    ],
    commit: acted.commit,
  }
}
