// The type of a job: work that is done by the clock, on Node and on Workers.

import type { Recurring } from '../../district/recurring.ts'
import type { Seal } from '../audit.ts'
import type { JudgeDeps } from '../filing/judge-behind.ts'
import type { Deliver } from '../mail/deliver.ts'
import type { DirectDeps } from '../nudging/direct-nudges.ts'
import type { AgainDeps } from '../nudging/nudge-again.ts'
import type { PageDeps } from '../nudging/nudge-page.ts'
import type { OfficeDeps } from '../nudging/tell-office.ts'
import type { Audits } from '../ports/audits.ts'
import type { Committed } from '../ports/commit.ts'
import type { Schedule } from '../ports/schedule.ts'
import type { Turn } from '../ports/turn.ts'
import type { JoinDeps } from '../registry/join-campaign.ts'

export type JobContext = JudgeDeps &
  JoinDeps &
  DirectDeps &
  PageDeps &
  AgainDeps &
  OfficeDeps & {
    readonly schedule: Schedule
    readonly audits: Pick<Audits, 'ends' | 'lastHead'>
    readonly seal: Seal
    readonly deliver: Pick<Deliver, 'commit' | 'sweep' | 'logBacklog'>
  }

export type Job = {
  /** In the district's zone; absent when only commits set its rows. */
  readonly when?: Recurring
  /** Does its work and ends the turn in one batch, so that it is done once, whichever process does it. */
  readonly run: (context: JobContext, turn: Turn) => Promise<Committed>
}
