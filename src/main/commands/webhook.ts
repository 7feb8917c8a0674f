// `nianbao webhook set|show|delete`: tells Telegram where we are. `set` brings the command menu up to date too.

import { menu } from '../../app/conversation/commands.ts'
import { type Api, connect } from '../../channels/telegram/api.ts'
import { syncCommands } from '../../channels/telegram/commands-menu.ts'
import { deleteWebhook, type Outcome, setWebhook, showWebhook } from '../../channels/telegram/webhook.ts'
import { createWords, type Locale } from '../../i18n/words.ts'
import type { Config } from '../config.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { instantWords } from './units.ts'
import { configOf } from './with-store.ts'

export type WebhookAction = 'set' | 'show' | 'delete'

export const webhook = async (action: WebhookAction, context: CommandContext): Promise<number> => {
  const config = configOf(context)
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_API_ROOT: apiRoot } = config
  if (!token || !secret) throw refusal(context.say('webhook.no-token'))
  const secrets = secret.split(',')
  const api = connect({ token, apiRoot, secrets })
  if (action === 'set') await set(context, config, api, secrets[0] ?? '')
  else if (action === 'show') await show(context, config, api)
  else {
    done(context, await deleteWebhook(api))
    context.print(context.say('webhook.deleted'))
  }
  return 0
}

const set = async (
  context: CommandContext,
  { PUBLIC_URL: publicUrl }: Config,
  api: Api,
  secret: string,
): Promise<void> => {
  const { say } = context
  if (!publicUrl) throw refusal(say('webhook.no-url'))
  context.print(say('webhook.set', { url: done(context, await setWebhook(api, { publicUrl, secret })) }))
  const menus = await syncCommands(api, { zh: menuIn('zh-CN'), en: menuIn('en') })
  if (!menus.ok) throw refusal(say('webhook.menu-failed', { why: menus.reason }), 1)
  const languages = menus.value.join(say('list'))
  context.print(languages === '' ? say('webhook.menu-same') : say('webhook.menu', { languages }))
}

const show = async (context: CommandContext, config: Config, api: Api): Promise<void> => {
  const { say } = context
  const { url, pending, lastError } = done(context, await showWebhook(api))
  context.print(url === '' ? say('webhook.none') : say('webhook.url', { url }))
  context.print(say('webhook.pending', { count: pending }))
  if (!lastError) return
  const at = instantWords(context, config, lastError.at)
  context.print(say('webhook.error', { at, message: lastError.message }))
}

const menuIn = (locale: Locale) => {
  const words = createWords(locale)
  return menu.map(command => ({ command, description: words.say(`command.${command}`) }))
}

const done = <T>(context: CommandContext, outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value
  throw refusal(context.say('webhook.failed', { why: outcome.reason }), 1)
}
