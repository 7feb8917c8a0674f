// Hono + Telegraf: one message per update, nothing stored. The most that this pair of libraries can do.

import { message } from 'telegraf/filters'
import { question } from './questions.ts'
import { serveWebhook } from './serve.ts'
import { telegraf } from './telegraf.ts'

const bot = telegraf()
bot.on(message('text'), context => context.reply(question(1)))

serveWebhook((update: Parameters<typeof bot.handleUpdate>[0]) => bot.handleUpdate(update))
