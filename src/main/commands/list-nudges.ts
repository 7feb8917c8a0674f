// `nianbao nudges list`: who was reminded when, how, and whether it arrived.

import { listNudges as list } from '../../app/nudging/list-nudges.ts'
import { momentIn } from '../../district/nudges/season-of.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { withStore } from './with-store.ts'

export const listNudges = async (options: CampaignOptions, context: CommandContext): Promise<number> =>
  withStore(context, async (store, { TIMEZONE: zone }) => {
    const { say, words } = context
    const campaign = await readCampaign(context, store, options)
    const deps = { registry: store, nudges: store }
    const listed = await list(deps, { type: 'shell', at: context.now() }, campaign)
    if (!listed) throw refusal(say('refused.not-allowed'), 1)
    const moments = listed.map(nudge => ({ ...nudge, at: momentIn(zone, nudge.at) }))
    if (options.json) {
      context.print(JSON.stringify(moments))
      return 0
    }
    const lines = moments.map(({ at, stage, unit, person, channel, state }) =>
      say('nudges.listed', {
        ...{ at: at.replace('T', ' '), stage, way: channel, state: say(`nudges.state.${state}`) },
        to: [unit ?? words.district('office'), person ?? ''].filter(part => part !== '').join(' '),
      }),
    )
    context.print(lines.length > 0 ? lines.join('\n') : say('nudges.none-sent'))
    return 0
  })
