// A whole report without a mouse: answers are typed, and arrow keys lead to the choices above the field.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { figures, toFigures, toTheEnd } from './report.ts'
import { startServed, stored } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

/** Far more keys than any list has rows. */
const mostKeys = 40

describe('by the keyboard alone', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  const choose = async ({ page }: Visitor, label: string) => {
    const here = () => page.evaluate(() => document.activeElement?.textContent?.trim())
    for (let keys = 0; keys < mostKeys && (await here()) !== label; keys += 1)
      await page.keyboard.press(
        (await page.evaluate(() => document.activeElement?.id)) === 'text' ? 'ArrowUp' : 'ArrowDown',
      )
    expect(await here()).toBe(label)
    await page.keyboard.press('Enter')
  }

  const write = async ({ page }: Visitor, text: string) => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    // Any key leads to the field, and the letter stands in it.
    const [first = '', ...rest] = text
    await page.keyboard.press(/\d/.test(first) ? first : 'a')
    if (!/\d/.test(first)) {
      await page.keyboard.press('Backspace')
      await page.keyboard.insertText(first)
    }
    await page.keyboard.insertText(rest.join(''))
    await page.keyboard.press('Enter')
  }

  test('a street files its report', async () => {
    const served = await startServed()
    const context = await browser.newContext()
    try {
      const visitor = await enter(context, served.link, '王芳')
      for (const step of [...toFigures, ...figures, ...toTheEnd])
        await visitor.doing(() => ('tap' in step ? choose(visitor, step.tap) : write(visitor, step.send)))
      expect(stored(await served.filing()).figures).toMatchObject({ 'disclosure.procurement.projects': '53' })
      expect(await visitor.words()).toContain('校验通过')
      expect(visitor.faults).toEqual([])
    } finally {
      await context.close()
      await served.stop()
    }
  })
})
