// A Telegraf bot as both Telegraf rivals use it: no reply inside the webhook's response, no getMe at the start.
// Its connections to the Bot API stay open (seen: 100 for 100 chats), as they do against Telegram itself.

import { type Context, Telegraf } from 'telegraf'
import { botInfo, environment } from './serve.ts'

export function telegraf<C extends Context>(): Telegraf<C> {
  const bot = new Telegraf<C>(environment('TOKEN'), {
    telegram: { apiRoot: environment('API_ROOT'), webhookReply: false },
  })
  bot.botInfo = { ...botInfo }
  return bot
}
