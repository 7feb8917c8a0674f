// Lets units join a campaign that was opened, a slice a turn.

import type { Job } from '../app/clock/job.ts'
import { joinSlice } from '../app/registry/join-campaign.ts'

export const joinCampaign: Job['run'] = joinSlice
