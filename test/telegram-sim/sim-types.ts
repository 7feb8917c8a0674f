// What a simulator is asked for and what it offers: the whole public face.

import type { Client } from './client-types.ts'
import type { SimClock } from './clock.ts'
import type { DeliveryStats, UpdateOptions } from './delivery-types.ts'
import type { FaultOrder, Faults } from './faults.ts'
import type { CallRecord } from './http.ts'
import type { SettleOptions } from './settle.ts'
import type { Fields, SimChat, Tap } from './types.ts'

export interface TelegramSimOptions {
  readonly token?: string
  readonly bot?: { readonly id: number; readonly username: string; readonly name: string }
  /** Where updates go from the start; the bot's own setWebhook replaces it. */
  readonly webhook?: { readonly url: string; readonly secret?: string; readonly maxConnections?: number }
  /** Where the virtual clock begins, epoch milliseconds. */
  readonly startAt?: number
  /** Use the machine's clock (benches, killed processes). */
  readonly realTime?: boolean
  /** Keep transcripts and the list of calls; false for benches. */
  readonly record?: boolean
  /** Apply Telegram's sending limits (429). */
  readonly strictRates?: boolean
  /** Awaited by `settle`: resolves when the bot's own work (its outbox) is done. */
  readonly idle?: () => Promise<unknown>
  /** Real milliseconds of silence that count as rest: 15, or 0 with `idle`. */
  readonly grace?: number
  readonly seed?: number
  readonly labels?: { readonly person?: string; readonly bot?: string }
  /** Print document sizes in transcripts (true when absent). */
  readonly showBytes?: boolean
}

export interface TelegramSim {
  readonly apiRoot: string
  readonly token: string
  readonly clock: SimClock
  readonly stats: DeliveryStats
  readonly calls: readonly CallRecord[]
  readonly violations: readonly string[]
  user(person: { id: number; name?: string; language?: string; label?: string }): Client
  group(group: { id: number; title: string; by: Client; supergroup?: boolean }): SimChat
  /** Turns a group into a supergroup: the old id is refused with migrate_to_chat_id. */
  migrate(group: SimChat, newId: number): SimChat
  chat(chatId: number): SimChat
  deactivate(chatId: number): void
  setWebhook(url: string, secret?: string, maxConnections?: number): void
  settle(options?: SettleOptions): Promise<void>
  /** Lets this much time pass, the bot living through it: retries, its own timers, and rest at each. */
  wait(ms: number, options?: SettleOptions): Promise<void>
  fail(order: FaultOrder): ReturnType<Faults['order']>
  /** The next acknowledged updates are delivered once more. */
  duplicate(order?: { kind?: string; times?: number }): void
  /** Queues an update of any kind (also kinds that do not exist yet). */
  push(kind: string, payload: Fields, options?: Partial<UpdateOptions>): number | undefined
  /** Posts a body straight to the webhook, with any secret; returns the answer. */
  postRaw(body: unknown, secret?: string): Promise<{ readonly status: number; readonly body: string }>
  /** Messages of a chat whose inline keyboard is still there. */
  liveKeyboards(chatId: number): number
  /** Labels of the reply keyboard, row by row. */
  replyKeyboard(chatId: number): string[][]
  taps(): Tap[]
  transcript(chatId: number): string
  clearTranscript(chatId: number): void
  expectRefusal(pattern: RegExp, times?: number): void
  assertClean(options?: { readonly unansweredTaps?: 'allow' }): void
  /** Called with every call as it ends; returns a function that unsubscribes. */
  onCall(listener: (record: CallRecord) => void): () => void
  stop(): Promise<void>
}
