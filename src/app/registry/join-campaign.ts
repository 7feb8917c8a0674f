// Lets units join a campaign, a slice a turn of the clock: each gets its filing, or the one that it has is counted. After
// a kill the turn that stands goes on where it stopped.

import type { Catalog } from '../../forms/catalog.ts'
import { type Seal, server } from '../audit.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { Committed } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { Schedule } from '../ports/schedule.ts'
import type { Due, Turn } from '../ports/turn.ts'
import { openedFiling } from './opened-filing.ts'

export type JoinDeps = {
  readonly campaigns: Pick<Campaigns, 'campaigns' | 'unitsToJoin' | 'join'>
  readonly schedule: Pick<Schedule, 'dues' | 'endTurn'>
  readonly catalog: Catalog
  readonly seal: Seal
  readonly environment: Pick<Environment, 'id'>
}

/** At most so many filings are made in one commit (D1's parameters end at 2 MB). */
const joinedAtOnce = 20
const job = 'join-campaign'

/** One slice, and the next turn at once while there may be more. */
export const joinSlice = async (deps: JoinDeps, { due, now }: Turn): Promise<Committed> => {
  const { campaigns, schedule, catalog } = deps
  const campaign = (await campaigns.campaigns()).find(({ id }) => id === due.key)
  const form = campaign && catalog.formFor(campaign.obligation, campaign.year)
  const units = campaign?.closedAt === null ? await campaigns.unitsToJoin(campaign, joinedAtOnce) : []
  if (!campaign || !form || units.length === 0) return schedule.endTurn({ due, now, next: null })
  const made = units.flatMap(({ unit, filing }) =>
    filing === null
      ? [openedFiling({ ...deps, ...deps.environment }, { ...server, at: now }, form, unit, campaign.year)]
      : [],
  )
  const next = units.length < joinedAtOnce ? null : Math.max(now, due.at + 1)
  return campaigns.join({
    campaign: campaign.id,
    turn: { due, now, next },
    made: await Promise.all(made),
    standing: units.flatMap(({ filing }) => filing ?? []),
  })
}

/** All slices that are due, one after another: for whoever waits for the end. */
export const joinAll = async (deps: JoinDeps, now: number): Promise<void> => {
  const next = async (): Promise<Due | undefined> =>
    (await deps.schedule.dues(Number.MAX_SAFE_INTEGER, [])).find(due => due.job === job)
  for (let due = await next(); due; due = await next()) await joinSlice(deps, { due, now, next: null })
}
