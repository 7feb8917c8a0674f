// Two colleagues in two browsers on one filing: each sees the other's figures, and no answer lands in a wrong cell.

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needs } from '../needs.ts'
import { connect } from './connect.ts'
import { takeAll, toFigures } from './report.ts'
import { type Served, startServed, stored } from './served.ts'
import { enter, type Visitor } from './visitor.ts'

describe('two colleagues', needs('browser'), () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await connect()
  })
  afterAll(() => browser?.close())

  const inOffice = async (run: (first: Visitor, second: Visitor, served: Served) => Promise<void>) => {
    const served = await startServed()
    const contexts = [await browser.newContext(), await browser.newContext()] as const
    try {
      const first = await enter(contexts[0], served.link, '王芳')
      await takeAll(first, [...toFigures, { tap: '政府集中采购' }, { tap: '选完了' }])
      const second = await enter(contexts[1], served.colleagues, '李明')
      await second.tap('继续填报')
      await run(first, second, served)
    } finally {
      for (const context of contexts) await context.close()
      await served.stop()
    }
  }
  const last = async ({ words }: Visitor) => (await words()).slice(-400)

  test('who answers a question that the other has answered meanwhile changes no other cell', () =>
    inOffice(async (first, second, served) => {
      expect(await last(second)).toContain('2020年政府集中采购项目几项？')
      await first.send('53项')
      await second.send('54')
      expect(await last(second)).toContain('刚有修改，该条未计入')
      expect(await last(second)).toContain('现填 53')
      const { figures } = stored(await served.filing())
      expect(figures).toMatchObject({ 'disclosure.procurement.projects': '53' })
      expect(figures).not.toHaveProperty('disclosure.procurement.amount')
    }))

  test('figures that both give at the same moment stand in their own cells, and both see them', () =>
    inOffice(async (first, second, served) => {
      await second.send('采购总金额')
      expect(await last(second)).toContain('2020年采购总金额是多少？')
      await Promise.all([first.send('53项'), second.send('116万元')])
      const { figures } = stored(await served.filing())
      expect(figures).toMatchObject({
        'disclosure.procurement.projects': '53',
        'disclosure.procurement.amount': expect.stringContaining('116'),
      })
      for (const each of [first, second]) {
        await each.send('全文')
        expect(await each.words()).toContain('政府集中采购：采购项目数量 53，采购总金额 116万元')
      }
    }))
})
