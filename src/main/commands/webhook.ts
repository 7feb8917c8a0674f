// `nianbao webhook set|show|delete`: tells Telegram where we are. `set` brings the command menu up to date too.

import { menu } from '../../app/conversation/commands.ts'
import { type Api, connect } from '../../channels/telegram/api.ts'
import { syncCommands } from '../../channels/telegram/commands-menu.ts'
import { deleteWebhook, type Outcome, setWebhook, showWebhook } from '../../channels/telegram/webhook.ts'
import { createWords, type Locale } from '../../i18n/words.ts'
import type { Config } from '../config.ts'
import { type Desk, refusal } from './desk.ts'
import { instantWords } from './units.ts'
import { configOf } from './with-store.ts'

export type WebhookAction = 'set' | 'show' | 'delete'

export const webhook = async (action: WebhookAction, desk: Desk): Promise<number> => {
  const config = configOf(desk)
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_API_ROOT: apiRoot } = config
  if (!token || !secret) throw refusal(desk.words('webhook.no-token'))
  const secrets = secret.split(',')
  const api = connect({ token, apiRoot, secrets })
  if (action === 'set') await set(desk, config, api, secrets[0] ?? '')
  else if (action === 'show') await show(desk, config, api)
  else {
    done(desk, await deleteWebhook(api))
    desk.print(desk.words('webhook.deleted'))
  }
  return 0
}

const set = async (
  desk: Desk,
  { PUBLIC_URL: publicUrl }: Config,
  api: Api,
  secret: string,
): Promise<void> => {
  const { words } = desk
  if (!publicUrl) throw refusal(words('webhook.no-url'))
  desk.print(words('webhook.set', { url: done(desk, await setWebhook(api, { publicUrl, secret })) }))
  const menus = await syncCommands(api, { zh: menuIn('zh-CN'), en: menuIn('en') })
  if (!menus.ok) throw refusal(words('webhook.menu-failed', { why: menus.reason }), 1)
  const languages = menus.value.join(words('list'))
  desk.print(languages === '' ? words('webhook.menu-same') : words('webhook.menu', { languages }))
}

const show = async (desk: Desk, config: Config, api: Api): Promise<void> => {
  const { words } = desk
  const { url, pending, lastError } = done(desk, await showWebhook(api))
  desk.print(url === '' ? words('webhook.none') : words('webhook.url', { url }))
  desk.print(words('webhook.pending', { count: pending }))
  if (!lastError) return
  const at = instantWords(desk, config, lastError.at)
  desk.print(words('webhook.error', { at, message: lastError.message }))
}

const menuIn = (locale: Locale) => {
  const words = createWords(locale)
  return menu.map(command => ({ command, description: words.say(`command.${command}`) }))
}

const done = <T>(desk: Desk, outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value
  throw refusal(desk.words('webhook.failed', { why: outcome.reason }), 1)
}
