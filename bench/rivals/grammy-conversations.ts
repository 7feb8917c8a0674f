// The form in grammY's conversations plugin, its state on sqlite3: one loop, replayed from the log at each update.

import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from '@grammyjs/conversations'
import { Bot, type Context } from 'grammy'
import { openKeyedStore } from './keyed-store.ts'
import { asksAgain, done, figure, question, questions } from './questions.ts'
import { botInfo, environment, serveWebhook } from './serve.ts'

type Outside = ConversationFlavor<Context>

async function form(conversation: Conversation<Outside, Context>, context: Context): Promise<void> {
  const figures: number[] = []
  await context.reply(question(1))
  while (figures.length < questions) {
    const answer = await conversation.waitFor('message:text')
    const read = figure(answer.message.text)
    if (read === undefined) {
      await answer.reply(asksAgain)
      continue
    }
    figures.push(read)
    await answer.reply(figures.length < questions ? question(figures.length + 1) : done)
  }
}

const store = await openKeyedStore(environment('DATABASE_FILE'))
const bot = new Bot<Outside>(environment('TOKEN'), {
  client: { apiRoot: environment('API_ROOT') },
  botInfo: { ...botInfo },
})
bot.use(conversations({ storage: { read: key => store.get(key), write: store.set, delete: store.delete } }))
bot.use(createConversation(form))
bot.command('start', context => context.conversation.enter('form'))

serveWebhook((update: Parameters<typeof bot.handleUpdate>[0]) => bot.handleUpdate(update))
