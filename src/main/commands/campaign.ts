// `nianbao campaign open|list|show|extend|close`: what is collected this year, and until when.

import { dayWords } from '../../app/day-words.ts'
import { closeCampaign } from '../../app/registry/close-campaign.ts'
import { extendUnit } from '../../app/registry/extend-unit.ts'
import { listCampaigns } from '../../app/registry/list-campaigns.ts'
import { openCampaign as open } from '../../app/registry/open-campaign.ts'
import { showCampaign as show } from '../../app/registry/show-campaign.ts'
import { hasBegun, reportYear } from '../../district/calendar.ts'
import { type Campaign, dateProblem, practices } from '../../district/campaign.ts'
import { dateIn } from '../../district/date-in.ts'
import type { Store } from '../../storage/store.ts'
import { auditSeal, recorderOf } from '../audit-seal.ts'
import { campaignJson, campaignTitle, campaignWords } from './campaign-words.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { readDay } from './dates.ts'
import { doneOr } from './done-or.ts'
import { readForm, readUnit, readYear } from './options.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import { withStore } from './with-store.ts'

export type CampaignOptions = {
  readonly year?: string
  readonly obligation?: string
  readonly json?: boolean
}
export type OpenCampaignOptions = CampaignOptions & {
  readonly due?: string
  readonly sign?: string
  readonly feedback?: string
  readonly publish?: string
  readonly practice?: string
}
export type ExtendOptions = CampaignOptions & { readonly until: string }

/** Resolves when every unit that files has its report. */
export const openCampaign = async (
  options: OpenCampaignOptions,
  context: CommandContext,
): Promise<number> => {
  const { say } = context
  const practice = practices.find(each => each === (options.practice ?? 'sign-first'))
  if (!practice)
    throw refusal(
      say('usage.practice', { what: options.practice ?? '', practices: practices.join(say('list')) }),
    )
  const dates = {
    ...{ sign: readDay(context, options.sign), due: readDay(context, options.due) },
    ...{ feedback: readDay(context, options.feedback), publish: readDay(context, options.publish) },
  }
  if (dates.feedback !== null && practice === 'sign-first') throw refusal(say('usage.feedback'))
  const typedYear = options.year === undefined ? null : readYear(context, options.year)
  return withStore(context, async (store, config) => {
    const today = dateIn(config.TIMEZONE, context.now())
    const year = typedYear ?? reportYear(today)
    if (!hasBegun(year, today)) throw refusal(say('usage.year-ahead', { year, now: reportYear(today) }))
    const { obligation } = readForm(context, year, options)
    const problem = dateProblem(practice, dates, year)
    if (problem) throw refusal(dateWords(context, problem, practice, year))
    const deps = { ...recorderOf(store, auditSeal(config)), campaigns: store }
    const act = await open(deps, { type: 'shell', at: context.now() }, { obligation, year, practice, dates })
    const campaign = doneOr(context, act, { year })
    await settleCampaigns(context, store, config)
    const shown = await show(
      { registry: store, campaigns: store },
      { type: 'shell', at: context.now() },
      campaign,
    )
    const count = shown?.units ?? 0
    if (options.json)
      context.print(JSON.stringify({ campaign: campaignJson(context, campaign), units: count }))
    else
      context.print(
        [
          say('campaign.opened', { title: campaignTitle(context, campaign), count }),
          ...campaignWords(context, campaign),
        ].join('\n'),
      )
    return 0
  })
}

const dateWords = (
  { say, words }: CommandContext,
  problem: NonNullable<ReturnType<typeof dateProblem>>,
  practice: Campaign['practice'],
  year: number,
): string => {
  const date = words.say(`campaign.date.${practice}.${problem.date}`)
  if (problem.code === 'outside') return say('usage.date-outside', { date, year, next: year + 1 })
  return say('usage.date-order', { date, before: words.say(`campaign.date.${practice}.${problem.before}`) })
}

