// The Telegram channel: Telegraf as the edge, a channel that sends, and the webhook's route. No work is done in
// Telegraf's handlers beyond storing and acknowledging; its sessions, scenes and webhook replies are not used.

import { Telegraf } from 'telegraf'
import type { ChatRef } from '../../app/message.ts'
import type { Limits, Receive } from '../../app/ports/channel.ts'
import type { Log } from '../../app/ports/environment.ts'
import type { Mounted } from '../mounted.ts'
import { type Api, createApi, type Network, networkOf } from './api.ts'
import { createFetchFile } from './fetch-file.ts'
import { createHandleUpdate, type GroupNotice } from './handle-update.ts'
import { createRedactor, redactError } from './redact.ts'
import { createRoutes } from './routes.ts'
import { createSend } from './send.ts'

export type TelegramOptions = {
  readonly token: string
  /** The webhook accepts each: one, or two during a rotation. At least one. */
  readonly secrets: readonly string[]
  readonly apiRoot?: string
  /** The bot's name without @; asked once, and only when it is needed, if absent. */
  readonly username?: string
  readonly receive: Receive
  /** The person blocked the bot: nothing can be sent until they come back. A rejection makes Telegram repeat it. */
  readonly onBlocked?: (chat: ChatRef) => Promise<void>
  readonly onUnblocked?: (chat: ChatRef) => Promise<void>
  readonly groupNotice?: GroupNotice
  /** Gets no words of people and no secrets. */
  readonly log?: Log
  /** Epoch milliseconds. */
  readonly now?: () => number
  /** See `RouteOptions`. */
  readonly wrongSecret?: (() => number) | undefined
  /** Calls a second; 25 when absent. */
  readonly perSecond?: number | undefined
  /** Our own time limit for one call, milliseconds; 20 s when absent. */
  readonly limitMs?: number
  /** The platform's fetch when absent. */
  readonly network?: Network | undefined
}

export type TelegramChannel = Required<Pick<Mounted, 'channel' | 'hooks' | 'link'>> & { readonly api: Api }

const nobody = async () => {}

/**
 * Bot API FAQ: about 30 messages a second in all, one a second to a chat, with short bursts, and 20 a minute to a group.
 * 25 leave room for calls that arrive late, together with the next ones.
 */
const limitsOf = (perSecond: number): Limits => ({
  whole: { everyMs: 1_000 / perSecond, burst: 4 },
  chat: chat => ({ everyMs: chat.startsWith('telegram:-') ? 3_000 : 1_000, burst: 4 }),
})

/** The name, asked of Telegram once; a failure is not remembered (Telegraf would keep it for ever). */
const createIdentity = (api: Api, given: string | undefined) => {
  let known = given ?? null
  return {
    known: () => known,
    ask: async () => {
      if (known !== null) return known
      const answer = await api('getMe', {}, 5_000)
      if (answer.ok) known = answer.result.username ?? null
      return known
    },
  }
}

/** Puts the channel together. Nothing is called until there is something to send or to take. */
export const createTelegram = (options: TelegramOptions): TelegramChannel => {
  const { token, secrets, limitMs, perSecond = 25, now = Date.now } = options
  if (secrets.every(secret => secret === '')) throw new TypeError('the webhook needs a secret')
  const redact = createRedactor([token, ...secrets])
  const log: Log = (event, fields = {}) =>
    options.log?.(
      redact(event),
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          typeof value === 'string' ? redact(value) : value,
        ]),
      ),
    )

  // Infinity: Telegraf's limit would abandon a handler that goes on working.
  const bot = new Telegraf(token, {
    telegram: { webhookReply: false },
    handlerTimeout: Number.POSITIVE_INFINITY,
  })
  // Without it Telegraf asks getMe before the first update of every process. Nothing here reads more than the id.
  bot.botInfo = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: '',
    username: options.username ?? '',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
  }
  // Telegraf's own handler prints the update. This one must throw: to swallow is to acknowledge what is not stored.
  bot.catch(error => {
    throw redactError(error, redact)
  })

  const network = options.network ?? networkOf(options)
  const api = createApi(network, redact, limitMs)
  const me = createIdentity(api, options.username)
  const handleUpdate = createHandleUpdate({
    api,
    receive: options.receive,
    username: me.ask,
    knownUsername: me.known,
    fetchFile: createFetchFile({ api, token, apiRoot: options.apiRoot, log, limitMs, network }),
    onBlocked: options.onBlocked ?? nobody,
    onUnblocked: options.onUnblocked ?? nobody,
    groupNotice: options.groupNotice ?? null,
    now,
    log,
  })
  bot.use(context => handleUpdate(context.update))

  type Update = Parameters<typeof bot.handleUpdate>[0]
  return {
    channel: { name: 'telegram', limits: limitsOf(perSecond), send: createSend(api) },
    hooks: createRoutes({
      ...{ secrets, log, wrongSecret: options.wrongSecret },
      handle: update => bot.handleUpdate(update as Update),
    }),
    link: async code => {
      const name = await me.ask()
      return name === null ? null : `https://t.me/${name}?start=${code}`
    },
    api,
  }
}
