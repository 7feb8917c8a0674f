// `npm run vitals`: the largest paint and the slowest answer to a tap, by the browser's own entries, on a processor slowed
// four times and a line of 400 kbit/s with 150 ms: the median of five. It prints and judges nothing.

import type { Page } from 'playwright-core'
import { launch } from './chromium.ts'
import { startServed } from './served.ts'
import { enter } from './visitor.ts'

const runs = 5
const bytesPerSecond = 400_000 / 8

/** Milliseconds from the start of the load. */
const largestPaint = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve =>
        new PerformanceObserver(list => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        }),
      ),
  )

/** Milliseconds from a tap to the paint behind it; the browser tells of those from 16 ms on (Event Timing, 2.2). */
const slowestTap = async (page: Page): Promise<number> => {
  await page.evaluate(() => {
    const seen = document.documentElement.dataset
    new PerformanceObserver(list => {
      const slowest = Math.max(...list.getEntries().map(({ duration }) => duration))
      seen.slowest = String(Math.max(Number(seen.slowest ?? 0), slowest))
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
  await page.getByRole('button', { name: '规范性文件', exact: true }).last().click()
  await page.waitForTimeout(2_500)
  return page.evaluate(() => Number(document.documentElement.dataset.slowest ?? 0))
}

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0)

const browser = await launch()
const served = await startServed()
try {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const { page, tap } = await enter(context, served.link, '王芳')
  await tap('开始填报')
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const paints: number[] = []
  const taps: number[] = []
  for (let run = 0; run < runs; run += 1) {
    await page.reload({ waitUntil: 'load' })
    await page.waitForTimeout(1_000)
    paints.push(await largestPaint(page))
    taps.push(await slowestTap(page))
  }
  process.stdout.write(`LCP ${median(paints)} ms, INP ${median(taps)} ms (median of ${runs})\n`)
} finally {
  await browser.close()
  await served.stop()
}
