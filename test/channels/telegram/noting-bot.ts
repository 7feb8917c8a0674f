// The channel against the Bot API server of the simulator, with an app of a few lines that notes what it is given.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Incoming, Outgoing } from '../../../src/app/message.ts'
import type { FileBody, Sent } from '../../../src/app/ports/channel.ts'
import { createTelegram } from '../../../src/channels/telegram/telegram.ts'
import { fault } from '../../../src/faults.ts'
import { startTelegramSim } from '../../telegram-sim/start-telegram-sim.ts'
import { always, choices, line, navigation, outgoing } from './fixtures.ts'

const secret = 'e2e-secret'

/** A message with an id of its own: the channel remembers unfinished ones by it. */
let lastId = 0
export const fresh = (parts: Partial<Outgoing> = {}): Outgoing => {
  lastId += 1
  return outgoing({ id: lastId.toString(16).padStart(16, '0'), ...parts })
}

export const card = (text: string, labels: readonly string[]) =>
  fresh({ kind: 'ask', lines: [line(text)], choices: choices(labels, navigation) })

export const idOf = (sent: Sent): string => {
  if (sent.type !== 'sent' || sent.message === null) throw new Error(`not sent: ${sent.type}`)
  return sent.message
}

/** `away` is how many more messages meet a database that is not there; `notice` is said to taps. */
export const startNotingBot = async () => {
  const sim = await startTelegramSim()
  const taken: Incoming[] = []
  const blocked: string[] = []
  const app = { away: 0, notice: null as string | null }
  const telegram = createTelegram({
    token: sim.token,
    secrets: [secret],
    apiRoot: sim.apiRoot,
    username: 'nianbao_bot',
    limitMs: 500,
    now: sim.clock.now,
    groupNotice: { text: '请在私聊中填报。', button: '去填报' },
    receive: async incoming => {
      if (app.away > 0) {
        app.away -= 1
        throw fault('database-unavailable')
      }
      taken.push(incoming)
      return { repeat: false, notice: app.notice }
    },
    onBlocked: async chat => void blocked.push(chat),
  })
  const server = createServer(getRequestListener(telegram.hooks.fetch))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  sim.setWebhook(`http://127.0.0.1:${port}/telegram`, secret)
  return {
    sim,
    app,
    taken,
    blocked,
    said: () => taken.map(incoming => incoming.input),
    send: (message: Outgoing, edits: string | null = null, file: FileBody | null = null): Promise<Sent> =>
      telegram.channel.send(message, edits, file, always),
    stop: async () => {
      await sim.stop()
      server.closeAllConnections()
      server.close()
    },
  }
}
