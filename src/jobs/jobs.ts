// All jobs by name: when each is due, in the district's zone, and what it does. A timer on Node and a cron on Workers
// only wake the clock. A new job is one file and one line; its name stands in the database.

import type { Job } from '../app/clock/job.ts'
import { directNudges } from '../app/nudging/direct-nudges.ts'
import { nudgeAgain } from '../app/nudging/nudge-again.ts'
import { nudgePage } from '../app/nudging/nudge-page.ts'
import { tellOffice } from '../app/nudging/tell-office.ts'
import { daily, every } from '../district/recurring.ts'
import { backlog } from './backlog.ts'
import { digest } from './digest.ts'
import { joinCampaign } from './join-campaign.ts'
import { judge } from './judge.ts'
import { prune } from './prune.ts'

export const jobs = {
  backlog: { when: every(3_600), run: backlog },
  digest: { when: daily('03:00'), run: digest },
  'join-campaign': { run: joinCampaign },
  judge: { when: every(300), run: judge },
  nudge: { when: every(300), run: directNudges },
  'nudge-again': { run: nudgeAgain },
  'nudge-office': { run: tellOffice },
  'nudge-page': { run: nudgePage },
  prune: { when: daily('03:00'), run: prune },
} as const satisfies Readonly<Record<string, Job>>
