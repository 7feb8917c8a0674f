// What a nudge says and what its person may do with it: answer in it, put it off, name the day; and what becomes of it
// where it does not arrive.

import { expect, test } from 'vitest'
import { fillerOf, textOf } from './filler.ts'
import { instant, openNudgedDistrict } from './nudged-district.ts'

const january = {
  year: 2026,
  opened: '2026-12-21T08:30',
  dates: { sign: '2027-01-15', due: '2027-01-22', publish: '2027-01-29' },
}

test('a nudge asks the first open question, and its answer is filled in', async () => {
  const district = await openNudgedDistrict({ ...january, units: ['A'] })
  const filler = fillerOf(district, 'A')
  await district.goTo('2027-01-19T09:30')
  const nudge = filler.last()?.outgoing
  expect(textOf(nudge)).toContain('请于1月22日（周五）下班前报区府办，还有 3 个工作日。')
  expect(textOf(nudge)).toContain('下列哪些事项有发生')
  expect(nudge?.choices.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['下午提醒', '明天提醒', '正在送签，1月20日（周三）报']),
  )
  await filler.tap('均无')
  const answer = filler.last()?.outgoing
  expect(answer?.edits).toBe(nudge?.id)
  expect(textOf(answer)).toContain('三、')
  await district.close()
})

test('put off to the afternoon it comes again then, once, and not after a hand-in', async () => {
  const district = await openNudgedDistrict({ ...january, units: ['A', 'B'] })
  await district.goTo('2027-01-19T09:30')
  const [a, b] = [fillerOf(district, 'A'), fillerOf(district, 'B')]
  await a.tap('下午提醒')
  expect(textOf(a.last()?.outgoing)).toContain('将于1月19日（周二）14:30再次提醒')
  await b.tap('下午提醒')
  await district.stands('B', 'submitted')
  const before = district.sent.length
  for (const time of ['14:25', '14:30', '14:35', '16:30']) await district.goTo(`2027-01-19T${time}`)
  const after = district.sent.slice(before)
  expect(after.map(({ at, chat }) => [at, chat])).toEqual([['2027-01-19T14:30', 'telegram:A']])
  await district.goTo('2027-01-21T09:30')
  expect(district.sent.slice(before + 1).map(({ at, chat }) => [at, chat])).toEqual([
    ['2027-01-21T09:30', 'telegram:A'],
  ])
  await district.close()
})

test('put off to the next day, on which the plan reminds at the same minute, it comes once', async () => {
  const district = await openNudgedDistrict({ ...january, units: ['A'] })
  await district.goTo('2027-01-21T09:30')
  const filler = fillerOf(district, 'A')
  await filler.tap('明天提醒')
  const before = district.sent.length
  for (const time of ['09:25', '09:30', '09:35']) await district.goTo(`2027-01-22T${time}`)
  const mine = district.sent.slice(before).filter(({ chat }) => chat === 'telegram:A')
  expect(mine.map(({ at }) => at)).toEqual(['2027-01-22T09:30'])
  expect(textOf(mine[0]?.outgoing)).toContain('请于今日下班前报区府办')
  expect(textOf(mine[0]?.outgoing)).toContain('下列哪些事项有发生')
  await district.close()
})

test('named the day, it is silent until that day is over, and the office reads the day', async () => {
  const district = await openNudgedDistrict({ ...january, units: ['A', 'B'] })
  const filler = fillerOf(district, 'A')
  await district.goTo('2027-01-21T09:30')
  await filler.tap('正在送签，1月25日')
  expect(textOf(filler.last()?.outgoing)).toContain('已记录：正在送签，1月25日（周一）报送。此前不再提醒。')
  const lines = await district.database.all(`SELECT what, new FROM audit WHERE scope = 'filing/f-A'`)
  expect(lines).toEqual([{ what: 'promised', new: '2027-01-25' }])
  const before = district.sent.length
  for (const day of ['22', '25', '26'])
    for (const time of ['09:30', '10:00', '16:30']) await district.goTo(`2027-01-${day}T${time}`)
  const mine = district.sent.slice(before).filter(({ chat }) => chat === 'telegram:A')
  expect(mine.map(({ at }) => at)).toEqual(['2027-01-26T09:30'])
  const [digest] = district.sent.slice(before).filter(({ chat }) => chat === 'telegram:office')
  expect(textOf(digest?.outgoing)).toBe(
    [
      '2026年政府信息公开工作年度报告 · 1月22日（周五） 16:30',
      '应报送 2 家，已报送 0 家，未报送 2 家。',
      '未报送：A（正在送签，称1月25日（周一）报）、B（未填报）。',
      '上次提醒：今日 09:30，已送达 1 家。',
    ].join('\n'),
  )
  await district.close()
})

