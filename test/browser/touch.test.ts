// The page under thumbs: the keyboard comes only when it is called, a long question shows its beginning, and signing out
// asks.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { english, type Step, takeAll, toFigures, whole } from './report.ts'
import { startServed, stored } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

/** Whether the whole of this element's first line is between the bar and the choices. */
const isInSight = (page: Page, words: string) =>
  page.evaluate(wanted => {
    const lines = [...document.querySelectorAll('#log li:last-child p')]
    const line = lines.find(each => each.textContent?.includes(wanted))?.getBoundingClientRect()
    const main = document.querySelector('main')?.getBoundingClientRect()
    return !!line && !!main && line.top >= main.top && line.bottom <= main.bottom
  }, words)

describe('under thumbs', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  const inHand = async (run: (visitor: Visitor) => Promise<void>) => {
    const served = await startServed()
    const context = await browser.newContext(phone)
    try {
      await run(await enter(context, served.link, '王芳'))
    } finally {
      await context.close()
      await served.stop()
    }
  }

  test('a tap opens no keyboard, and ticks are check boxes with a state', () =>
    inHand(async visitor => {
      const { page } = visitor
      await takeAll(visitor, [...toFigures, { tap: '规范性文件' }])
      const ticked = page.getByRole('button', { name: '规范性文件', pressed: true })
      expect(await ticked.count()).toBe(1)
      await takeAll(visitor, [{ tap: '选完了' }])
      expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('text')
      // The record says what was chosen, and the question stands once.
      const words = await visitor.words()
      expect(words).toContain('已选：规范性文件')
      expect(words.split('二、主动公开。').length).toBe(2)
    }))

  test('a question of more than twenty choices stands in sight, also with the keyboard up and at 200 %', () =>
    inHand(async visitor => {
      const { page } = visitor
      await visitor.send('依申请公开')
      await takeAll(visitor, [
        { tap: '有' },
        { tap: '自然人' },
        { tap: '选完了' },
        { send: '15' },
        { send: '0' },
      ])
      expect(await page.locator('#asked .listed button').count()).toBeGreaterThan(19)
      expect(await page.locator('#asked .group').first().innerText()).toContain('较常见的')
      expect(await page.locator('#asked .group').nth(1).innerText()).toContain('（三）不予公开')
      await expect.poll(() => isInSight(page, '自然人')).toBe(true)
      await page.setViewportSize({ width: 360, height: 440 })
      await expect.poll(() => isInSight(page, '自然人')).toBe(true)
      await page.setViewportSize({ width: 640, height: 400 })
      await expect.poll(() => isInSight(page, '自然人')).toBe(true)
      await page.locator('#filter').fill('第三方')
      expect(await page.locator('#asked .listed button:visible').count()).toBe(1)
    }))

  /** Nothing but taps and what the phone's keyboard types. */
  const byThumbs = async ({ page, doing }: Visitor, steps: readonly Step[], send: string) => {
    const tap = (label: string) => page.getByRole('button', { name: label, exact: true }).last().tap()
    for (const step of steps)
      await doing(async () => {
        if ('tap' in step) return tap(step.tap)
        await page.locator('#text').tap()
        await page.keyboard.insertText(step.send)
        await tap(send)
      })
  }

  test.each([
    ['zh-CN', whole, '生成送审稿', '发送', '打开', '校验通过'],
    ['en', english, 'Make the draft', 'Send', 'Open', 'figures of the tables agree'],
  ] as const)(
    'a street files its report by thumbs alone (%s)',
    async (locale, steps, draft, send, open, done) => {
      const served = await startServed(locale)
      const context = await browser.newContext(phone)
      try {
        const visitor = await enter(context, served.link, '王芳')
        await byThumbs(visitor, steps, send)
        expect(await visitor.words()).toContain(done)
        await byThumbs(visitor, [{ tap: draft }], send)
        const { figures, texts } = stored(await served.filing())
        expect(figures).toEqual({
          'disclosure.procurement.projects': '53',
          'disclosure.procurement.amount': expect.stringContaining('116'),
        })
        expect(Object.keys(texts).sort()).toEqual(['other', 'overview', 'preamble', 'problems'])
        await visitor.page.getByRole('link', { name: open }).tap()
        await visitor.page.locator('h1').waitFor()
        expect(visitor.faults).toEqual([])
      } finally {
        await context.close()
        await served.stop()
      }
    },
  )

  test('signing out asks, and staying loses nothing', () =>
    inHand(async visitor => {
      const { page } = visitor
      await page.locator('.bar > .menu:last-child summary').tap()
      await page.getByRole('link', { name: '退出' }).tap()
      await page.getByRole('link', { name: '不退出，继续填报' }).tap()
      await page.locator('.scripted #log li').first().waitFor()
      expect(await visitor.words()).toContain('示例街道')
    }))
})
