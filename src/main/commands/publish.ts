// `nianbao filing publish UNIT --url ADDRESS` or `--file FILE`: records where reports are published.

import { publicationWords } from '../../app/filing/publication-words.ts'
import { publishMany } from '../../app/filing/publish-many.ts'
import { type PublicationLine, readPublications } from '../../intake/publications.ts'
import { readWebAddress } from '../../reading/web-address.ts'
import { auditSeal } from '../audit-seal.ts'
import { realEnvironment } from '../environment.ts'
import { type CampaignOptions, readCampaign } from './campaign.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { readDay } from './dates.ts'
import { readUnit } from './options.ts'
import { readSheetFile } from './read-sheet-file.ts'
import { withStore } from './with-store.ts'

export type PublishOptions = CampaignOptions & {
  readonly url?: string
  readonly file?: string
  readonly on?: string
}

/** Exit code 1 where any line was not taken; the others are recorded. */
export const publishReports = async (
  name: string | undefined,
  options: PublishOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, catalog, words } = context
  const { url, file } = options
  if ((name === undefined) === (file === undefined) || (name === undefined) !== (url === undefined))
    throw refusal(say('usage.publish'))
  const day = readDay(context, options.on)
  return withStore(context, async (store, config) => {
    const campaign = await readCampaign(context, store, options)
    const at = context.now()
    const environment = realEnvironment(config.TIMEZONE)
    const lines =
      file === undefined
        ? [await oneLine(context, store, name ?? '', url ?? '')]
        : await fileLines(context, file)
    const ports = { conversations: store, handling: store, registry: store, calendar: store }
    const deps = { ...ports, catalog, words, environment, seal: auditSeal(config) }
    const caller = { type: 'shell', at } as const
    const outcome = await publishMany(deps, caller, campaign, lines, day ?? environment.dateOf(at))
    if (options.json) context.print(JSON.stringify({ published: outcome.done, problems: outcome.problems }))
    else context.print(publicationWords(words, outcome).join('\n'))
    return outcome.problems.length > 0 ? 1 : 0
  })
}

const oneLine = async (
  context: CommandContext,
  store: Parameters<typeof readUnit>[1],
  name: string,
  typed: string,
): Promise<PublicationLine> => {
  const url = readWebAddress(typed)
  return { line: 1, name: (await readUnit(context, store, name)).name, ...(url !== undefined && { url }) }
}

const fileLines = async (context: CommandContext, file: string): Promise<readonly PublicationLine[]> =>
  readPublications(
    (await readSheetFile(context, file)).map(({ line, cells }) => ({ line, text: cells.join('\t') })),
  )
