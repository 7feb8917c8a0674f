// The simulator put together: a Bot API server and its clients on loopback, the judge in tests.
// See sim-types.ts for what can be asked of it; nothing here talks to the network beyond 127.0.0.1.

import { Agent } from 'node:http'
import type { Server } from './call.ts'
import { createClient } from './client.ts'
import { realClock, virtualClock } from './clock.ts'
import { createDelivery } from './delivery.ts'
import { createFaults } from './faults.ts'
import { type CallRecord, serveHttp } from './http.ts'
import { createJournal } from './journal.ts'
import { createJudge } from './judge.ts'
import { post } from './post.ts'
import { createRates } from './rates.ts'
import { type SettleDeps, settle } from './settle.ts'
import type { TelegramSim, TelegramSimOptions } from './sim-types.ts'
import type { Fields, SimChat, SimMessage } from './types.ts'
import { botJson, chatJson, createWorld, userJson } from './world.ts'

export type { Client } from './client-types.ts'
export type { TelegramSim, TelegramSimOptions } from './sim-types.ts'

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Starts a simulator; `stop` it at the end of the test. */
export async function startTelegramSim(options: TelegramSimOptions = {}): Promise<TelegramSim> {
  const { token = '7000000001:AAtestTESTtestTESTtestTESTtestTEST000', record = true } = options
  const clock =
    options.realTime === true ? realClock() : virtualClock(options.startAt ?? Date.UTC(2026, 0, 5, 1))
  const world = createWorld(clock, {
    ...(options.bot ?? { id: 7000000001, username: 'nianbao_bot', name: '年报' }),
  })
  const judge = createJudge()
  const faults = createFaults()
  const showBytes = options.showBytes ?? true
  const person = options.labels?.person ?? '填报人'
  const journal = createJournal({
    enabled: record,
    person,
    bot: options.labels?.bot ?? '机器人',
    bytes: showBytes,
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 100 })
  const calls: CallRecord[] = []
  const listeners = new Set<(record: CallRecord) => void>()
  let activity = 0
  let flights = 0
  let called = 0

  const delivery = createDelivery({
    clock,
    random: seeded(options.seed ?? 1),
    send: (webhook, body, signal) => post(webhook.url, body, { secret: webhook.secret, agent, signal }),
    onReply: body => {
      const { method, ...params } = JSON.parse(body) as Fields
      if (typeof method === 'string') http.run({ method, params, files: new Map() })
    },
    onClosed: () => judge.note('the webhook was closed after 23 hours of 410'),
    onActivity: () => {
      activity += 1
    },
  })
  const rates = createRates(() => clock.now(), options.strictRates === true)
  const server: Server = { world, journal, delivery, rates, showBytes }
  const http = await serveHttp({
    server,
    token,
    faults,
    judge,
    onCall: call => {
      called += 1
      if (record) calls.push(call)
      for (const listener of listeners) listener(call)
    },
    onFlight: change => {
      activity += 1
      flights += change
    },
  })

  const chatOf = (id: number): SimChat => {
    const chat = world.chats.get(id)
    if (chat === undefined) throw new Error(`the simulator knows no chat ${id}`)
    return chat
  }
  const rest: SettleDeps = {
    clock,
    busy: () => delivery.busy() + flights,
    activity: () => activity,
    work: () => called + delivery.stats.acknowledged,
    idle: options.idle,
    grace: options.grace ?? (options.idle === undefined ? 15 : 0),
    explain: () => {
      const last = delivery.lastError?.message ?? 'none'
      return `${delivery.pending()} updates pending, ${flights} calls open, last error: ${last}`
    },
  }
  const sim: TelegramSim = {
    apiRoot: `http://127.0.0.1:${http.port}`,
    token,
    clock,
    stats: delivery.stats,
    calls,
    violations: judge.violations,
    user: ({ id, name, language, label }) => {
      const known = world.chats.get(id)?.user
      const user = {
        id,
        name: name ?? known?.name ?? `user${id}`,
        language: language ?? known?.language ?? 'zh-hans',
        label: label ?? known?.label,
      }
      return createClient(
        server,
        user,
        world.chats.get(id) ?? world.addChat({ id, type: 'private', title: user.name, user }),
      )
    },
    group: ({ id, title, by, supergroup = false }) => {
      const chat = world.addChat({ id, type: supergroup ? 'supergroup' : 'group', title, user: undefined })
      const standing = (status: string) => ({ user: botJson(world), status })
      const payload = {
        chat: chatJson(chat),
        from: userJson(by.user),
        date: Math.floor(clock.now() / 1000),
        old_chat_member: standing('left'),
        new_chat_member: standing('member'),
      }
      sim.push('my_chat_member', payload, { queue: `member ${id}` })
      return chat
    },
    migrate: (group, newId) => {
      group.migratedTo = newId
      return world.addChat({ id: newId, type: 'supergroup', title: group.title, user: undefined })
    },
    chat: chatOf,
    deactivate: id => {
      chatOf(id).deactivated = true
    },
    setWebhook: (url, secret = '', maxConnections = 40) =>
      delivery.setWebhook({ url, secret, maxConnections, allowed: undefined }),
    settle: wanted => settle(rest, wanted),
    wait: (ms, wanted) => settle(rest, { advance: 'all', ...wanted, until: clock.now() + ms }),
    fail: order => faults.order(order),
    duplicate: (order = {}) => delivery.duplicate(order),
    push: (kind, payload, wanted) =>
      delivery.push(kind, payload, { queue: `other ${kind}`, life: 86_400_000, ...wanted }),
    postRaw: (body, secret) => {
      const { webhook } = delivery
      if (webhook === undefined) throw new Error('no webhook is set')
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      return post(webhook.url, text, {
        secret: secret ?? webhook.secret,
        agent,
        signal: AbortSignal.timeout(60_000),
      })
    },
    liveKeyboards: id => live(chatOf(id)).length,
    replyKeyboard: id => (chatOf(id).keyboard?.rows ?? []).map(row => row.map(button => button.text)),
    taps: () => [...world.taps.values()],
    transcript: id => journal.print(id),
    clearTranscript: id => journal.clear(id),
    expectRefusal: (pattern, times) => judge.expectRefusal(pattern, times),
    assertClean: wanted => judge.assertClean(world.taps.values(), wanted?.unansweredTaps === 'allow'),
    onCall: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      delivery.stop()
      agent.destroy()
      await http.close()
    },
  }
  const { webhook } = options
  if (webhook !== undefined) sim.setWebhook(webhook.url, webhook.secret, webhook.maxConnections)
  return sim
}

const live = (chat: SimChat): SimMessage[] =>
  [...chat.messages.values()].filter(message => message.inline !== undefined)
