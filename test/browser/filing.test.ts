// A whole report in a real browser, from the link that `npm start` prints to the document.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../document/material.ts'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { takeAll, texts, toFigures, figures as twoFigures, whole } from './report.ts'
import { type Served, startServed, stored } from './served.ts'
import { enter } from './visitor.ts'

describe('the web chat in Chromium', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())
  const inServed = async (run: (served: Served) => Promise<void>) => {
    const served = await startServed()
    try {
      await run(served)
    } finally {
      await served.stop()
    }
  }

  test('files the report of a street by tapping and typing, and hands out the document', () =>
    inServed(async served => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
      const person = await enter(context, served.link, '王芳')
      await takeAll(person, whole)
      await person.tap('生成送审稿')
      // What is not here is zero: every part is answered, and nothing disagrees.
      const { figures } = stored(await served.filing())
      expect(figures).toEqual({
        'disclosure.procurement.projects': '53',
        'disclosure.procurement.amount': expect.stringContaining('116'),
      })
      const download = person.page.waitForEvent('download')
      await person.page.locator('a[download]').last().click()
      const file = await download
      expect(file.suggestedFilename()).toBe('示例街道2020年度政府信息公开工作年度报告（送审稿）.docx')
      const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
      await file.saveAs(join(folder, 'report.docx'))
      const words = wordsOf(await readFile(join(folder, 'report.docx')))
      await rm(folder, { recursive: true })
      for (const line of Object.values(texts).flatMap(text => text.split('\n'))) expect(words).toContain(line)
      expect(words).toContain('53')
      expect(words).toContain('116万元')
      expect(new Set(person.asked.map(url => new URL(url).origin))).toEqual(new Set([served.url]))
      expect(person.faults).toEqual([])
      await context.close()
    }))

  test('shows the whole conversation after a reload, and fits a screen of 360 px', () =>
    inServed(async served => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
      const person = await enter(context, served.link, '王芳')
      await takeAll(person, [...toFigures, ...twoFigures])
      const before = await person.bubbles()
      expect(before.length).toBeGreaterThan(6)
      await person.page.reload()
      await person.page.locator('.scripted').waitFor()
      expect(await person.bubbles()).toEqual(before)
      const wide = await person.page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(360)
      await context.close()
    }))

  test('is painted first with less than 50 KiB from the wire', () =>
    inServed(async served => {
      // A phone: on a wide screen the tables come beside the chat once it is painted.
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
      const person = await enter(context, served.link, '王芳')
      await takeAll(person, toFigures)
      const session = await context.newCDPSession(person.page)
      await session.send('Network.enable')
      await session.send('Network.setCacheDisabled', { cacheDisabled: true })
      const kinds = new Map<string, string>()
      const sizes = new Map<string, number>()
      session.on('Network.responseReceived', ({ requestId, type, response }) => {
        kinds.set(
          requestId,
          `${type} ${response.headers['Content-Encoding'] ?? response.headers['content-encoding']}`,
        )
      })
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        sizes.set(requestId, encodedDataLength)
      })
      await person.page.reload({ waitUntil: 'load' })
      const parts = await person.page.locator('link[rel=stylesheet], script').count()
      // News may be asked for meanwhile, and end between them.
      const wanted = ['Document gzip', 'Script gzip', 'Stylesheet gzip']
      const loaded = () => [...sizes.keys()].filter(id => wanted.includes(kinds.get(id) ?? ''))
      await expect.poll(() => loaded().length, { timeout: 10_000 }).toBe(1 + parts)
      expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(50 * 1024)
      await context.close()
    }))
})
