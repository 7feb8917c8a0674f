// 代录: the office takes a unit's Word draft in, as the filler's own is taken in: open places are filled, what stands stays,
// and what was not placed is named.

import { standingOf } from '../../district/standing.ts'
import type { Draft } from '../../engine/draft.ts'
import type { Effect } from '../../engine/effect.ts'
import { diff, type FilingId, raisesContent } from '../../engine/filing.ts'
import { startFocus } from '../../engine/focus.ts'
import { renamedFiling } from '../../engine/renamed.ts'
import { isComplete, review } from '../../engine/review.ts'
import { step } from '../../engine/step.ts'
import { fault } from '../../faults.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { auditLines, changeActs, type Seal } from '../audit.ts'
import { lostRace } from '../lost-race.ts'
import { type AdmittedCaller, type Caller, openUnit } from '../open.ts'
import { checkContext } from '../opened.ts'
import { type Commit, emptyCommit } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { HandledFiling, Handling } from '../ports/handling.ts'
import type { Registry } from '../ports/registry.ts'

type Deps = {
  readonly conversations: { readonly commit: (commit: Commit) => Promise<'done' | 'repeat' | 'lost'> }
  readonly handling: Pick<Handling, 'handled'>
  readonly registry: Pick<Registry, 'unitGround'>
  readonly catalog: Catalog
  readonly environment: Pick<Environment, 'startOf' | 'id' | 'chance' | 'sleep'>
  readonly seal: Seal
}

type EnterWish = {
  readonly draft: Draft
  /** It belongs to this report, whatever unit, year or form it names. */
  readonly isSure: boolean
  /** Otherwise it is only read, and nothing is stored. */
  readonly isTaken: boolean
}

export type EnteredReport =
  | { readonly type: 'refused'; readonly why: 'not-allowed' | 'filing-unknown' | 'state' }
  | {
      readonly type: 'read'
      /** As it was before. */
      readonly stood: HandledFiling
      /** In the engine's words: what was read, and doubts or questions about it. */
      readonly effects: readonly Effect[]
      /** A doubt whether it is this report stands: nothing was taken. */
      readonly isDoubted: boolean
      /** Nothing is missing and nothing blocks any more. */
      readonly isReady: boolean
    }

export const enterReport = async (
  deps: Deps,
  caller: Caller,
  filing: FilingId,
  wish: EnterWish,
): Promise<EnteredReport> => {
  const { conversations, handling, registry, environment } = deps
  for (let attempt = 0; attempt < lostRace.attempts; attempt += 1) {
    const stored = await handling.handled(filing)
    if (!stored) return { type: 'refused', why: 'filing-unknown' }
    const admitted = await openUnit(registry, caller, stored.unit.id, 'enter-report')
    if (!admitted) return { type: 'refused', why: 'not-allowed' }
    if (stored.state !== 'draft' && stored.state !== 'returned') return { type: 'refused', why: 'state' }
    const { commit, ...read } = await readInto(deps, admitted, stored, wish)
    if (!wish.isTaken || read.isDoubted || !commit) return read
    if ((await conversations.commit(commit)) !== 'lost') return read
    await environment.sleep(lostRace.pauseMs(attempt, environment.chance))
  }
  throw fault('contention', 'enter-report')
}

type Read = Extract<EnteredReport, { type: 'read' }> & { readonly commit: Commit | null }

const readInto = async (
  { catalog, environment, seal }: Deps,
  { who, rights }: AdmittedCaller,
  stored: HandledFiling,
  { draft, isSure }: EnterWish,
): Promise<Read> => {
  const form = catalog.formOf(stored.filing.form)
  const before = renamedFiling(form, stored.filing)
  const stood = { ...stored, filing: before }
  const known = checkContext(catalog, stood, environment, who.at)
  const context = { now: who.at, by: who.by, message: null, known }
  const event = { type: 'imported', draft, sure: isSure } as const
  const { filing, effects } = step(form, before, startFocus, event, context)
  const isDoubted = effects.some(each => each.type === 'ask' && each.question.type === 'import')
  const judged = review(form, filing, known)
  const read = { type: 'read', stood, effects, isDoubted, isReady: isComplete(judged) } as const
  const changes = diff(stored.filing, filing)
  if (changes.length === 0) return { ...read, commit: null }
  const content = stored.content + (raisesContent(changes) ? 1 : 0)
  const acts = [
    ...(await changeActs(seal, changes)),
    { what: 'entered-for', about: `content/${content}`, old: null, new: null } as const,
  ]
  const audit = await auditLines(seal, `filing/${filing.id}`, stored.auditHead, acts, who)
  const commit: Commit = {
    ...emptyCommit({ channel: who.channel, id: environment.id() + environment.id(), at: who.at }),
    rights,
    filings: [
      {
        ...{ filing: { ...filing, version: before.version + 1 }, expected: before.version },
        ...{ state: stored.state, changes, auditHead: audit.head, audit: audit.lines },
        standing: { ...standingOf(form, filing, known, judged, stored.state), touchedAt: stored.touchedAt },
      },
    ],
  }
  return { ...read, commit }
}
