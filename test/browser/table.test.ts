// Typing into the tables as on paper: no figure is lost however fast it is typed, and the chat knows each of them.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { startServed } from './served.ts'
import { enter } from './visitor.ts'

describe('the tables beside the chat', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  test('keep figures that are typed from cell to cell without a pause', async () => {
    const served = await startServed()
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    try {
      const { page, faults } = await enter(context, served.link, '王芳')
      await page.goto(new URL('/chat/table', page.url()).href)
      const fields = page.locator('#tables input[name="text"]')
      await fields.first().focus()
      const typed = ['11', '12', '13', '24', '25', '26']
      for (const figure of typed) {
        await page.keyboard.type(figure, { delay: 20 })
        await page.keyboard.press('Tab')
      }
      // What was typed is what the server printed: each field is saved.
      await page.waitForFunction(
        figures =>
          [...document.querySelectorAll<HTMLInputElement>('#tables input[name="text"]')]
            .slice(0, figures.length)
            .every((field, at) => field.value === figures[at] && field.defaultValue === figures[at]),
        typed,
        { timeout: 60_000 },
      )
      await page.reload()
      const values = await fields.evaluateAll(all => all.map(each => (each as HTMLInputElement).value))
      expect(values.slice(0, typed.length)).toEqual(typed)
      // One that is typed and left at once is saved on the way out.
      await fields.nth(6).fill('37')
      await page.goto(new URL('/chat', page.url()).href)
      await expect
        .poll(async () => (await page.request.get(new URL('/chat/table', page.url()).href)).text(), {
          timeout: 20_000,
        })
        .toContain('value="37"')
      expect(faults).toEqual([])
    } finally {
      await context.close()
      await served.stop()
    }
  }, 90_000)

  test('keep what is typed into a field while its earlier figure is under way', async () => {
    const served = await startServed()
    const context = await browser.newContext()
    try {
      const { page, faults } = await enter(context, served.link, '王芳')
      await page.goto(new URL('/chat/table', page.url()).href)
      const fields = page.locator('#tables input[name="text"]')
      const held = Promise.withResolvers<void>()
      const isSave = (url: URL) => url.pathname === '/chat/table'
      await page.route(isSave, async route => {
        if (route.request().method() === 'POST') await held.promise
        await route.continue()
      })
      const leaves = page.waitForRequest(
        request => request.method() === 'POST' && isSave(new URL(request.url())),
      )
      await fields.first().fill('5')
      await fields.nth(1).focus()
      await leaves
      await fields.first().focus()
      await page.keyboard.press('End')
      await page.keyboard.type('6')
      held.resolve()
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('#tables input[name="text"]')?.defaultValue === '5',
      )
      expect(await fields.first().inputValue()).toBe('56')
      await fields.nth(1).focus()
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('#tables input[name="text"]')?.defaultValue === '56',
      )
      await page.reload()
      expect(await fields.first().inputValue()).toBe('56')
      expect(await page.locator('.told').count()).toBe(0)
      expect(faults).toEqual([])
    } finally {
      await context.close()
      await served.stop()
    }
  })
})
