// The way to the Bot API on Node, over connections that stay open: undici's own request builds no Request, Response or
// stream of the web around each call, as fetch does.

import { Agent } from 'undici'
import { type Network, networkOf } from '../channels/telegram/api.ts'
import type { Config } from './config.ts'

/** No network without a bot. `end` cuts what is under way. */
export const createBotApi = ({
  TELEGRAM_BOT_TOKEN: token,
  TELEGRAM_API_ROOT: apiRoot,
}: Pick<Config, 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_API_ROOT'>): {
  readonly network: Network | undefined
  readonly end: () => Promise<void>
} => {
  const agent = new Agent()
  const network =
    token &&
    networkOf({ token, apiRoot }, async ({ origin, path }, { type, bytes: body }, signal) => {
      const headers = { 'content-type': type }
      const answer = await agent.request({ origin, path, method: 'POST', headers, body, signal })
      return { status: answer.statusCode, text: await answer.body.text() }
    })
  return { network: network || undefined, end: () => agent.destroy() }
}
