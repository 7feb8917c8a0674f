// Puts the parts together: store, words, channels, receiving and delivering. The same on Node and on Workers.

import type { Hono } from 'hono'
import type { Seal } from '../app/audit.ts'
import { createReceive } from '../app/conversation/receive.ts'
import { hex } from '../app/hash-of.ts'
import { createDeliver, type Deliver } from '../app/mail/deliver.ts'
import type { Channel, Receive } from '../app/ports/channel.ts'
import type { Environment, Log } from '../app/ports/environment.ts'
import { createVisits } from '../app/views/visits.ts'
import { createTelegram } from '../channels/telegram/telegram.ts'
import type { Assets } from '../channels/web/assets.ts'
import { createWeb, type WebOptions } from '../channels/web/web.ts'
import { startIn } from '../district/start-in.ts'
import { catalog } from '../forms/catalog.ts'
import { createWebWords } from '../i18n/web-words.ts'
import { createWords } from '../i18n/words.ts'
import { readDocx } from '../intake/docx.ts'
import type { Store } from '../storage/store.ts'
import type { Config } from './config.ts'
import { webLink } from './web-link.ts'

export type Nianbao = {
  readonly receive: Receive
  readonly deliver: Deliver
  /** Null without its assets: a conversation in a terminal needs no pages. */
  readonly web: Pick<ReturnType<typeof createWeb>, 'routes' | 'end' | 'changed'> | null
  readonly telegram: { readonly routes: Hono; readonly api: ReturnType<typeof createTelegram>['api'] } | null
}

type Parts = {
  readonly config: Pick<
    Config,
    'LOCALE' | 'PUBLIC_URL' | 'TELEGRAM_BOT_TOKEN' | 'TELEGRAM_WEBHOOK_SECRET' | 'TELEGRAM_API_ROOT'
  >
  readonly seal: Seal
  readonly store: Store
  readonly environment: Environment
  readonly log: Log
  /** Channels besides Telegram and the web. */
  readonly channels?: readonly Channel[]
  readonly web?: { readonly assets: Assets; readonly stream?: NonNullable<WebOptions['stream']> }
}

export const createNianbao = (parts: Parts): Nianbao => {
  const { config, seal, store, environment, log, channels = [] } = parts
  const words = createWords(config.LOCALE)
  const open: Channel[] = [...channels]
  const ports = { conversations: store, registry: store, outbox: store, archive: store, sessions: store }
  const deliver = createDeliver({ ...ports, environment, words, channels: () => open, log })
  const { PUBLIC_URL: publicUrl } = config
  const receive = createReceive({
    ...{ ...ports, deliver, environment, words, log, seal },
    readDocument: bytes => readDocx(bytes, catalog),
    webLink: parts.web && publicUrl ? code => webLink(publicUrl, code) : undefined,
    changed: filing => web?.changed(filing),
  })
  const web = parts.web
    ? createWeb({
        ...parts.web,
        visits: createVisits({ ...ports, environment, words, receive }),
        receive,
        words: createWebWords(config.LOCALE),
        publicUrl: publicUrl ?? null,
        now: environment.now,
        id: environment.id,
        log,
      })
    : null
  if (web) open.push(web.channel)
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret } = config
  if (!token || !secret) return { receive, deliver, web, telegram: null }
  const telegram = createTelegram({
    token,
    secrets: secret.split(','),
    apiRoot: config.TELEGRAM_API_ROOT,
    receive,
    onBlocked: chat => store.unreachable(chat, environment.now()),
    groupNotice: { text: words.say('group'), button: words.say('choice.begin') },
    log,
    now: environment.now,
  })
  open.push(telegram.channel)
  return { receive, deliver, web, telegram: { routes: telegram.routes, api: telegram.api } }
}

/** The real environment: the clock, and chance from the platform's generator. */
export const realEnvironment = (zone: string): Environment => ({
  now: () => Date.now(),
  startOf: date => startIn(zone, date),
  id: randomIds(),
  sleep,
})

/** Bytes are drawn for many ids at once: each draw costs more than the bytes. None is given twice. */
const randomIds = (): Environment['id'] => {
  const drawn = new Uint8Array(8 * 256)
  let at = drawn.length
  return () => {
    if (at === drawn.length) {
      crypto.getRandomValues(drawn)
      at = 0
    }
    at += 8
    return hex(drawn.subarray(at - 8, at))
  }
}

/** Keeps no process alive. */
export const sleep = (ms: number) =>
  new Promise<void>(resolve => {
    const timer: unknown = setTimeout(resolve, ms)
    if (typeof timer === 'object' && timer && 'unref' in timer) (timer as { unref: () => void }).unref()
  })
