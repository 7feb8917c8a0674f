// The Bot API of the simulator without HTTP, on a virtual clock: each call takes its time there, meets Telegram's limits
// and the faults a test asks for. For thousands of chats in a moment; what travels over HTTP is the other server's.

import type { Answer, Api } from '../../src/channels/telegram/api.ts'
import { failureOf } from '../../src/channels/telegram/failure.ts'
import type { Server } from './call.ts'
import type { SimClock } from './clock.ts'
import { createJournal } from './journal.ts'
import { methods } from './methods.ts'
import { createRates } from './rates.ts'
import { refusalOf } from './refusal.ts'
import type { Fields } from './types.ts'
import { createWorld } from './world.ts'

export interface VirtualCall {
  readonly chat: number
  readonly text: string
  /** When it began, on the clock. */
  readonly at: number
  /** `null` when it was taken. */
  readonly refused: number | null
}

/** What stands in the way of a call: an error code, with the seconds of a 429; it takes `ms`, with a code or without. */
export interface VirtualFault {
  readonly code?: number
  readonly retryAfter?: number
  readonly ms?: number
}

const latencyMs = 60
/** Bot API FAQ: one message a second to a chat, and short bursts that go over it. */
const shortBurst = 5

/** A Bot API whose chats are `ids`; `fault` is asked at each call. */
export function virtualBotApi(
  clock: SimClock,
  ids: readonly number[],
  fault: (chat: number, nth: number) => VirtualFault | null = () => null,
) {
  const world = createWorld(clock, { id: 7000000001, username: 'nianbao_bot', name: '年报' })
  for (const id of ids) {
    const user = { id, name: `user${id}`, language: 'zh-hans', label: undefined }
    world.addChat({ id, type: id > 0 ? 'private' : 'supergroup', title: `${id}`, user }).started = true
  }
  const journal = createJournal({ enabled: false, person: '', bot: '', bytes: false })
  const rates = createRates(() => clock.now(), true, shortBurst)
  const server = { world, journal, rates, showBytes: false } as unknown as Server
  const calls: VirtualCall[] = []
  let underWay = 0
  let most = 0

  const carryOut = (method: string, params: Fields, met: VirtualFault | null): Answer<unknown> => {
    const refuse = (error_code: number, description: string, parameters?: object): Answer<unknown> => {
      const response = { ok: false, error_code, description, parameters }
      return { ok: false, failure: failureOf({ response }, false, text => text) }
    }
    if (met?.code) {
      const parameters = met.retryAfter === undefined ? undefined : { retry_after: met.retryAfter }
      return refuse(met.code, `Error ${met.code}`, parameters)
    }
    try {
      const run = methods.get(method.toLowerCase())
      if (!run) throw new Error(`no method ${method}`)
      return { ok: true, result: run(server, { method, params, files: new Map() }) }
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      return refuse(refusal.code, refusal.description, refusal.parameters)
    }
  }

  const api = (async (method: string, payload: object) => {
    const params = payload as Fields
    const chat = Number(params.chat_id)
    const at = clock.now()
    const met = fault(chat, calls.length)
    underWay += 1
    most = Math.max(most, underWay)
    const answer = carryOut(method, params, met)
    const failure = answer.ok ? null : answer.failure
    const refused = failure === null ? null : failure.type === 'flood' ? 429 : (met?.code ?? 400)
    calls.push({ chat, text: String(params.text), at, refused })
    await clock.sleep(met?.ms ?? latencyMs)
    underWay -= 1
    return answer
  }) as Api

  return {
    api,
    calls,
    /** The most calls that were under way at once. */
    most: () => most,
    /** The texts that lie in a chat, in their order. */
    textsIn: (id: number): readonly string[] =>
      [...(world.chats.get(id)?.messages.values() ?? [])].map(({ text = '' }) => text),
  }
}
