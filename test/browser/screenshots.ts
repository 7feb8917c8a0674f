// `npm run screenshots`: the pages as people see them, into docs/screenshots/: on a phone, with its keyboard up and on a
// desk, light and dark. Six of them stand in the READMEs; the others are for looking at.

import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { launch } from './chromium.ts'
import { mended, take, takeAll, toFigures, toFinding, toTheEnd } from './report.ts'
import { startServed } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
/** Those of the READMEs; the rest go to a folder that is not kept. */
const kept = ['start-360', 'list-360', 'number-360', 'confirm-360', 'finding-360-dark', 'finished-360']
const screens = [
  { name: '360', viewport: { width: 360, height: 740 }, hasTouch: true },
  { name: '360-keyboard', viewport: { width: 360, height: 440 }, hasTouch: true },
  { name: '1280', viewport: { width: 1280, height: 800 }, hasTouch: false },
] as const

type Shoot = (name: string, page?: Page) => Promise<void>

/** A street's report, at the moments that look different. */
const walk = async (visitor: Visitor, url: string, shoot: Shoot) => {
  const { page } = visitor
  await shoot('start')
  await takeAll(visitor, toFigures)
  await shoot('choices')
  await takeAll(visitor, toFinding)
  await shoot('finding')
  await takeAll(visitor, [...mended, { send: '53项' }])
  await shoot('number')
  await takeAll(visitor, [{ send: '116万元' }, { tap: '有' }, { tap: '自然人' }, { tap: '商业企业' }])
  await takeAll(visitor, [{ tap: '选完了' }, { send: '15' }, { send: '0' }, { tap: '予以公开' }])
  await shoot('list')
  await visitor.send('予以公开\t9\t2\t0\t0\t0\t0\n部分公开\t2\t0\t0\t0\t0\t0\n属于国家秘密\t1\t0\t0\t0\t0\t0')
  await shoot('confirm')
  for (const path of ['table', 'settings', 'device', 'leave']) {
    await page.goto(`${url}/chat/${path}`)
    await shoot(path)
  }
}

const finish = async (visitor: Visitor, shoot: Shoot) => {
  await takeAll(visitor, [...toFigures, { tap: '政府集中采购' }, { tap: '选完了' }])
  await takeAll(visitor, [{ send: '53' }, { send: '116万元' }, ...toTheEnd])
  await take(visitor, { tap: '生成送审稿' })
  await shoot('finished')
  await visitor.page.getByRole('link', { name: '打开' }).click()
  await visitor.page.locator('h1').waitFor()
  await shoot('document')
}

const shootAll = async (browser: Browser, screen: (typeof screens)[number], scheme: 'light' | 'dark') => {
  for (const act of [walk, (visitor: Visitor, _: string, shoot: Shoot) => finish(visitor, shoot)]) {
    const served = await startServed()
    const context = await browser.newContext({ ...screen, colorScheme: scheme })
    const visitor = await enter(context, served.link, '王芳')
    await act(visitor, served.url, async name => {
      const file = `${name}-${screen.name}${scheme === 'dark' ? '-dark' : ''}`
      // The status line comes and goes; the field keeps the caret.
      await visitor.page.waitForTimeout(200)
      const place = kept.includes(file) ? file : `all/${file}`
      await visitor.page.screenshot({ path: `${folder}${place}.png`, caret: 'hide' })
    })
    await context.close()
    await served.stop()
  }
}

await mkdir(`${folder}all`, { recursive: true })
const browser = await launch()
try {
  for (const screen of screens)
    for (const scheme of ['light', 'dark'] as const) await shootAll(browser, screen, scheme)
} finally {
  await browser.close()
}
