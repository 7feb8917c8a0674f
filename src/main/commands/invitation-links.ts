// The links by which an invitation's code is taken: in the bot, where one is connected, and in a browser.

import { connect } from '../../channels/telegram/api.ts'
import { describeFailure } from '../../channels/telegram/webhook.ts'
import { webLink } from '../../channels/web/web-link.ts'
import type { Config } from '../config.ts'

export type InvitationLinks = { readonly telegram: string | null; readonly web: string }

/** `why` is why there is no bot; null when no token is set. */
export const invitationLinks = async (
  config: Config,
): Promise<{ readonly of: (code: string) => InvitationLinks; readonly why: string | null }> => {
  const bot = await botName(config)
  return {
    of: code => ({
      telegram: 'name' in bot ? `https://t.me/${bot.name}?start=${code}` : null,
      web: webLink(config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`, code),
    }),
    why: 'why' in bot ? bot.why : null,
  }
}

/** The bot's user name; without one, why there is none (null: no token is set). */
const botName = async (
  config: Config,
): Promise<{ readonly name: string } | { readonly why: string | null }> => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config
  if (!token) return { why: null }
  const answer = await connect({ token, apiRoot })('getMe', {})
  return answer.ok ? { name: answer.result.username } : { why: describeFailure(answer.failure) }
}
