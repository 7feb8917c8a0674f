// The form as a wizard scene of Telegraf, one step per question, its session on sqlite3.

import { Scenes, session } from 'telegraf'
import { openKeyedStore } from './keyed-store.ts'
import { asksAgain, done, figure, question, questions } from './questions.ts'
import { environment, serveWebhook } from './serve.ts'
import { telegraf } from './telegraf.ts'

type Talk = Scenes.WizardContext
type State = { figures?: number[] }

const ask = async (context: Talk) => {
  await context.reply(question(1))
  context.wizard.next()
}

const take = (n: number) => async (context: Talk) => {
  const read = figure(context.text ?? '')
  if (read === undefined) return context.reply(asksAgain)
  const state: State = context.wizard.state
  state.figures = [...(state.figures ?? []), read]
  await context.reply(n < questions ? question(n + 1) : done)
  return n < questions ? context.wizard.next() : context.scene.leave()
}

const steps = Array.from({ length: questions }, (_, index) => take(index + 1))
const stage = new Scenes.Stage<Talk>([new Scenes.WizardScene<Talk>('form', ask, ...steps)])
const store = await openKeyedStore(environment('DATABASE_FILE'))
const bot = telegraf<Talk>()
bot.use(session({ store: { get: store.get, set: store.set, delete: store.delete } }))
bot.use(stage.middleware())
bot.start(context => context.scene.enter('form'))

serveWebhook((update: Parameters<typeof bot.handleUpdate>[0]) => bot.handleUpdate(update))
