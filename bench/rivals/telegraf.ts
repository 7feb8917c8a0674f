// A Telegraf bot as both Telegraf rivals use it: no reply inside the webhook's response, connections kept alive.
// Telegraf drops its agent for an http:// root, in each update's client again; against Telegram itself it keeps it.

import { Agent } from 'node:http'
import { type Context, Telegraf } from 'telegraf'
import { botInfo, environment } from './serve.ts'

export function telegraf<C extends Context>(): Telegraf<C> {
  const agent = new Agent({ keepAlive: true })
  const bot = new Telegraf<C>(environment('TOKEN'), {
    telegram: { apiRoot: environment('API_ROOT'), webhookReply: false },
  })
  bot.botInfo = { ...botInfo }
  bot.use((context, next) => {
    context.telegram.options.agent = agent
    return next()
  })
  return bot
}