/** All of them, the latest year first. */
export const campaigns = async (options: CampaignOptions, context: CommandContext): Promise<number> =>
  withStore(context, async store => {
    const all = await listCampaigns(
      { registry: store, campaigns: store },
      { type: 'shell', at: context.now() },
    )
    if (options.json)
      context.print(JSON.stringify({ campaigns: all.map(each => campaignJson(context, each)) }))
    else if (all.length === 0) context.print(context.say('campaign.none'))
    else context.print(all.map(each => campaignTitle(context, each)).join('\n'))
    return 0
  })

export const showCampaign = async (options: CampaignOptions, context: CommandContext): Promise<number> =>
  withStore(context, async store => {
    const campaign = await readCampaign(context, store, options)
    const deps = { registry: store, campaigns: store }
    const shown = await show(deps, { type: 'shell', at: context.now() }, campaign)
    if (!shown) throw refusal(context.say('refused.not-allowed'), 1)
    if (options.json) {
      context.print(JSON.stringify({ campaign: campaignJson(context, campaign), ...shown }))
      return 0
    }
    const extended = shown.extensions.map(({ unit, until }) =>
      context.say('campaign.extended', { unit, until: dayWords(context.words, until) }),
    )
    context.print(
      [campaignTitle(context, campaign), ...campaignWords(context, campaign), ...extended].join('\n'),
    )
    return 0
  })

/** A later day for one unit. */
export const extendOne = async (
  name: string,
  options: ExtendOptions,
  context: CommandContext,
): Promise<number> => {
  const until = readDay(context, options.until) ?? ''
  return withStore(context, async (store, config) => {
    const campaign = await readCampaign(context, store, options)
    const unit = await readUnit(context, store, name)
    const { catalog } = context
    const deps = { ...recorderOf(store, auditSeal(config)), campaigns: store, catalog }
    const wish = { campaign: campaign.id, unit: unit.id, until }
    const { before } = doneOr(context, await extendUnit(deps, { type: 'shell', at: context.now() }, wish), {
      name: unit.name,
    })
    if (options.json)
      context.print(JSON.stringify({ extension: { unit: { id: unit.id, name: unit.name }, until, before } }))
    else
      context.print(
        context.say('campaign.extended', { unit: unit.name, until: dayWords(context.words, until) }),
      )
    return 0
  })
}

/** No unit joins it any more. */
export const closeOne = async (options: CampaignOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const { id } = await readCampaign(context, store, options)
    const deps = { ...recorderOf(store, auditSeal(config)), campaigns: store }
    const closed = doneOr(context, await closeCampaign(deps, { type: 'shell', at: context.now() }, id), {})
    if (options.json) context.print(JSON.stringify({ campaign: campaignJson(context, closed) }))
    else
      context.print(
        context.say('campaign.closed', { title: campaignTitle(context, { ...closed, closedAt: null }) }),
      )
    return 0
  })

/** Of those that may be seen the one of this year and obligation; without a year the latest that is open, else the latest. */
export const readCampaign = async (
  context: CommandContext,
  store: Pick<Store, 'campaigns' | 'unitGround'>,
  options: CampaignOptions,
): Promise<Campaign> => {
  const year = options.year === undefined ? null : readYear(context, options.year)
  const { obligations } = context.catalog
  const wanted =
    options.obligation === undefined ? obligations[0]?.id : readForm(context, year ?? 0, options).obligation
  const visible = await listCampaigns(
    { registry: store, campaigns: store },
    { type: 'shell', at: context.now() },
  )
  const all = visible.filter(each => each.obligation === wanted && (year ?? each.year) === each.year)
  const found = all.find(({ closedAt }) => closedAt === null) ?? all[0]
  if (!found)
    throw refusal(
      context.say(year === null ? 'campaign.none' : 'campaign.none-of-year', { year: year ?? '' }),
      1,
    )
  return found
}
