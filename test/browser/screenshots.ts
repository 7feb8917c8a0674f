// `npm run screenshots`: the chat as people see it, into docs/screenshots/. Three of them stand in the READMEs; the
// others are for looking at.

import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { launch } from './chromium.ts'
import { mended, take, takeAll, toFigures, toFinding, toTheEnd } from './report.ts'
import { startServed } from './served.ts'
import { enter } from './visitor.ts'

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const

await mkdir(folder, { recursive: true })
const browser = await launch()
try {
  for (const viewport of sizes) {
    const served = await startServed()
    const context = await browser.newContext({ viewport, colorScheme: 'light' })
    const visitor = await enter(context, served.link, '王芳')
    const { page } = visitor
    const shoot = async (name: string) => {
      // The field keeps the caret; a picture is quieter without it.
      await page.screenshot({ path: `${folder}${name}-${viewport.width}.png`, caret: 'hide' })
    }
    await shoot('start')
    await takeAll(visitor, [...toFigures, ...toFinding])
    await shoot('finding')
    await takeAll(visitor, [...mended, { send: '53项' }])
    await shoot('question')
    const table = await page.request.get(`${served.url}/chat/table`)
    if (table.ok()) {
      const beside = await context.newPage()
      await beside.goto(`${served.url}/chat/table`)
      await beside.screenshot({ path: `${folder}table-${viewport.width}.png`, caret: 'hide' })
      await beside.close()
    }
    await takeAll(visitor, [{ send: '116万元' }, ...toTheEnd])
    await take(visitor, { tap: '生成送审稿' })
    await shoot('finished')
    await context.close()
    await served.stop()
  }
} finally {
  await browser.close()
}
