// `nianbao nudges preview`: what will be sent to whom, when, and in which words.

import { previewNudges as preview } from '../../app/nudging/preview-nudges.ts'
import { isDay } from '../../district/is-day.ts'
import { momentIn } from '../../district/nudges/season-of.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { withStore } from './with-store.ts'

export type PreviewOptions = CampaignOptions & { readonly at?: string; readonly days?: string }

export const previewNudges = async (options: PreviewOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, config) => {
    const { catalog, say, words } = context
    const campaign = await readCampaign(context, store, options)
    const zone = config.TIMEZONE
    const from = readMoment(context, options.at) ?? momentIn(zone, context.now())
    const deps = { registry: store, campaigns: store, nudges: store, calendar: store, catalog, words, zone }
    const days = readDays(context, options.days)
    const read = await preview(deps, { type: 'shell', at: context.now() }, campaign, { from, days })
    if (!read) throw refusal(say('refused.not-allowed'), 1)
    if (options.json) {
      context.print(JSON.stringify(read.nudges))
      return 0
    }
    const estimate = read.estimated.map(year => say('nudges.estimated', { year }))
    const lines = read.nudges.map(({ at, stage, unit, person, channel, text }) =>
      say('nudges.line', {
        ...{ at: at.replace('T', ' '), stage, text },
        to: [unit ?? words.district('office'), person ?? ''].filter(part => part !== '').join(' '),
        way: channel === 'copy' ? say('nudges.copy') : channel,
      }),
    )
    context.print([...estimate, ...(lines.length > 0 ? lines : [say('nudges.none', { days })])].join('\n'))
    return 0
  })

const usualDays = 14
/** A season and its weekly messages are over by then. */
const mostDays = 120

const readDays = ({ say }: CommandContext, typed: string | undefined): number => {
  if (typed === undefined) return usualDays
  const days = Number(typed)
  if (!/^\d{1,3}$/.test(typed) || days < 1 || days > mostDays)
    throw refusal(say('usage.preview-days', { what: typed, most: mostDays }))
  return days
}

/** Lunar days are known between these. */
const [firstDay, afterLast] = ['2004-01-01', '2099-01-01']

/** `YYYY-MM-DD`, or with `THH:MM`, in the district's zone. */
const readMoment = ({ say }: CommandContext, typed: string | undefined): string | null => {
  if (typed === undefined) return null
  const [date = '', time = '00:00'] = typed.split('T')
  if (!isDay(date) || date < firstDay || date >= afterLast || !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw refusal(say('usage.moment', { what: typed }))
  return `${date}T${time}`
}
