// Words that wait in a tab belong to the person who typed them: nobody else who enters there sends them.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { startServed } from './served.ts'
import { enter } from './visitor.ts'

describe('a tab with unsent words', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  test('keeps them from the next person who enters there', async () => {
    const served = await startServed()
    const context = await browser.newContext()
    try {
      const { page, write } = await enter(context, served.link, '王芳')
      const cut = (url: URL) => url.pathname === '/chat/messages'
      await page.route(cut, route => (route.request().method() === 'POST' ? route.abort() : route.continue()))
      await write('全年共收到群众来信五十三件。')
      expect(await page.locator('#pending').innerText()).toContain('来信五十三件')
      await context.clearCookies()
      await page.goto(served.colleagues)
      await page.unroute(cut)
      await page.getByRole('textbox').fill('李明')
      const posts: string[] = []
      page.on('request', request => {
        if (request.method() === 'POST') posts.push(request.postData() ?? '')
      })
      await page.getByRole('button').first().click()
      await page.locator('.scripted #log > li').first().waitFor()
      expect(await page.locator('#pending').innerText()).toBe('')
      await page.locator('#text').fill('目录')
      await page.getByRole('button', { name: '发送', exact: true }).click()
      await page.getByText('目录', { exact: false }).last().waitFor()
      expect(posts.filter(body => body.includes('来信'))).toEqual([])
      expect(posts.filter(body => body.includes('目录'))).toHaveLength(1)
    } finally {
      await context.close()
      await served.stop()
    }
  })
})
