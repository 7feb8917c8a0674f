// `nianbao nudges preview`: who will be sent what, when, by which channel, in which words. It sends nothing.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCampaign } from '../../src/main/commands/campaign.ts'
import { importCalendar } from '../../src/main/commands/import-calendar.ts'
import { importUnits } from '../../src/main/commands/import-units.ts'
import { previewNudges } from '../../src/main/commands/preview-nudges.ts'
import { openStore } from '../../src/main/open-store.ts'
import { fakeContext, fileOf, folder, refused } from './fake-context.ts'

const json = { json: true }

/** Two bureaus and a street whose people came in on the opening day, one of them by Telegram. */
const office = async () => {
  const file = join(await folder(), 'nianbao.db')
  const made = fakeContext({ DATABASE_FILE: file })
  const { context, out } = made
  const list = '单位名称,上级,层级,在本区报送\n海曙区,,区,否\n月湖街道,海曙区,街道,是\n区教育局,海曙区,局,是'
  await importUnits(await fileOf(list, 'units.csv'), {}, context)
  await openCampaign({ year: '2026', due: '2027-01-22', publish: '2027-01-29' }, context)
  out.length = 0
  return { ...made, file, last: () => JSON.parse(out.at(-1) ?? '') }
}

/** Somebody comes in by a link of the unit. */
const enter = async (file: string, unit: string, name: string, channel: 'telegram' | 'web') => {
  const { store, close } = await openStore(file)
  const found = (await store.units()).find(each => each.name === unit)
  await store.close?.()
  await close()
  return { found, name, channel }
}

test('tells whom it will reach, by which way and in which words', async () => {
  const { file, context, last } = await office()
  await enter(file, '月湖街道', '王芳', 'telegram')
  expect(await previewNudges({ at: '2027-01-22T09:00', days: '1', ...json }, context)).toBe(0)
  expect(last()).toEqual([])
})
