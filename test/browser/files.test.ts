// Files on the page: chosen by the clip or dropped, seen as bubbles on their way, and the document as a page.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { takeAll, whole } from './report.ts'
import { startServed } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

const picture = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no document') }

describe('files', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  const inOffice = async (run: (visitor: Visitor) => Promise<void>) => {
    const served = await startServed()
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
    try {
      const visitor = await enter(context, served.link, '王芳')
      await run(visitor)
    } finally {
      await context.close()
      await served.stop()
    }
  }
  const uploads = (page: Page) => page.locator('#uploads > li')

  test('are sent by one choice or a drop, and one that failed says why and goes out again', () =>
    inOffice(async ({ page, words }) => {
      await page.locator('#file').setInputFiles(picture)
      await page.locator('#log li.own', { hasText: '照片.jpg' }).waitFor()
      await expect.poll(() => uploads(page).count()).toBe(0)
      await expect.poll(words).toContain('图片中的数据不能识别')

      await page.locator('#file').setInputFiles({ ...picture, buffer: Buffer.alloc(5_100_000) })
      expect(await uploads(page).innerText()).toMatch(/照片.jpg\s+5.1 MB[\s\S]*超过 5 MB/)
      await uploads(page).getByRole('button', { name: '取消' }).click()

      await page.route('**/chat/files', route => route.abort(), { times: 1 })
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['no document'], '第二份.jpg'))
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      })
      expect(await uploads(page).innerText()).toContain('第二份.jpg')
      await uploads(page).getByRole('button', { name: '重新发送' }).click()
      await page.locator('#log li.own', { hasText: '第二份.jpg' }).waitFor()
      await expect.poll(() => uploads(page).count()).toBe(0)
    }))

  test('the document opens as a page that prints, under the strict policy', () =>
    inOffice(async visitor => {
      const { page, faults } = visitor
      await takeAll(visitor, [...whole, { tap: '生成送审稿' }])
      await page.getByRole('link', { name: '打开' }).last().click()
      await page.locator('h1').waitFor()
      expect(await page.locator('h1').innerText()).toContain('示例街道')
      const printed = page.evaluate(() => new Promise(resolve => (window.print = () => resolve('printed'))))
      await page.getByRole('button', { name: '打印' }).click()
      expect(await printed).toBe('printed')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      expect(await page.getByRole('link', { name: '下载 Word' }).getAttribute('download')).toMatch(/\.docx$/)
      await page.getByRole('link', { name: '返回对话' }).click()
      await page.locator('.scripted #log li').first().waitFor()
      expect(faults).toEqual([])
    }))
})
