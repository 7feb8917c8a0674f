// Methods about the bot itself: who it is, its webhook, commands and menu, and the files it may fetch.

import { chatOf, type Method } from './call.ts'
import { bad, refuse } from './refusal.ts'
import type { Fields } from './types.ts'
import { botJson, chatJson } from './world.ts'

const DOWNLOAD_LIMIT = 20 * 1024 * 1024
const SCOPES = new Set(
  'default all_private_chats all_group_chats all_chat_administrators chat chat_administrators chat_member'.split(
    ' ',
  ),
)

const isTrue = (value: unknown) => value === true || value === 'true' || value === 1 || value === '1'

function commandsKey(params: Fields): string {
  const scope = params.scope ?? { type: 'default' }
  if (typeof scope !== 'object' || scope === null) return bad("Can't parse BotCommandScope JSON object")
  if (!SCOPES.has(String((scope as Fields).type)))
    bad("Can't parse BotCommandScope: Unsupported type specified")
  return JSON.stringify([scope, String(params.language_code ?? '')])
}

function readCommands(value: unknown): Fields[] {
  if (!Array.isArray(value)) return bad('Expected an Array of BotCommand')
  if (value.length > 100) bad('BOT_COMMANDS_TOO_MUCH')
  return value.map((item: Fields) => {
    const { command, description } = item
    if (typeof command !== 'string') return bad(`Can't parse BotCommand: Can't find field "command"`)
    if (typeof description !== 'string') return bad(`Can't parse BotCommand: Can't find field "description"`)
    const name = command.replace(/^\//u, '')
    if (!/^[a-z0-9_]{1,32}$/u.test(name)) bad('BOT_COMMAND_INVALID')
    if (description.length < 1 || description.length > 256) bad('BOT_COMMAND_DESCRIPTION_INVALID')
    return { command: name, description }
  })
}

function checkWebhookUrl(url: string): void {
  if (!URL.canParse(url)) bad('invalid webhook URL specified')
  const { protocol, hostname, port } = new URL(url)
  // The bot under test listens here; anywhere else Telegram wants https and one of four ports.
  if (['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return
  if (protocol !== 'https:') bad('bad webhook: An HTTPS URL must be provided for webhook')
  if (!['', '443', '80', '88', '8443'].includes(port)) {
    bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
}

export const botMethods: Readonly<Record<string, Method>> = {
  getMe: ({ world }) => ({
    ...botJson(world),
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
  }),
  setWebhook: ({ delivery }, { params }) => {
    const url = String(params.url ?? '')
    if (isTrue(params.drop_pending_updates)) delivery.clear()
    if (url === '') {
      delivery.setWebhook(undefined)
      return true
    }
    checkWebhookUrl(url)
    const secret = String(params.secret_token ?? '')
    if (secret.length > 256) bad('secret token is too long')
    if (!/^[A-Za-z0-9_-]*$/u.test(secret)) bad('secret token contains unallowed characters')
    const connections = Number(params.max_connections ?? 40)
    const allowed = Array.isArray(params.allowed_updates) ? params.allowed_updates.map(String) : undefined
    delivery.setWebhook({
      url,
      secret,
      maxConnections: Number.isInteger(connections) ? Math.min(100, Math.max(1, connections)) : 40,
      allowed: allowed === undefined || allowed.length === 0 ? delivery.webhook?.allowed : allowed,
    })
    return true
  },
  deleteWebhook: ({ delivery }, { params }) => {
    if (isTrue(params.drop_pending_updates)) delivery.clear()
    delivery.setWebhook(undefined)
    return true
  },
  getWebhookInfo: ({ delivery }) => {
    const { webhook, lastError } = delivery
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: delivery.pending(),
      ...(webhook === undefined ? {} : { max_connections: webhook.maxConnections, ip_address: '127.0.0.1' }),
      ...(webhook?.allowed === undefined ? {} : { allowed_updates: webhook.allowed }),
      ...(lastError === undefined
        ? {}
        : { last_error_date: Math.floor(lastError.at / 1000), last_error_message: lastError.message }),
    }
  },
  getUpdates: () =>
    refuse({
      code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    }),
  setMyCommands: ({ world }, { params }) => {
    world.commands.set(commandsKey(params), readCommands(params.commands))
    return true
  },
  getMyCommands: ({ world }, { params }) => world.commands.get(commandsKey(params)) ?? [],
  deleteMyCommands: ({ world }, { params }) => {
    world.commands.delete(commandsKey(params))
    return true
  },
  setMyName: ({ world }, { params }) => {
    const name = String(params.name ?? '')
    if (name.length > 64) bad('BOT_TITLE_INVALID')
    world.bot.name = name || world.bot.username
    return true
  },
  getMyName: ({ world }) => ({ name: world.bot.name }),
  setChatMenuButton: (server, call) => {
    if (call.params.chat_id !== undefined) chatOf(server, call)
    const button = (call.params.menu_button ?? { type: 'default' }) as Fields
    if (!['default', 'commands', 'web_app'].includes(String(button.type))) {
      bad("Can't parse menu button: Unsupported type specified")
    }
    return true
  },
  getChat: (server, call) => chatJson(chatOf(server, call)),
  getFile: ({ world }, { params }) => {
    const file = world.files.get(String(params.file_id ?? ''))
    if (file === undefined) return bad('invalid file_id')
    if (file.bytes.length > DOWNLOAD_LIMIT) bad('file is too big')
    world.offered.add(file.path)
    const unique = `AgAD${file.id.slice(-8)}`
    return { file_id: file.id, file_unique_id: unique, file_size: file.bytes.length, file_path: file.path }
  },
}
