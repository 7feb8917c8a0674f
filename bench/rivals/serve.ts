// What the rivals' servers have in common: Hono on @hono/node-server with /healthz and the webhook.
// The secret is compared here, as any bot in service would.

import { timingSafeEqual } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

export const environment = (name: string): string => {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is not set`)
  return value
}

export const botInfo = {
  id: 42,
  is_bot: true,
  first_name: 'Bench',
  username: 'bench_bot',
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
} as const

/** `handle` gets the update's JSON; the webhook answers 200 when it is through. */
export function serveWebhook<U>(handle: (update: U) => Promise<void>): void {
  const secret = Buffer.from(environment('SECRET'))
  const app = new Hono()
  app.get('/healthz', context => context.text('ok'))
  app.post('/telegram', async context => {
    const given = Buffer.from(context.req.header('x-telegram-bot-api-secret-token') ?? '')
    if (given.length !== secret.length || !timingSafeEqual(given, secret)) return context.body(null, 401)
    await handle(await context.req.json<U>())
    return context.body(null, 200)
  })
  serve({ fetch: app.fetch, hostname: environment('HOST'), port: Number(environment('PORT')) })
}
