// Puts the parts together: store, words, channels, receiving and delivering. The same on Node and on Workers.

import type { Hono } from 'hono'
import type { Seal } from '../app/audit.ts'
import { createDeliver, type Deliver } from '../app/deliver.ts'
import { hex } from '../app/hex.ts'
import type { Channel, Log, Receive, Store, World } from '../app/ports.ts'
import { createReceive } from '../app/receive.ts'
import { createVisits } from '../app/visits.ts'
import { createTelegram } from '../channels/telegram/telegram.ts'
import type { Assets } from '../channels/web/assets.ts'
import { createWeb, type WebOptions } from '../channels/web/web.ts'
import { dateIn } from '../district/date-in.ts'
import { startIn } from '../district/start-in.ts'
import { catalog } from '../forms/catalog.ts'
import { createWords, type Words } from '../i18n/words.ts'
import { readDocx } from '../intake/docx.ts'
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
  /** With the books of the known forms when absent. */
  readonly words?: Words
  readonly seal: Seal
  readonly store: Store
  readonly world: World
  readonly log: Log
  /** Channels besides Telegram and the web. */
  readonly channels?: readonly Channel[]
  readonly web?: { readonly assets: Assets; readonly stream?: NonNullable<WebOptions['stream']> }
}

/** A person who answers before our reply is out waits for it this long at most, so that questions keep their order. */
const longestWaitMs = 3_000

export const createNianbao = (parts: Parts): Nianbao => {
  const { config, seal, store, world, log, channels = [], words = createWords(config.LOCALE) } = parts
  const open: Channel[] = [...channels]
  const deliver = createDeliver({ store, world, words, channels: open, log })
  /** Whoever sits before the same filing sees it, too. */
  const commit: Store['commit'] = async commit => {
    const committed = await deliver.commit(commit)
    if (committed === 'done' && commit.filing) web?.changed(commit.filing.filing.id)
    return committed
  }
  const { PUBLIC_URL: publicUrl } = config
  const take = createReceive({
    store: { ...store, commit },
    world,
    words,
    log,
    seal,
    readDocument: bytes => readDocx(bytes, catalog),
    webLink: parts.web && publicUrl ? code => webLink(publicUrl, code) : undefined,
  })
  const receive: Receive = async incoming => {
    if (!deliver.isQuiet(incoming.chat))
      await Promise.race([deliver.quiet(incoming.chat), sleep(longestWaitMs)])
    const received = await take(incoming)
    if (received.repeat) deliver.wake(incoming.chat) // what it caused may not have been sent
    return received
  }
  const web = parts.web
    ? createWeb({
        ...parts.web,
        visits: createVisits({ store, world, words, receive }),
        receive,
        words: { locale: words.locale, reports: words.reports, say: words.web },
        publicUrl: publicUrl ?? null,
        now: world.now,
        id: world.id,
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
    onBlocked: chat => store.unreachable(chat, world.now()),
    groupNotice: { text: words.say('group'), button: words.say('choice.begin') },
    log,
    now: world.now,
  })
  open.push(telegram.channel)
  return { receive, deliver, web, telegram: { routes: telegram.routes, api: telegram.api } }
}

/** The real world: the clock, and chance from the platform's generator. */
export const realWorld = (zone: string): World => ({
  now: () => Date.now(),
  dateOf: at => dateIn(zone, at),
  startOf: date => startIn(zone, date),
  id: randomIds(),
})

/** Bytes are drawn for many ids at once: each draw costs more than the bytes. None is given twice. */
const randomIds = (): World['id'] => {
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
