// `nianbao status`: how many have handed in and who has not, as the office says it.

import { dayWords } from '../../app/day-words.ts'
import { readStatus } from '../../app/oversight/read-status.ts'
import { reportTitle } from '../../app/report-title.ts'
import { dueDay } from '../../district/campaign.ts'
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
    const deps = { registry: store, campaigns: store, catalog, zone: config.TIMEZONE }
    const summary = await readStatus(deps, { type: 'shell', at: context.now() }, campaign)
    if (!summary) throw refusal(say('refused.not-allowed'), 1)
    if (options.json) {
      context.print(JSON.stringify({ campaign: campaignJson(context, campaign), ...summaryJson(summary) }))
      return 0
    }
    const { dates } = campaign
    const due = dueDay(dates, null, '')
    const title = reportTitle(context, campaign)
    const head = say('status.head', { title, at: instantWords(context, config, context.now()) })
    const end = due === '' ? [] : [say('status.due', { day: dayWords(context.words, due) })]
    context.print([head, ...end, ...progressWords(context, summary)].join('\n'))
    return 0
  })

const summaryJson = ({ awaitingReview: _, units, ...summary }: CampaignSummary) => ({
  ...summary,
  units: units.map(({ submittedAt, ...unit }) => ({
    ...unit,
    submittedAt: submittedAt === null ? null : new Date(submittedAt).toISOString(),
  })),
})

/** 应报送 … 家。已报送 … 家：…。未报送 … 家：…。 Nothing is said of what there is none of. */
const progressWords = ({ say }: CommandContext, summary: CampaignSummary): readonly string[] => {
  const { of, submitted, approved, awaitingReview, awaitingAnswer, toChase, units } = summary
  const part = (
    key: 'approved' | 'waiting' | 'returned' | 'withdrawn' | 'under-way' | 'not-begun',
    count: number,
    units: readonly string[] = [],
  ) => {
    if (count === 0) return []
    const said = say(`status.${key}`, { count })
    return [units.length > 0 ? say('status.named', { said, units: units.join(say('list')) }) : said]
  }
  const list = (parts: readonly string[][]): string => {
    const said = parts.flat().join(say('list'))
    return said === '' ? '' : say('status.of-them', { parts: said })
  }
  const { returned, underWay, notBegun, neverEntered } = toChase
  // Handed in once, and under way again.
  const withdrawn = units
    .filter(({ state, submittedAt }) => state === 'draft' && submittedAt !== null)
    .map(({ unit }) => unit)
  const handedIn = list([
    part('approved', approved),
    part('waiting', awaitingReview),
    part('returned', returned.length, returned),
  ])
  const missing = list([
    part('withdrawn', withdrawn.length, withdrawn),
    part('under-way', underWay.length - withdrawn.length),
    part('not-begun', notBegun.length, notBegun),
  ])
  const left = of - submitted
  const exempt = units.filter(({ state }) => state === 'exempt').map(({ unit }) => unit)
  return [
    say(left > 0 ? 'status.progress-left' : 'status.progress', {
      count: of,
      submitted,
      handedIn,
      left,
      missing,
    }),
    ...(awaitingAnswer > 0 ? [say('status.queried', { count: awaitingAnswer })] : []),
    ...(neverEntered.length > 0
      ? [say('status.never-entered', { count: neverEntered.length, units: neverEntered.join(say('list')) })]
      : []),
    ...(exempt.length > 0
      ? [say('status.exempt', { count: exempt.length, units: exempt.join(say('list')) })]
      : []),
  ]
}
