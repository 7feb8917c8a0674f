// POST /telegram: where Telegram delivers updates. It answers 2xx only when the update is stored or needs no storing,
// says nothing without the secret, and never answers 410, which would close the webhook.

import { Hono } from 'hono'
import type { Log } from '../../app/ports/environment.ts'
import { errorFields, mayPass } from '../../faults.ts'
import { readBody } from './body.ts'
import { whereOf } from './redact.ts'
import { createSecretCheck } from './secret.ts'
import { updateIdSchema } from './update-schema.ts'

export type RouteOptions = {
  readonly secrets: readonly string[]
  readonly handle: (update: { readonly update_id: number }) => Promise<void>
  readonly log: Log
  /** A try with a wrong secret; 0 when it is let through, else the milliseconds to wait. */
  readonly wrongSecret?: (() => number) | undefined
}

export const webhookPath = '/telegram'
const secretHeader = 'x-telegram-bot-api-secret-token'
/** The largest update seen is some tens of KiB. */
const maxBytes = 1024 * 1024
/** Seconds; Telegram obeys up to 3,600 (tdlib/telegram-bot-api, WebhookActor.cpp). */
const retryAfter = '5'

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The route as an application of its own, to be mounted at the root. */
export const createRoutes = ({ secrets, handle, log, wrongSecret = () => 0 }: RouteOptions): Hono => {
  const isSecret = createSecretCheck(secrets)
  const routes = new Hono()
  routes.post(webhookPath, async c => {
    if (!isSecret(c.req.header(secretHeader))) {
      const waitMs = wrongSecret()
      if (waitMs > 0) return c.body(null, 429, { 'Retry-After': `${Math.ceil(waitMs / 1_000)}` })
      return c.body(null, 401)
    }
    const body = await readBody(c.req, maxBytes)
    if (body === null) return c.body(null, 413)
    const update = parse(body)
    if (!updateIdSchema.safeParse(update).success) return c.body(null, 400)
    try {
      await handle(update as { update_id: number })
      return c.body(null, 200)
    } catch (error) {
      log('telegram.update-failed', { ...errorFields(error), where: whereOf(error) })
      if (mayPass(error)) return c.body(null, 503, { 'Retry-After': retryAfter })
      return c.body(null, 500)
    }
  })
  return routes
}
