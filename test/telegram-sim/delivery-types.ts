// The words of delivery: webhook, update, counts, and what the queues need from outside.

import type { SimClock } from './clock.ts'
import type { WebhookAnswer } from './post.ts'
import type { Fields } from './types.ts'

export interface Webhook {
  readonly url: string
  readonly secret: string
  readonly maxConnections: number
  readonly allowed: readonly string[] | undefined
}

export interface UpdateOptions {
  readonly queue: string
  /** Milliseconds until the update is dropped. */
  readonly life: number
  readonly onAcknowledged?: () => void
  readonly onDropped?: () => void
}

export interface DeliveryStats {
  /** Updates pushed, acknowledged with 2xx, dropped at the end of their life, and POSTs made. */
  pushed: number
  acknowledged: number
  dropped: number
  attempts: number
  /** Extra deliveries on order, and 410 answers. */
  duplicates: number
  gone: number
}

export interface Delivery {
  readonly webhook: Webhook | undefined
  readonly stats: DeliveryStats
  readonly lastError: { readonly at: number; readonly message: string } | undefined
  setWebhook(webhook: Webhook | undefined): void
  /** Queues an update; returns its id, or undefined when `allowed_updates` leaves its kind out. */
  push(kind: string, payload: Fields, options: UpdateOptions): number | undefined
  /** The next `times` acknowledged updates of this kind are delivered once more, as after a lost answer. */
  duplicate(order: { readonly kind?: string; readonly times?: number }): void
  pending(): number
  /** POSTs not answered yet, and queues whose next POST may start now. */
  busy(): number
  /** Deletes everything queued (drop_pending_updates). */
  clear(): void
  stop(): void
}

export interface DeliveryDeps {
  readonly clock: SimClock
  /** A number in [0, 1). */
  readonly random: () => number
  readonly send: (webhook: Webhook, body: string, signal: AbortSignal) => Promise<WebhookAnswer>
  /** A method call inside a webhook answer. */
  readonly onReply: (body: string) => void
  readonly onClosed: () => void
  readonly onActivity: () => void
}
