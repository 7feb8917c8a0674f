// Telegram beside the simulated processes: the simulator's world and its delivery of updates, reached through the
// scheduler instead of HTTP. It answers as it should, or with the trouble that was ordered.

import type { Network } from '../../src/channels/telegram/api.ts'
import type { Server } from '../telegram-sim/call.ts'
import { createClient } from '../telegram-sim/client.ts'
import type { Client } from '../telegram-sim/client-types.ts'
import type { SimClock } from '../telegram-sim/clock.ts'
import { createDelivery } from '../telegram-sim/delivery.ts'
import type { Delivery } from '../telegram-sim/delivery-types.ts'
import { createJournal } from '../telegram-sim/journal.ts'
import { methods } from '../telegram-sim/methods.ts'
import { createRates } from '../telegram-sim/rates.ts'
import { type Refusal, refusalOf } from '../telegram-sim/refusal.ts'
import { createWorld, type World } from '../telegram-sim/world.ts'
import type { Chances } from './chances.ts'
import type { Life } from './database.ts'
import { secret } from './machine.ts'
import type { Rates, Trouble } from './plan.ts'
import type { Scheduler } from './scheduler.ts'

/** An update on its way: the id under which it is stored, and whether it was acknowledged or given up. */
export type Update = {
  id: string
  readonly chat: number
  readonly kind: string
  readonly words: string
  readonly at: number
  /** Of a tap: its own id. */
  readonly tap: string | null
  isAcknowledged: boolean
  isDropped: boolean
}

export type Telegram = {
  readonly world: World
  readonly network: (life: Life) => Network
  readonly person: (id: number, name: string) => Client
  readonly updates: readonly Update[]
  readonly outage: (ms: number, how: Extract<Trouble, { type: 'outage' }>['how']) => void
  readonly slow: (ms: number) => void
  readonly free: () => void
  /** Does this when so many calls more are carried out. */
  readonly afterCalls: (calls: number, work: () => unknown) => void
  /** Calls that were carried out, and by which life of which process. */
  readonly carried: readonly { readonly chat: number; readonly at: number; readonly by: string }[]
  /** Calls that Telegram refused on their merits. */
  readonly refused: readonly string[]
  /** By chat: messages that were carried out without an answer, for which a copy is nobody's fault. */
  readonly unanswered: ReadonlyMap<number, number>
  /** Words for the tap itself, by the tap. */
  readonly notices: ReadonlyMap<string, string>
  /** Chats that have blocked the bot at some time. */
  readonly unreachable: ReadonlySet<number>
}

type Parts = {
  readonly scheduler: Scheduler
  readonly chance: Chances
  readonly rates: () => Rates
  readonly startAt: number
  /** Hands an update to one of the processes. */
  readonly post: (path: string, init: RequestInit) => Promise<Response>
}

