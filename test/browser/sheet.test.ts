// The sheet under keys and hands: one walks it as a spreadsheet, pastes into it, takes back; the field in hand is never
// covered; on a desk it stands beside the chat, and each leads to the other.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { faultsOn } from './axe.ts'
import { connect } from './connect.ts'
import { type Served, startServed, stored } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

const at = (page: Page, cell: string) => page.locator(`[id="c-${cell}"]`)
const focusedOn = (page: Page) => page.evaluate(() => document.activeElement?.id.replace(/^c-/, ''))
const received = (column: string) => `requests.received.${column}`
/** What the server printed, so that it is stored. */
const isSaved = (page: Page, cell: string, value: string) =>
  page.waitForFunction(
    ([id, wanted]) => {
      const field = document.getElementById(`c-${id}`) as HTMLInputElement | null
      return field !== null && field.defaultValue === wanted && field.value === wanted
    },
    [cell, value],
    { timeout: 20_000 },
  )
/** Pastes words into the field that has the focus, as a spreadsheet copies them. */
const paste = (page: Page, text: string) =>
  page.evaluate(words => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)

/** Whether a point in the middle of each edge of the focused field is the field itself. */
const isUncovered = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLElement
    const { left, right, top, bottom } = field.getBoundingClientRect()
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const points = [
      [x, top + 2],
      [x, bottom - 2],
      [left + 2, y],
      [right - 2, y],
    ] as const
    return points.every(([across, down]) => document.elementFromPoint(across, down) === field)
  })
/** Whether the head of the field's column and the name of its row are in sight. */
const isNamed = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLElement
    const middle = field.getBoundingClientRect().left + field.clientWidth / 2
    const isSeen = (place: Element | null | undefined) => {
      const box = place?.getBoundingClientRect()
      const seen = box && document.elementFromPoint(Math.max(box.left, middle - 8), box.bottom - 3)
      return !!seen && (place?.contains(seen) || seen.contains(place as Node))
    }
    const heads = field.closest('table')?.tHead?.querySelectorAll('th[scope="col"]') ?? []
    const above = [...heads].find(cell => {
      const { left, right } = cell.getBoundingClientRect()
      return left <= middle && middle <= right
    })
    const name = field.closest('tr')?.querySelector('th')?.getBoundingClientRect()
    const seen = name && document.elementFromPoint(name.left + 4, (name.top + name.bottom) / 2)
    return (!above || isSeen(above)) && (!name || !!seen?.closest('th, td.own-name'))
  })

