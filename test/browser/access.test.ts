// What axe-core finds on the pages of the chat, in light and dark, and how large everything is that one taps.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { faultsOn } from './axe.ts'
import { connect } from './connect.ts'
import { figures, mended, take, takeAll, toFigures, toFinding, toTheEnd } from './report.ts'
import { startServed } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

/** Each is the page at a moment that follows the one before. */
const moments: Readonly<Record<string, (visitor: Visitor) => Promise<void>>> = {
  start: async () => {},
  question: visitor => takeAll(visitor, [...toFigures, ...toFinding.slice(0, -1)]),
  finding: visitor => takeAll(visitor, toFinding.slice(-1)),
  finished: async visitor => {
    await takeAll(visitor, [...mended, ...figures.slice(2), ...toTheEnd])
    await take(visitor, { tap: '生成送审稿' })
  },
}

/** Controls that are seen and less than 44 px high or wide (WCAG 2.2, 2.5.5). */
const smallOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, input:not([type=hidden]), textarea, summary')]
      .filter(each => each.checkVisibility({ visibilityProperty: true }))
      .flatMap(each => {
        const { width, height } = each.getBoundingClientRect()
        return width < 44 || height < 44 ? [`${each.outerHTML.slice(0, 80)} ${width} × ${height}`] : []
      }),
  )

describe('the web chat for everybody', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  test('has no fault that axe knows in light and in dark, and nothing small to tap', async () => {
    const served = await startServed()
    // The policy of the page would keep axe out.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 740 } })
    const expectClean = async (page: Page, name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect([...(await faultsOn(page)), ...(await smallOn(page))], `${name}, ${colorScheme}`).toEqual([])
      }
    }
    try {
      const entrance = await context.newPage()
      await entrance.goto(served.link)
      await expectClean(entrance, 'entrance')
      const visitor = await enter(context, served.link, '王芳')
      for (const [name, reach] of Object.entries(moments)) {
        await reach(visitor)
        await expectClean(visitor.page, name)
      }
      await visitor.page.locator('#progress summary').click()
      await expectClean(visitor.page, 'opened')
      const paper =
        (await visitor.page.locator('a[href^="/chat/documents/"]').first().getAttribute('href')) ?? ''
      await visitor.page.goto(new URL(paper, served.link).href)
      await expectClean(visitor.page, 'document')
      await visitor.page.goto(new URL('/chat/table', served.link).href)
      await expectClean(visitor.page, 'tables')
    } finally {
      await context.close()
      await served.stop()
    }
  })
})
