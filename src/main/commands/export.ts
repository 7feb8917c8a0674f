// `nianbao filing export --kind KIND -o FILE`: a file that the office takes out of a campaign.

import { officeFile } from '../../app/exports/office-file.ts'
import { officeKinds } from '../../app/message.ts'
import { realEnvironment } from '../environment.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { refuseUnwritable } from './refuse-unwritable.ts'
import { save } from './render.ts'
import { settleCampaigns } from './settle-campaigns.ts'
import { withStore } from './with-store.ts'

export type ExportOptions = CampaignOptions & { readonly kind: string; readonly output: string }

export const exportFile = async (options: ExportOptions, context: CommandContext): Promise<number> => {
  const { say, catalog, words } = context
  const kind = officeKinds.find(each => each === options.kind)
  if (!kind) throw refusal(say('usage.one-of', { what: options.kind, all: officeKinds.join(say('list')) }))
  return withStore(context, async (store, config) => {
    await settleCampaigns(context, store, config)
    const campaign = await readCampaign(context, store, options)
    await refuseUnwritable(context, options.output)
    const ports = { registry: store, campaigns: store, collected: store }
    const deps = { ...ports, catalog, words, environment: realEnvironment(config.TIMEZONE) }
    const file = await officeFile(deps, { type: 'shell', at: context.now() }, campaign, kind)
    if (!file) throw refusal(say('refused.not-allowed'), 1)
    await save(context, options.output, file.body)
    const { output } = options
    if (options.json)
      context.print(JSON.stringify({ export: { kind, file: output, bytes: file.body.length } }))
    else context.print(say('export.made', { file: output }))
    return 0
  })
}
