// Words that are typed and not sent stay in the field: through a reload, the tables, a refusal; and words that were sent
// without a connection go out from the next tab.

import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { startServed } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

describe('words in the field', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  test('are kept until they are sent, and given back when they are refused', async () => {
    const served = await startServed()
    const context = await browser.newContext()
    try {
      const visitor = await enter(context, served.link, '王芳')
      await visitor.send('总体情况')
      await survives(visitor)
      await isGivenBack(visitor)
      await opensWhole(visitor)
      await goesOutFromTheNextTab(context, visitor)
      await isClearedByLeaving(context, served.url)
    } finally {
      await context.close()
      await served.stop()
    }
  })

  const survives = async ({ page }: Visitor) => {
    const field = page.locator('#text')
    await field.fill('年初调整领导小组，')
    await page.reload()
    await page.locator('.scripted').waitFor()
    expect(await field.inputValue()).toBe('年初调整领导小组，')
    await page.goto(new URL('/chat/table', page.url()).href)
    await page.goto(new URL('/chat', page.url()).href)
    await page.locator('.scripted').waitFor()
    expect(await field.inputValue()).toBe('年初调整领导小组，')
  }

  const isGivenBack = async ({ page, press }: Visitor) => {
    const long = '字'.repeat(120_000)
    const field = page.locator('#text')
    await field.fill(long)
    await press('发送')
    await expect.poll(() => page.locator('#status').innerText(), { timeout: 20_000 }).toMatch(/过长|超过/)
    expect((await field.inputValue()).length).toBe(long.length)
    await field.fill('')
  }

  const opensWhole = async ({ page, send, doing, press, words }: Visitor) => {
    const field = page.locator('#text')
    for (const line of ['年初调整领导小组。', '全年举办两次培训。']) await send(line)
    await page.getByRole('button', { name: '修改原文' }).click()
    expect(await field.inputValue()).toBe('年初调整领导小组。\n全年举办两次培训。')
    await field.fill('年初调整领导小组。\n全年举办三次培训。')
    await page.reload()
    await page.locator('.scripted').waitFor()
    expect(await page.locator('#editing').isVisible()).toBe(true)
    expect(await field.inputValue()).toContain('三次')
    await doing(() => press('发送'))
    expect(await field.inputValue()).toBe('')
    await send('全文')
    const [, preview = ''] = (await words()).split('一、总体情况').slice(-2)
    expect(preview).toContain('全年举办三次培训。')
    expect(preview).not.toContain('全年举办两次培训。')
    await send('总体情况')
  }

  const goesOutFromTheNextTab = async (context: BrowserContext, { page, write }: Visitor) => {
    await context.setOffline(true)
    await write('逐月检查各栏目更新情况，发现问题当场指出。')
    await page.locator('#pending li').waitFor()
    const address = page.url()
    await page.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(address)
    await next.locator('#log li.own', { hasText: '逐月检查各栏目' }).waitFor()
    await expect.poll(() => next.locator('#pending').innerText()).toBe('')
    await next.locator('#text').fill('不留在这台设备上')
  }

  const isClearedByLeaving = async (context: BrowserContext, url: string) => {
    const page = await context.newPage()
    await page.goto(`${url}/chat/leave`)
    await page.getByRole('button', { name: '确认退出' }).click()
    await page.getByText('已退出').first().waitFor()
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('不留在')
  }
})
