// The report this product was asked for, through the simulator, real HTTP and real Telegraf.

import { expect, test } from 'vitest'
import { openOffice } from './office.ts'

test('walks', async () => {
  const office = await openOffice({ unit: '戚家山街道', level: 'street', year: 2020 })
  const { sim } = office
  const user = sim.user({ id: 1001, name: '李' })
  user.start(await office.invite())
  await sim.settle()
  const steps: (() => void)[] = [
    () => user.tap('开始填报'),
    () => user.send('2020年戚家山街道认真做好公开工作，现汇报如下：'),
    () => user.send('（一）加强组织领导。健全机制。\n（二）强化培训。\n（三）突出重点。'),
    () => user.tap('写好了'),
    () => user.tap('政府集中采购'),
    () => user.tap('选好了'),
    () => user.send('53项'),
    () => user.send('116万元'),
    () => user.tap('都没有'),
    () => user.tap('都没有'),
    () => user.send('（一）存在问题\n1.不深。'),
    () => user.tap('写好了'),
    () => user.tap('无'),
    () => user.tap('生成送审稿'),
  ]
  try {
    for (const step of steps) {
      step()
      await sim.settle()
    }
  } finally {
    console.log(sim.transcript(1001))
    console.log(office.logged)
  }
  sim.assertClean()
  await office.close()
  expect(1).toBe(1)
})
