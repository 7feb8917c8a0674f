// The channels that the configuration opens. A new channel is one line in the list.

import { addressProblem } from '../app/groups/group-address.ts'
import { createLimit } from '../app/limit.ts'
import { guessLimit, postLimit, secretLimit } from '../app/limits.ts'
import type { Receive } from '../app/ports/channel.ts'
import type { Environment, Log } from '../app/ports/environment.ts'
import type { Groups } from '../app/ports/groups.ts'
import type { Outbox } from '../app/ports/outbox.ts'
import type { UseCases } from '../app/use-cases.ts'
import { createGroups } from '../channels/groups/groups.ts'
import type { Mounted } from '../channels/mounted.ts'
import { createTelegram, type TelegramOptions } from '../channels/telegram/telegram.ts'
import type { Assets } from '../channels/web/assets.ts'
import { createWeb, type WebOptions } from '../channels/web/web.ts'
import type { Words } from '../i18n/words.ts'
import type { Config } from './config.ts'

export type ChannelDeps = {
  readonly config: Pick<
    Config,
    'LOCALE' | 'PUBLIC_URL' | 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_WEBHOOK_SECRET' | 'TELEGRAM_API_ROOT'
  > &
    Partial<Pick<Config, 'TELEGRAM_PER_SECOND'>>
  readonly receive: Receive
  readonly useCases: UseCases
  readonly outbox: Pick<Outbox, 'unreachable'>
  readonly words: Words
  readonly environment: Environment
  readonly log: Log
  /** The server's own address, where it is on one machine. */
  readonly ownUrl?: string | undefined
  /** Without its assets there are no pages: a conversation in a terminal needs none. */
  readonly web?: { readonly assets: Assets; readonly stream?: NonNullable<WebOptions['stream']> } | undefined
  readonly groups: Pick<Groups, 'robotAccess'>
  /** Another way to the makers of group robots than the real one. */
  readonly groupNetwork?: typeof fetch | undefined
  /** Another way to Telegram than the real one. */
  readonly network?: TelegramOptions['network']
}

export const openChannels = (deps: ChannelDeps): readonly Mounted[] =>
  [openWeb, openTelegram, openGroups].flatMap(open => open(deps) ?? [])

const openWeb = ({
  config,
  web,
  ownUrl,
  receive,
  useCases,
  words,
  environment,
  log,
}: ChannelDeps): Mounted | null =>
  web
    ? createWeb({
        ...web,
        ...{ receive, useCases, log },
        limits: {
          post: createLimit(postLimit, environment, log),
          guess: createLimit(guessLimit, environment, log),
        },
        words: { locale: words.locale, reports: words.reports, say: words.web },
        publicUrl: config.PUBLIC_URL ?? null,
        linkBase: config.PUBLIC_URL ?? ownUrl ?? null,
        ...environment,
      })
    : null

const openTelegram = (deps: ChannelDeps): Mounted | null => {
  const { config, receive, outbox, words, environment, log } = deps
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret } = config
  if (!token || !secret) return null
  const wrongSecret = createLimit(secretLimit, environment, log)
  return createTelegram({
    token,
    wrongSecret: () => wrongSecret('all'),
    secrets: secret.split(','),
    apiRoot: config.TELEGRAM_API_ROOT,
    receive,
    onBlocked: chat => outbox.unreachable(chat, environment.now()),
    groupNotice: { text: words.say('group'), button: words.say('choice.begin') },
    log,
    perSecond: config.TELEGRAM_PER_SECOND,
    now: environment.now,
    network: deps.network,
  })
}

const openGroups = ({ groups, environment, groupNetwork: network }: ChannelDeps): readonly Mounted[] =>
  createGroups({
    ...{ groups, environment, network },
    isMakers: (kind, access) => addressProblem(kind, access) === null,
  })