export const createTelegram = ({ scheduler, chance, rates, startAt, post }: Parts): Telegram => {
  const { elapsed, after } = scheduler
  const outages: { readonly until: number; readonly how: 'flood' | 'page' | 'cut' }[] = []
  const orders: { left: number; readonly work: () => unknown }[] = []
  let slowUntil = 0
  const updates: Update[] = []
  const refused: string[] = []
  const carried: { readonly chat: number; readonly at: number; readonly by: string }[] = []
  const unanswered = new Map<number, number>()
  const unreachable = new Set<number>()
  const notices = new Map<string, string>()
  const clock: SimClock = {
    virtual: true,
    now: () => startAt + elapsed(),
    advance: () => {},
    at: (time, run) => after(time - startAt - elapsed(), 'telegram goes on', run),
    sleep: ms => new Promise(resolve => after(ms, 'telegram goes on', () => resolve())),
    next: () => undefined,
  }
  const world = createWorld(clock, { id: 7000000001, username: 'nianbao_bot', name: '年报' })
  const journal = createJournal({ enabled: false, person: '', bot: '', bytes: false })

  /** One way of a body to the product and back; each may be lost. */
  const send = async (body: string): Promise<{ status: number; retryAfter: number; body: string }> => {
    await pause(1 + chance('update way') * 40)
    if (chance('update lost') < rates().posts / 2) throw new Error('lost on the way')
    const answer = await post('/telegram', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body,
    })
    await pause(1 + chance('update way') * 40)
    if (chance('update lost') < rates().posts / 2) throw new Error('the answer is lost')
    const header = answer.headers.get('retry-after') ?? ''
    return { status: answer.status, retryAfter: /^\d+$/.test(header) ? Number(header) : 0, body: '' }
  }
  const pause = (ms: number) =>
    new Promise<void>(resolve => after(ms, 'an update is on its way', () => resolve()))

  const delivery: Delivery = createDelivery({
    clock,
    random: () => chance('delivery'),
    send: (_, body, signal) =>
      Promise.race([
        send(body),
        new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('time limit'))),
        ),
      ]),
    onReply: () => {},
    onClosed: () => {},
    onActivity: () => {},
  })
  delivery.setWebhook({ url: '/telegram', secret, maxConnections: 40, allowed: undefined })
  const noted: Delivery = {
    ...delivery,
    push: (kind, payload, options) => {
      const chat = Number(
        (payload.chat as { id?: number } | undefined)?.id ?? (payload.from as { id?: number }).id,
      )
      const { text, data } = payload
      const update: Update = {
        ...{ id: '', chat, kind, isAcknowledged: false, isDropped: false, at: elapsed() },
        words: String(text ?? data ?? kind),
        tap: kind === 'callback_query' ? String(payload.id) : null,
      }
      if (kind === 'my_chat_member') unreachable.add(chat)
      let body = ''
      const id = delivery.push(kind, payload, {
        ...options,
        onAcknowledged: () => {
          update.isAcknowledged = true
          options.onAcknowledged?.()
          if (chance('repeat') < rates().repeats)
            after(
              chance('repeat') * 60_000,
              'an old update comes again',
              () => void send(body).catch(() => {}),
            )
        },
        onDropped: () => {
          update.isDropped = true
          options.onDropped?.()
        },
      })
      update.id = String(id)
      body = JSON.stringify({ update_id: id, [kind]: payload })
      updates.push(update)
      return id
    },
  }
  const server: Server = {
    world,
    journal,
    delivery: noted,
    rates: createRates(clock.now, false),
    showBytes: false,
  }

  /** The trouble that a call meets, if any. */
  const meets = (): 'flood' | 'page' | 'cut' | 'drop' | null => {
    const outage = outages.find(({ until }) => until > elapsed())
    if (outage) return outage.how
    const roll = chance('call trouble')
    const odds = rates().calls
    if (roll >= odds) return null
    return (['flood', 'page', 'cut', 'drop'] as const)[Math.floor((roll / odds) * 4)] ?? null
  }

  const carryOut = (
    method: string,
    payload: object,
  ): { readonly result: unknown } | { readonly refusal: Refusal } => {
    const { params, files } = callOf(payload)
    const chat = Number(params.chat_id)
    try {
      const run = methods.get(method.toLowerCase())
      if (!run) return { refusal: { code: 404, description: 'Not Found: method not found' } }
      return { result: run(server, { method, params, files }) }
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      if (refusal.code === 403) unreachable.add(chat)
      else if (!refusal.tolerated) refused.push(`${method} ${chat}: ${refusal.code} ${refusal.description}`)
      return { refusal }
    }
  }

  const network = (life: Life): Network => ({
    after: (ms, work) => after(ms, `${life.name} has waited enough`, () => life.isOver || work()),
    fetch: async address => {
      await new Promise<void>(resolve => after(20, 'a file is on its way', () => resolve()))
      const path = decodeURIComponent(String(address).split(/\/file\/bot[^/]*\//)[1] ?? '')
      const file = [...world.files.values()].find(each => each.path === path)
      return file ? new Response(file.bytes.slice()) : new Response('', { status: 404 })
    },
    callApi: (method, payload, { signal }) =>
      new Promise((resolve, reject) => {
        const way = () => (elapsed() < slowUntil ? 4_000 : 30) * (0.2 + chance(`call ${life.name}`))
        const { chat_id, callback_query_id: tap, text } = payload as Readonly<Record<string, unknown>>
        const chat = Number(chat_id)
        // A courtesy that is not repeated, however its call ends.
        if (tap !== undefined && text !== undefined) notices.set(String(tap), String(text))
        const back = (answer: () => void) =>
          after(way(), `${life.name} is answered ${method}`, () => life.isOver || answer())
        const fail = (response: object) =>
          back(() => reject(Object.assign(new Error('refused'), { response })))
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        after(way(), `${life.name} calls ${method} ${JSON.stringify(payload).slice(0, 400)}`, () => {
          const trouble = meets()
          if (trouble === 'flood') {
            const retry_after = 1 + Math.floor(chance('flood') * 30)
            return fail({
              ok: false,
              error_code: 429,
              description: `Too Many Requests: retry after ${retry_after}`,
              parameters: { retry_after },
            })
          }
          if (trouble === 'page')
            return back(() =>
              reject(Object.assign(new Error('invalid json'), { name: 'FetchError', type: 'invalid-json' })),
            )
          if (trouble === 'cut')
            return back(() =>
              reject(Object.assign(new Error('reset'), { name: 'FetchError', code: 'ECONNRESET' })),
            )
          const done = carryOut(method, payload)
          if ('refusal' in done) {
            const { code: error_code, description, parameters } = done.refusal
            return fail({ ok: false, error_code, description, ...(parameters && { parameters }) })
          }
          carried.push({ chat, at: elapsed(), by: life.name })
          for (const order of orders) {
            order.left -= 1
            if (order.left === 0) after(0, 'so many calls are carried out', order.work)
          }
          const isLost = trouble === 'drop' || signal.aborted
          if (isLost) unanswered.set(chat, (unanswered.get(chat) ?? 0) + 1)
          if (trouble === 'drop')
            return back(() =>
              reject(Object.assign(new Error('reset'), { name: 'FetchError', code: 'ECONNRESET' })),
            )
          return back(() => {
            if (signal.aborted && !isLost) unanswered.set(chat, (unanswered.get(chat) ?? 0) + 1)
            resolve(done.result)
          })
        })
      }),
  })

  return {
    ...{ world, network, updates, carried, refused, unanswered, notices, unreachable },
    person: (id, name) => {
      const user = { id, name, language: 'zh-hans', label: undefined }
      return createClient(server, user, world.addChat({ id, type: 'private', title: name, user }))
    },
    afterCalls: (left, work) => void orders.push({ left, work }),
    outage: (ms, how) => void outages.push({ until: elapsed() + ms, how }),
    slow: ms => {
      slowUntil = elapsed() + ms
    },
    free: () => {
      outages.length = 0
      slowUntil = 0
    },
  }
}

type Upload = { readonly source: Uint8Array; readonly filename: string }
const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'source' in value

/** A payload as it arrives: plain data, files beside it. */
const callOf = (payload: object) => {
  const params: Record<string, unknown> = {}
  const files = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  for (const [name, value] of Object.entries(payload)) {
    if (isUpload(value)) files.set(name, { name: value.filename, bytes: value.source })
    else if (name === 'reply_markup' && typeof value === 'string') params[name] = JSON.parse(value)
    else if (value !== undefined) params[name] = JSON.parse(JSON.stringify(value))
  }
  return { params, files }
}