test('a question that stands for less than a day keeps the keyboard, and the nudge leads back to it', async () => {
  const district = await openNudgedDistrict({ ...january, units: ['A'] })
  const filler = fillerOf(district, 'A')
  await district.goTo('2027-01-20T16:00')
  await filler.text('目录')
  const standing = filler.last()?.outgoing.id
  await district.goTo('2027-01-21T09:30')
  const nudge = filler.last()?.outgoing
  expect(nudge?.choices.map(({ label }) => label).slice(0, 2)).toEqual(['继续填报', '下午提醒'])
  const [place] = await district.database.all(`SELECT card FROM position WHERE person = 'p-A'`)
  expect(place?.card).toBe(standing)
  await filler.tap('继续填报')
  expect(textOf(filler.last()?.outgoing)).toContain('请选择要填写的部分')
  await district.close()
})

test('one who cannot be reached is told to the office, once, with the telephone, and is copied from then on', async () => {
  const blocked = { type: 'unreachable' } as const
  const district = await openNudgedDistrict({
    ...{ ...january, units: ['A', 'B'] },
    answers: chat => (chat === 'telegram:A' ? blocked : null),
  })
  for (const time of ['09:30', '09:35', '09:40', '10:00']) await district.goTo(`2027-01-21T${time}`)
  const office = district.sent.filter(({ chat }) => chat === 'telegram:office')
  expect(office.map(({ outgoing }) => textOf(outgoing))).toEqual([
    '提醒未送达 1 人：A（填报人A，5550100）。请用其他方式联系。',
  ])
  const states = await district.store().nudgesOf('c')
  expect(states.map(({ unit, stage, state }) => [unit, stage, state]).toSorted()).toEqual([
    ['A', 't-1', 'failed'],
    ['B', 't-1', 'sent'],
  ])
  const [facts] = await district.store().filingsToNudge('c', 'Asia/Shanghai', '', 10)
  expect(facts?.fillers[0]?.channel).toBe(null)
  await district.close()
})

test('an undelivered nudge stands on the page of whoever still has the right, and is hidden when it ends', async () => {
  const blocked = { type: 'unreachable' } as const
  const units = ['A', 'B']
  const district = await openNudgedDistrict({
    ...{ ...january, units },
    answers: chat => (chat === 'telegram:office' ? null : blocked),
  })
  for (const unit of units) {
    await district.run('INSERT INTO account (ref, person) VALUES (?1, ?2)', `web:${unit}`, `p-${unit}`)
    await district.run(
      `INSERT INTO reach (person, channel, chat, since) VALUES (?1, 'web', ?2, 1)`,
      ...[`p-${unit}`, `web:${unit}`],
    )
  }
  await district.goTo('2027-01-21T09:30')
  await district.run(`UPDATE membership SET until = 1 WHERE id = 'm-p-A'`)
  await district.goTo('2027-01-21T09:35')
  const rows = () => district.database.all(`SELECT chat, about FROM outbox WHERE chat GLOB 'web:*'`)
  expect(await rows()).toEqual([{ chat: 'web:B', about: 'filing/f-B' }])
  const listed = async () => (await district.store().messages('web:B', { after: 0 }, 9)).length
  expect(await listed()).toBe(1)
  await district.run(`UPDATE membership SET until = 1 WHERE id = 'm-p-B'`)
  expect(await listed()).toBe(0)
  const ofOffice = await district.database.all(`SELECT about FROM outbox WHERE chat = 'telegram:office'`)
  expect(ofOffice).toEqual([{ about: 'unit/office' }])
  await district.close()
})

