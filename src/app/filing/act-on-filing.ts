// The frame of every act in a filing's life: the filing is loaded, the door and the lifecycle are asked, and the act is
// written in one commit; when somebody else wrote first, all of it anew.

import { isAnotherHand } from '../../district/access.ts'
import { type FilingState, stateAfter } from '../../district/lifecycle.ts'
import { standingOf } from '../../district/standing.ts'
import type { FilingId } from '../../engine/filing.ts'
import { renamedFiling } from '../../engine/renamed.ts'
import { review } from '../../engine/review.ts'
import { fault } from '../../faults.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import { type Seal, shell } from '../audit.ts'
import { lostRace } from '../lost-race.ts'
import { allRights, type Caller, openUnit } from '../open.ts'
import { checkContext } from '../opened.ts'
import type { Calendar } from '../ports/calendar.ts'
import type { Commit } from '../ports/commit.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import type { HandledFiling, Handling } from '../ports/handling.ts'
import type { Registry } from '../ports/registry.ts'
import { actCommit } from './act-commit.ts'
import type { FilingWish } from './effects-of.ts'
import { type FilingRefusal, refusalOf } from './filing-refusal.ts'
import { mendDayOf } from './mend-day.ts'
import { tellUnit } from './tell-unit.ts'

type Deps = {
  readonly conversations: Pick<Conversations, 'commit' | 'othersAt'>
  readonly handling: Handling
  readonly registry: Pick<Registry, 'unitGround'>
  readonly calendar: Pick<Calendar, 'notices'>
  readonly catalog: Catalog
  readonly words: Words
  readonly environment: Pick<Environment, 'startOf' | 'dateOf' | 'id' | 'chance' | 'sleep'>
  readonly seal: Seal
}

type Refused = { readonly type: 'refused'; readonly refusal: FilingRefusal }
type Acted = {
  readonly type: 'done'
  /** The filing as it was, and the state that it has now. */
  readonly before: HandledFiling
  readonly state: FilingState
}

/** The wish names the content that was on the screen, and is refused when another one stands. */
export const actOnFiling = async (
  deps: Deps,
  caller: Caller,
  filing: FilingId,
  wish: FilingWish,
): Promise<Acted | Refused> => {
  const { conversations, environment, handling } = deps
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const stood = await handling.handled(filing)
    if (!stood) return refuse({ why: 'filing-unknown' })
    const planned = await plan(deps, caller, stood, wish)
    if ('refusal' in planned) return planned
    const { commit, state } = planned
    if ((await conversations.commit(commit)) !== 'lost') return { type: 'done', before: stood, state }
    await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
  }
  throw fault('contention', 'filing')
}

const plan = async (
  deps: Deps,
  caller: Caller,
  stored: HandledFiling,
  asked: FilingWish,
): Promise<{ readonly commit: Commit; readonly state: FilingState } | Refused> => {
  const { registry, catalog, environment, handling } = deps
  const wish = await withMendDay(deps, stored, asked, caller.at)
  const admitted = await openUnit(registry, caller, stored.unit.id, wish.act)
  if (!admitted) return refuse({ why: 'not-allowed' })
  const { rights, who } = admitted
  if (wish.act === 'approve-filing' && who.by !== shell.by && !isAnotherHand(rights, who.by, stored.hands))
    return refuse({ why: 'own-hand' })
  const form = catalog.formOf(stored.filing.form)
  const filing = renamedFiling(form, stored.filing)
  const stood = { ...stored, filing }
  const known = checkContext(catalog, stood, environment, caller.at)
  const judged = review(form, filing, known)
  const refusal = await refusalOf(handling, stood, wish, form, judged)
  if (refusal) return refuse({ ...refusal, stood })
  const state = stateAfter(stood.state, wish.act) ?? stood.state
  const standing = standingOf(form, filing, known, judged, state)
  const act = { stored: stored.filing, stood, wish, form, standing }
  const commit = await actCommit(deps, admitted, act)
  const { outbox, admitted: readers } = await tellUnit(deps, stood, wish, caller.at)
  return { commit: { ...commit, outbox, rights: allRights([admitted, ...readers]) }, state }
}

/** Every return has its day. */
const withMendDay = async (
  deps: Deps,
  stored: HandledFiling,
  wish: FilingWish,
  at: number,
): Promise<FilingWish> =>
  wish.act === 'return-filing' && !wish.mendBy
    ? { ...wish, mendBy: await mendDayOf(deps, stored, at, wish.isAtOnce === true) }
    : wish

const refuse = (refusal: FilingRefusal): Refused => ({ type: 'refused', refusal })