describe('the sheet', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  const inHand = async (
    options: BrowserContextOptions,
    run: (visitor: Visitor, served: Served) => Promise<void>,
  ) => {
    const served = await startServed()
    const context = await browser.newContext(options)
    try {
      const visitor = await enter(context, served.link, '王芳')
      await run(visitor, served)
      if (!options.bypassCSP) expect(visitor.faults).toEqual([])
    } finally {
      await context.close()
      await served.stop()
    }
  }

  test('is walked by keys, restored by Escape, and taken back by Ctrl+Z', () =>
    inHand({ viewport: { width: 1000, height: 800 } }, async ({ page }, { url, filing }) => {
      await page.goto(`${url}/chat/table`)
      await at(page, received('natural')).focus()
      for (const [key, lands] of [
        ['ArrowRight', received('business')],
        ['ArrowDown', 'requests.carried-in.business'],
        ['ArrowLeft', 'requests.carried-in.natural'],
        ['Enter', 'requests.granted.natural'],
        ['Shift+Enter', 'requests.carried-in.natural'],
        ['ArrowUp', received('natural')],
        ['Tab', received('business')],
      ] as const) {
        await page.keyboard.press(key)
        expect(await focusedOn(page), key).toBe(lands)
      }
      await page.keyboard.type('12')
      await page.keyboard.press('Enter')
      await isSaved(page, received('business'), '12')
      await at(page, received('business')).focus()
      await page.keyboard.type('77')
      await page.keyboard.press('Escape')
      expect(await at(page, received('business')).inputValue()).toBe('12')
      await page.keyboard.press('Control+z')
      await isSaved(page, received('business'), '')
      expect(stored(await filing()).figures).toEqual({})
      // Nothing more was done here.
      await page.keyboard.press('Control+z')
      await at(page, 'overview').fill('全年工作平稳。')
      await at(page, received('natural')).focus()
      await isSaved(page, 'overview', '全年工作平稳。')
      expect(stored(await filing()).texts).toEqual({ overview: ['全年工作平稳。'] })
    }))

  test('takes a block of table three, refuses one that does not fit, and saves on leaving', () =>
    inHand({ viewport: { width: 1000, height: 800 } }, async ({ page }, { url, filing }) => {
      await page.goto(`${url}/chat/table`)
      await at(page, received('natural')).focus()
      await paste(page, '15\t8\t\t\t\t\t23\r\n0\t0\t\t\t\t\t0\r\n9\t5\t\t\t\t\t\r\n2\t1\r\n')
      await isSaved(page, 'requests.partly-granted.business', '1')
      expect(stored(await filing()).figures).toEqual({
        [received('natural')]: '15',
        [received('business')]: '8',
        'requests.granted.natural': '9',
        'requests.granted.business': '5',
        'requests.partly-granted.natural': '2',
        'requests.partly-granted.business': '1',
      })
      const before = stored(await filing())
      await at(page, received('natural')).focus()
      await paste(page, '16\t若干\r\n1\t1')
      await page.locator('.told').waitFor()
      expect(await page.locator('.told').innerText()).toContain('若干')
      expect(stored(await filing())).toEqual(before)
      await page.keyboard.press('Control+z')
      await isSaved(page, received('natural'), '')
      expect(stored(await filing()).figures).toEqual({})
      // Typed, and the page is left at once.
      await at(page, 'requests.carried-in.natural').fill('3')
      await page.goto(`${url}/chat`)
      await expect
        .poll(async () => stored(await filing()).figures, { timeout: 20_000 })
        .toEqual({ 'requests.carried-in.natural': '3' })
    }))

  test('never covers the field in hand, and shows the names of its row and column', () =>
    inHand({ viewport: { width: 360, height: 440 }, hasTouch: true }, async ({ page }, { url }) => {
      await page.goto(`${url}/chat/table`)
      const keys = await page
        .locator('#tables td input[name="text"]')
        .evaluateAll(all => all.map(each => each.id.replace(/^c-/, '')))
      const some = keys.filter((_, place) => place % 7 === 0)
      expect(some.length).toBeGreaterThan(15)
      for (const key of [...some, ...some.toReversed()]) {
        await at(page, key).focus()
        expect(await isUncovered(page), key).toBe(true)
        expect(await isNamed(page), key).toBe(true)
      }
      // Nothing moves when a mark comes.
      const place = () => at(page, 'requests.carried-out.natural').boundingBox()
      await at(page, 'requests.carried-out.natural').focus()
      const before = await place()
      await page.evaluate(() => {
        for (const cell of document.querySelectorAll('#tables td.entered')) {
          cell.classList.add('marked')
          cell.insertAdjacentHTML('beforeend', '<span class="fault">⚠</span>')
        }
      })
      expect(await place()).toEqual(before)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    }))

  test('stands beside the chat on a desk, and a click in either moves the other', () =>
    inHand({ viewport: { width: 1280, height: 800 } }, async visitor => {
      const { page } = visitor
      await at(page, received('natural')).click()
      await page.locator('#asked[data-placeholder]').getByText('稍后填').waitFor()
      await page.getByText('自然人：2020年新收申请几件？').waitFor()
      await page.locator('.asked [aria-current]').waitFor()
      // The words go where one clicked.
      expect(await focusedOn(page)).toBe(received('natural'))
      const messages = await page.locator('#log > li').count()
      await at(page, 'requests.granted.business').click()
      await page
        .getByText(/商业企业.*予以公开/)
        .last()
        .waitFor()
      expect(await page.locator('#log > li').count()).toBe(messages)
      await page.keyboard.type('5')
      await page.keyboard.press('Enter')
      await isSaved(page, 'requests.granted.business', '5')
      // And back: what is asked in the chat is marked and in sight.
      await page.locator('#text').focus()
      await visitor.send('政府集中采购')
      await page.locator('.asked [id="c-disclosure.procurement.projects"]').waitFor()
      await expect
        .poll(() =>
          page.evaluate(() => {
            const asked = document.querySelector('.asked')?.getBoundingClientRect()
            return asked && asked.top > 48 && asked.bottom < innerHeight
          }),
        )
        .toBe(true)
      expect(await page.locator('main').evaluate(each => each.getBoundingClientRect().right)).toBeLessThan(
        640,
      )
    }))

  test('has no fault that axe knows beside the chat', () =>
    inHand({ viewport: { width: 1280, height: 800 }, bypassCSP: true }, async ({ page }) => {
      await at(page, received('natural')).waitFor()
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await faultsOn(page), colorScheme).toEqual([])
      }
    }))
})