test('mail that the hours overtook is taken back and goes out in the next ones', async () => {
  let isDown = true
  const trouble = { type: 'trouble', reason: 'down' } as const
  const district = await openNudgedDistrict({
    ...january,
    units: ['A'],
    answers: () => (isDown ? trouble : null),
  })
  await district.goTo('2027-01-21T11:25')
  await district.goTo('2027-01-21T11:30')
  isDown = false
  for (const time of ['11:40', '12:00', '14:00']) await district.goTo(`2027-01-21T${time}`)
  expect(district.sent).toEqual([])
  await district.goTo('2027-01-21T14:30')
  expect(district.sent.map(({ at }) => at)).toEqual(['2027-01-21T14:30'])
  await district.close()
})

test('mail that is taken back takes no button away, and the next one asks in place of what stands', async () => {
  let isDown = false
  const trouble = { type: 'trouble', reason: 'down' } as const
  const district = await openNudgedDistrict({
    ...january,
    units: ['A'],
    answers: () => (isDown ? trouble : null),
  })
  await district.goTo('2027-01-19T16:00')
  const filler = fillerOf(district, 'A')
  await filler.text('目录')
  const standing = filler.last()?.outgoing.id
  isDown = true
  await district.goTo('2027-01-21T11:25')
  await district.goTo('2027-01-21T11:30')
  isDown = false
  await district.goTo('2027-01-21T11:40')
  const closes = () =>
    district.database.all(`SELECT state FROM outbox WHERE kind = 'close' AND edits = ?1 ORDER BY at`, [
      standing ?? '',
    ])
  expect(await closes()).toEqual([{ state: 'cancelled' }])
  await district.goTo('2027-01-21T14:30')
  expect(textOf(filler.last()?.outgoing)).toContain('下列哪些事项有发生')
  expect(await closes()).toEqual([{ state: 'cancelled' }, { state: 'sent' }])
  await filler.tap('均无')
  expect(textOf(filler.last()?.outgoing)).toContain('三、')
  await district.close()
})

test('two reports of one person are one message, also where their pages are far apart', async () => {
  const units = ['A', ...Array.from({ length: 1_001 }, (_, n) => `M${String(n).padStart(4, '0')}`), 'Z']
  const district = await openNudgedDistrict({ ...january, units })
  await district.run(`UPDATE standing SET state = 'exempt' WHERE unit LIKE 'M%'`)
  await district.run(`UPDATE filing SET state = 'exempt' WHERE unit LIKE 'M%'`)
  await district.run(`UPDATE membership SET until = 1 WHERE id = 'm-p-Z'`)
  await district.run(
    `INSERT INTO membership (id, person, unit, role, since) VALUES ('both', 'p-A', 'Z', 'filler', ?1)`,
    instant('2026-12-20T09:00'),
  )
  await district.goTo('2027-01-21T09:30')
  const [nudge, ...more] = district.sent
  expect(more).toEqual([])
  expect(textOf(nudge?.outgoing)).toContain('另有：Z：2026年政府信息公开工作年度报告尚未填报')
  expect((await district.store().nudgesOf('c')).map(({ unit }) => unit).toSorted()).toEqual(['A', 'Z'])
  await district.close()
})

test('a return of the night rings at nine, with what is to be done, and one of the hours was told by the act', async () => {
  const district = await openNudgedDistrict({ ...january, units: ['A', 'B', 'C'] })
  const returned = (unit: string, at: string) =>
    district.stands(unit, 'returned', { returned_at: instant(at), content: 1 })
  await district.goTo('2027-01-19T21:00')
  await returned('A', '2027-01-19T21:00')
  for (const time of ['21:05', '23:00']) await district.goTo(`2027-01-19T${time}`)
  for (const time of ['08:55', '09:00', '09:05', '09:30']) await district.goTo(`2027-01-20T${time}`)
  await returned('B', '2027-01-20T12:15')
  await returned('C', '2027-01-20T10:20')
  for (const time of ['10:25', '12:20', '14:30', '14:35']) await district.goTo(`2027-01-20T${time}`)
  const told = district.sent.filter(({ at }) => at > '2027-01-19T21')
  expect(told.map(({ at, chat }) => [at, chat])).toEqual([
    ['2027-01-20T09:00', 'telegram:A'],
    ['2027-01-20T14:30', 'telegram:B'],
  ])
  expect(textOf(told[0]?.outgoing)).toContain('已退回修改，请于1月22日（周五）下班前重新报送区府办')
  await district.close()
})
