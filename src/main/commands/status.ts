// `nianbao status`: how many have handed in and who has not, as the office says it.

import { dayWords } from '../../app/day-words.ts'
import { progressWords } from '../../app/oversight/progress-words.ts'
import { readStatus } from '../../app/oversight/read-status.ts'
import { reportTitle } from '../../app/report-title.ts'
import { dueDay } from '../../district/campaign.ts'
import { dateIn } from '../../district/date-in.ts'
import type { CampaignSummary } from '../../district/summary.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { campaignJson } from './campaign-words.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { instantWords } from './units.ts'
import { withStore } from './with-store.ts'

export const status = async (options: CampaignOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const { catalog, say } = context
    const campaign = await readCampaign(context, store, options)
    const dayOf = (at: number) => dateIn(config.TIMEZONE, at)
    const deps = { registry: store, campaigns: store, catalog, dayOf }
    const summary = await readStatus(deps, { type: 'shell', at: context.now() }, campaign)
    if (!summary) throw refusal(say('refused.not-allowed'), 1)
    if (options.json) {
      context.print(JSON.stringify({ campaign: campaignJson(context, campaign), ...summaryJson(summary) }))
      return 0
    }
    const { dates } = campaign
    const due = dueDay(dates, null, '')
    const title = reportTitle(context, campaign)
    const head = context.words.desk('progress.head', {
      title,
      at: instantWords(context, config, context.now()),
    })
    const end = due === '' ? [] : [context.words.desk('progress.due', { day: dayWords(context.words, due) })]
    context.print([head, ...end, ...progressWords(context.words, summary)].join('\n'))
    return 0
  })

const summaryJson = ({ awaitingReview: _, units, ...summary }: CampaignSummary) => ({
  ...summary,
  units: units.map(({ submittedAt, ...unit }) => ({
    ...unit,
    submittedAt: submittedAt === null ? null : new Date(submittedAt).toISOString(),
  })),
})
