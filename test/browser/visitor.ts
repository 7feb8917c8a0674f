// A person before the page: taps what stands there, types, and waits until the page is at rest.

import type { BrowserContext } from 'playwright-core'

export type Visitor = Awaited<ReturnType<typeof enter>>

/** Retries wait for seconds when the connection is cut. */
const patience = { timeout: 60_000 }

export const enter = async (context: BrowserContext, link: string, name: string) => {
  const page = await context.newPage()
  const asked: string[] = []
  const faults: string[] = []
  page.on('request', request => void asked.push(request.url()))
  page.on('pageerror', error => void faults.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(link)
  await page.getByRole('textbox').fill(name)
  await page.getByRole('button').first().click()
  await page.locator('.scripted #log > li').first().waitFor(patience)

  const last = () => page.locator('#asked').getAttribute('data-after')
  const isSent = () => Object.keys(localStorage).every(key => !key.startsWith('nianbao.unsent.'))
  /** Everything said is acknowledged, and what it caused stands on the page. */
  const rest = async (before: string | null) => {
    await page.waitForFunction(isSent, undefined, patience)
    await page.waitForFunction(
      seen => document.getElementById('asked')?.dataset.after !== seen,
      before,
      patience,
    )
  }
  const doing = async (act: () => Promise<unknown>) => {
    const before = await last()
    await act()
    await rest(before)
  }
  const press = (label: string) => page.getByRole('button', { name: label, exact: true }).last().click()
  const write = async (text: string) => {
    await page.locator('#text').fill(text)
    await press('发送')
  }
  return {
    page,
    /** The addresses that were asked for. */
    asked,
    /** What the browser complained of. */
    faults,
    press,
    write,
    doing,
    tap: (label: string) => doing(() => press(label)),
    send: (text: string) => doing(() => write(text)),
    words: () => page.locator('main').innerText(),
    bubbles: () => page.locator('#log > li .words').allInnerTexts(),
  }
}
