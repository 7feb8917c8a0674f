// The connection is cut in the middle of a filing, at moments drawn from a seed: no answer is lost, none doubled.

import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { take, whole } from './report.ts'
import { startServed, stored } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

const cuts = process.env.LONG ? 20 : 5
const seed = 20_201_231

/** mulberry32: the same moments at each run. */
const createChance = (from: number) => {
  let state = from
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

let happened = 0
/** Lets one request of a kind fail, and no other. */
const once = async (page: Page, url: string, method: string, fail: (route: Route) => Promise<void>) => {
  let isDone = false
  await page.route(url, async route => {
    if (isDone || route.request().method() !== method) return route.fallback()
    isDone = true
    happened += 1
    await fail(route)
  })
}
const unheard = async (route: Route) => {
  await route.fetch()
  await route.abort()
}

type Kind = (context: BrowserContext, page: Page) => Promise<unknown>
const kinds: Readonly<Record<string, Kind>> = {
  'the answer never leaves': (_, page) => once(page, '**/chat/messages', 'POST', route => route.abort()),
  'the answer arrives, the acknowledgement does not': (_, page) =>
    once(page, '**/chat/messages', 'POST', unheard),
  'the news are lost': (_, page) => once(page, '**/chat/news*', 'GET', unheard),
  'no network for a while': async (context, page) => {
    await context.setOffline(true)
    happened += 1
    void page.waitForTimeout(700).then(() => context.setOffline(false))
  },
  'the page is loaded anew with the answer unacknowledged': (_, page) =>
    once(page, '**/chat/messages', 'POST', async route => {
      await unheard(route)
      await page.reload()
    }),
}

/** The conversation without what differs between two filings of the same: ids and times. */
const historyOf = ({ page }: Visitor) =>
  page.evaluate(async () => {
    const answer = await fetch('/chat/messages?after=0')
    const list = (await answer.json()) as readonly { kind: string; text: string; edits: number | null }[]
    return list.map(({ kind, text, edits }) => ({ kind, text, edits: edits !== null }))
  })

describe('a connection that breaks', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  const fileWith = async (planned: ReadonlyMap<number, readonly Kind[]>) => {
    const served = await startServed()
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    try {
      const person = await enter(context, served.link, '王芳')
      for (const [place, step] of whole.entries()) {
        for (const cut of planned.get(place) ?? []) await cut(context, person.page)
        await take(person, step)
        await context.setOffline(false)
      }
      const seen = await person.bubbles()
      const history = await historyOf(person)
      await person.page.reload()
      await person.page.locator('.scripted').waitFor()
      expect(await person.bubbles(), 'what stands on the page is what is stored').toEqual(seen)
      return { history, ...stored(await served.filing()) }
    } finally {
      await context.close()
      await served.stop()
    }
  }

  test(`${cuts} times loses no answer and doubles none`, { timeout: 600_000 }, async () => {
    const chance = createChance(seed)
    const planned = new Map<number, Kind[]>()
    const each = Object.values(kinds)
    for (let n = 0; n < cuts; n += 1) {
      const place = chance(whole.length)
      const kind = each[n % each.length]
      if (kind) planned.set(place, [...(planned.get(place) ?? []), kind])
    }
    const smooth = await fileWith(new Map())
    expect(await fileWith(planned)).toEqual(smooth)
    expect(happened).toBe(cuts)
  })
})
