// Entering by a personal link over a bad line, in a real browser: two quick taps, an answer that is lost on the way, a
// server that is killed meanwhile. Everybody gets in, as one person each, and nothing of a try that failed remains.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { openLedger } from '../scenarios/ledger.ts'
import { type RealServer, startRealServer } from '../scenarios/real-server.ts'
import { connect } from './connect.ts'
import { openSlowLine, type SlowLine } from './slow-line.ts'

const sizes = process.env.LONG ? { taps: 20, lost: 20, kills: 30 } : { taps: 1, lost: 1, kills: 2 }
const name = '王芳'

type Scene = {
  readonly server: RealServer
  readonly line: SlowLine
  readonly ledger: Awaited<ReturnType<typeof openLedger>>
  /** A browser of its own, and a fresh link that it holds. */
  readonly visit: (work: (page: Page, link: string) => Promise<void>) => Promise<void>
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

describe('entering', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  const inScene = (work: (scene: Scene) => Promise<void>) => async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
    const file = join(folder, 'nianbao.db')
    const ledger = await openLedger(file, { unit: '望湖街道', level: 'street', year: 2020 })
    const server = await startRealServer({ DATABASE_FILE: file })
    const line = await openSlowLine(server.root)
    let visits = 0
    try {
      await work({
        ...{ server, line, ledger },
        visit: async act => {
          visits += 1
          const code = `invitation-code-number-${visits}`
          await ledger.invite(code, Date.now() + 86_400_000)
          const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
          try {
            const page = await context.newPage()
            await act(page, `${line.url}/chat/enter/${code}`)
            await page.goto(`${line.url}/chat`)
            expect(await page.locator('#log > li').count(), `visit ${visits} is in`).toBeGreaterThan(0)
            expect(await page.locator('header').textContent()).toContain(name)
          } finally {
            await context.close()
          }
        },
      })
      const tables = ['person', 'account', 'membership', 'session', 'position', 'reach']
      for (const table of tables)
        expect(await ledger.rows(`SELECT count(*) AS n FROM ${table}`), table).toEqual([{ n: visits }])
      const heard = `SELECT count(*) AS n FROM incoming WHERE id LIKE '%/start/%'`
      expect(await ledger.rows(heard), 'first screens').toEqual([{ n: visits }])
    } finally {
      await server.kill()
      await line.close()
      await ledger.close()
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** Opens the link and gives the name, where it is asked for. */
  const open = async (page: Page, link: string) => {
    await page.goto(link)
    const field = page.locator('#name')
    if ((await field.count()) > 0) await field.fill(name)
  }
  /** Somebody who is not in yet opens the link anew and taps. */
  const tapAgain = async (page: Page, link: string) => {
    await open(page, link)
    if (isInside(new URL(page.url()))) return
    await page.locator('button.main').click()
    await page.waitForURL(isInside)
  }
  /** Clicks where the button is, without waiting for anything. */
  const clicking = async (page: Page) => {
    const box = await page.locator('button.main').boundingBox()
    if (!box) throw new Error('there is no button')
    return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  }

  test(
    `by ${sizes.taps} double taps over a slow line lets everybody in`,
    inScene(async ({ line, visit }) => {
      for (let n = 0; n < sizes.taps; n += 1) {
        const delay = Math.round((400 * n) / (sizes.taps - 1))
        const gap = [0, 0.7, 1.3, 2][n % 4] ?? 0
        await visit(async (page, link) => {
          line.delay(0)
          await open(page, link)
          const click = await clicking(page)
          line.delay(delay)
          await click()
          await pause(gap * delay)
          await click()
          // The second tap aborts the first one's way to the chat; a late one hits whatever stands there.
          await expect.poll(() => isInside(new URL(page.url())), { timeout: 30_000 }).toBe(true)
          line.delay(0)
        })
      }
    }),
  )

  test(
    `with ${sizes.lost} answers lost on the way lets everybody in by the next tap`,
    inScene(async ({ line, ledger, visit }) => {
      for (let n = 0; n < sizes.lost; n += 1)
        await visit(async (page, link) => {
          await open(page, link)
          line.lose(n % 2 === 0 ? 'at once' : 'with its first byte')
          // A browser may send a request once more by itself when its connection is cut.
          const failed = page.waitForEvent('framenavigated', frame => frame.url().startsWith('chrome-error:'))
          await (await clicking(page))()
          await failed
          await taken(ledger, n + 1)
          line.lose(null)
          await tapAgain(page, link)
        })
      expect(line.lost()).toBeGreaterThanOrEqual(sizes.lost)
    }),
  )

  test(
    `lets everybody in whose server was killed inside it, ${sizes.kills} times`,
    inScene(async ({ server, ledger, visit }) => {
      for (let n = 0; n < sizes.kills; n += 1)
        await visit(async (page, link) => {
          await open(page, link)
          const sent = page.waitForRequest(request => request.method() === 'POST')
          await (await clicking(page))()
          await sent
          // By turns after some milliseconds, and as soon as the link is taken.
          if (n % 2 === 0) await taken(ledger, n + 1)
          else await pause((15 * n) / sizes.kills)
          await server.kill()
          await server.start()
          await tapAgain(page, link)
        })
    }),
    600_000,
  )
})

const isInside = ({ pathname }: URL): boolean => /^\/chat(\/table)?$/.test(pathname)

/** Resolves when so many links are taken. */
const taken = async (ledger: Scene['ledger'], links: number) => {
  for (let tries = 0; tries < 5_000; tries += 1) {
    const rows = await ledger.rows('SELECT count(*) AS n FROM invitation WHERE taken_at IS NOT NULL')
    if (Number(rows[0]?.n) >= links) return
    await pause(1)
  }
  throw new Error('the link is never taken')
}
