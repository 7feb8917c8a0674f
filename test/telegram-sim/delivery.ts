// How updates reach the bot: Telegram's delivery table, literally (WebhookActor.cpp). At least once, first in first
// out per queue, queues side by side up to max_connections, retries at once and then after 2, 4, 8 … s.

import type { Delivery, DeliveryDeps, DeliveryStats, UpdateOptions, Webhook } from './delivery-types.ts'
import type { WebhookAnswer } from './post.ts'

const ANSWER_LIMIT = 60_000
const MAX_RETRY_AFTER = 3600
const MAX_DELAY = 60
const GONE_LIMIT = 23 * 3_600_000
const QUIET_WEEK = 7 * 86_400_000

interface Update {
  readonly id: number
  readonly kind: string
  readonly body: string
  readonly options: UpdateOptions
  readonly expiresAt: number
  delay: number
  fails: number
}

interface Queue {
  readonly updates: Update[]
  cancelRetry: (() => void) | undefined
}

/** Queues with nothing in them and no webhook. */
export function createDelivery({
  clock,
  random,
  send,
  onReply,
  onClosed,
  onActivity,
}: DeliveryDeps): Delivery {
  const stats: DeliveryStats = { pushed: 0, acknowledged: 0, dropped: 0, attempts: 0, duplicates: 0, gone: 0 }
  const queues = new Map<string, Queue>()
  let ready: string[] = []
  const flying = new Set<AbortController>()
  const duplicates: { readonly kind: string | undefined; left: number }[] = []
  let webhook: Webhook | undefined
  let lastError: Delivery['lastError']
  let lastId = 100_000_000 + Math.floor(random() * 800_000_000)
  let lastPush = clock.now()
  let goneSince: number | undefined
  let stopped = false

  const nextId = (): number => {
    const quiet = clock.now() - lastPush > QUIET_WEEK
    lastPush = clock.now()
    lastId = quiet ? 1 + Math.floor(random() * 1_000_000_000) : lastId + 1
    return lastId
  }

  /** Takes the queue's head away and lets the next one go. */
  const finish = (key: string, queue: Queue) => {
    queue.updates.shift()
    if (queue.updates.length === 0) queues.delete(key)
    else ready.push(key)
  }

  const drop = (key: string, queue: Queue, update: Update) => {
    stats.dropped += 1
    update.options.onDropped?.()
    finish(key, queue)
  }

  const failed = (key: string, queue: Queue, update: Update, message: string, retryAfter: number) => {
    lastError = { at: clock.now(), message }
    let wait = Math.min(retryAfter, MAX_RETRY_AFTER)
    if (wait === 0 && update.fails > 0) {
      update.delay = Math.min(MAX_DELAY + random() * MAX_DELAY, update.delay * 2)
      wait = update.delay
    }
    update.fails += 1
    const wakeAt = clock.now() + wait * 1000
    if (wakeAt > update.expiresAt) drop(key, queue, update)
    else if (wait === 0) ready.push(key)
    else {
      queue.cancelRetry = clock.at(
        wakeAt,
        () => {
          queue.cancelRetry = undefined
          ready.push(key)
          pump()
        },
        'retry',
      )
    }
  }

  const answered = (key: string, queue: Queue, update: Update, answer: WebhookAnswer) => {
    if (answer.status === 410) {
      stats.gone += 1
      goneSince ??= clock.now()
      if (clock.now() - goneSince > GONE_LIMIT) {
        webhook = undefined
        onClosed()
      }
    } else {
      goneSince = undefined
    }
    if (answer.status < 200 || answer.status > 299) {
      failed(key, queue, update, `Wrong response from the webhook: ${answer.status}`, answer.retryAfter)
      return
    }
    if (answer.body.includes('"method"')) onReply(answer.body)
    const again = duplicates.find(
      ({ kind, left }) => left > 0 && (kind === undefined || kind === update.kind),
    )
    if (again !== undefined) {
      again.left -= 1
      stats.duplicates += 1
      ready.push(key)
      return
    }
    stats.acknowledged += 1
    update.options.onAcknowledged?.()
    finish(key, queue)
  }

  const deliver = async (target: Webhook, key: string, queue: Queue, update: Update) => {
    const control = new AbortController()
    flying.add(control)
    stats.attempts += 1
    const cancelLimit = clock.at(clock.now() + ANSWER_LIMIT, () => control.abort(), 'limit')
    const outcome = await send(target, update.body, control.signal).catch((error: unknown) => error)
    cancelLimit()
    flying.delete(control)
    onActivity()
    // The queue was cleared, or the simulator stopped, while this was under way.
    if (stopped || queues.get(key) !== queue || queue.updates[0] !== update) return
    if (outcome instanceof Error) {
      const message = control.signal.aborted
        ? 'Read timeout expired'
        : `Connection failed: ${outcome.message}`
      failed(key, queue, update, message, 0)
    } else {
      answered(key, queue, update, outcome as WebhookAnswer)
    }
    pump()
  }

  const pump = () => {
    while (!stopped && webhook !== undefined && flying.size < webhook.maxConnections) {
      const key = ready.shift()
      if (key === undefined) return
      const queue = queues.get(key)
      const update = queue?.updates[0]
      if (queue === undefined || update === undefined) continue
      if (clock.now() > update.expiresAt) drop(key, queue, update)
      else void deliver(webhook, key, queue, update)
    }
  }

  return {
    get webhook() {
      return webhook
    },
    get lastError() {
      return lastError
    },
    stats,
    setWebhook: next => {
      webhook = next
      goneSince = undefined
      pump()
    },
    push: (kind, payload, options) => {
      if (webhook?.allowed !== undefined && !webhook.allowed.includes(kind)) return undefined
      const id = nextId()
      stats.pushed += 1
      onActivity()
      const body = JSON.stringify({ update_id: id, [kind]: payload })
      const update = { id, kind, body, options, expiresAt: clock.now() + options.life, delay: 1, fails: 0 }
      const queue = queues.get(options.queue)
      if (queue === undefined) {
        queues.set(options.queue, { updates: [update], cancelRetry: undefined })
        ready.push(options.queue)
        pump()
      } else {
        queue.updates.push(update)
      }
      return id
    },
    duplicate: ({ kind, times = 1 }) => {
      duplicates.push({ kind, left: times })
    },
    pending: () => [...queues.values()].reduce((sum, queue) => sum + queue.updates.length, 0),
    busy: () => flying.size + (webhook === undefined ? 0 : ready.length),
    clear: () => {
      for (const queue of queues.values()) queue.cancelRetry?.()
      queues.clear()
      ready = []
    },
    stop: () => {
      stopped = true
      for (const queue of queues.values()) queue.cancelRetry?.()
      for (const control of flying) control.abort()
    },
  }
}
