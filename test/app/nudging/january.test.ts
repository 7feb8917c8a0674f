// One filler's January and one of the office's, as they read them: kept as files under test/transcripts/january.

import { expect, test } from 'vitest'
import { expectTranscript } from '../../scenarios/golden.ts'
import { fillerOf, textOf } from './filler.ts'
import { instant, type NudgedDistrict, openNudgedDistrict } from './nudged-district.ts'

const season = {
  year: 2026,
  opened: '2026-12-21T08:30',
  dates: { sign: '2027-01-15', due: '2027-01-22', publish: '2027-01-29' },
}

/** What a chat was sent since it was read last, a message after another, with its buttons. */
const readerOf = (district: NudgedDistrict, unit: string) => {
  let read = 0
  return (): readonly string[] => {
    const mine = district.sent.filter(({ chat }) => chat === `telegram:${unit}`).slice(read)
    read += mine.length
    return mine.map(({ at, outgoing }) => {
      const buttons = outgoing.choices.map(({ label }) => `[${label}]`).join(' ')
      const text = [textOf(outgoing), ...(buttons === '' ? [] : [buttons])].join('\n')
      return `${at.slice(5).replace('T', ' ')} 机器人\n${text.replace(/^/gm, '  ')}\n`
    })
  }
}

test('one filler’s January reads as an office would send it', async () => {
  const unit = '西门街道'
  const district = await openNudgedDistrict({ ...season, units: [unit] })
  const [filler, read] = [fillerOf(district, unit), readerOf(district, unit)]
  const said: string[] = []
  const goTo = async (moment: string) => {
    await district.goTo(moment)
    said.push(...read())
  }
  const tap = async (label: string) => {
    await filler.tap(label)
    said.push(`${unit} [${label}]\n`, ...read())
  }
  await goTo('2026-12-21T09:30')
  await goTo('2026-12-21T10:00')
  await goTo('2026-12-22T15:00')
  await tap('是，开始填报')
  await tap('均无')
  await goTo('2026-12-28T10:00')
  await goTo('2027-01-08T09:30')
  await goTo('2027-01-15T09:30')
  await goTo('2027-01-19T09:30')
  await tap('没有')
  await tap('没有')
  await goTo('2027-01-21T09:30')
  await tap('下午提醒')
  await goTo('2027-01-21T14:30')
  await tap('正在送签，1月25日')
  for (const day of ['01-22', '01-25', '01-26', '01-29', '02-01', '02-15']) {
    for (const time of ['09:30', '10:00']) await goTo(`2027-${day}T${time}`)
  }
  expect(said.length).toBeGreaterThan(15)
  expectTranscript('../../transcripts/january/filler', said.join('\n'))
  await district.close()
})

test('one January of the office’s reads as an office would write it', async () => {
  const units = [
    '西门街道',
    '月湖街道',
    '集士港镇',
    '区教育局',
    '区水利局',
    '区商务局',
    '区档案馆',
    '区司法局',
  ]
  const district = await openNudgedDistrict({
    ...{ ...season, units },
    answers: chat => (chat === 'telegram:区水利局' ? { type: 'unreachable' } : null),
  })
  const read = readerOf(district, 'office')
  const said: string[] = []
  const at = (moment: string) => instant(moment)
  const handedIn = (moment: string) => ({
    first_submitted_at: at(moment),
    submitted_at: at(moment),
    content: 1,
    open: 0,
  })
  await district.run(`DELETE FROM reach WHERE person = 'p-区司法局'`)
  await district.run(`UPDATE standing SET entered_at = NULL WHERE unit = '区司法局'`)
  await district.stands('月湖街道', 'approved', {
    ...handedIn('2027-01-18T16:00'),
    approved_at: at('2027-01-19T10:00'),
  })
  await district.stands('集士港镇', 'submitted', {
    ...handedIn('2027-01-20T11:00'),
    sealed_at: at('2027-01-21T09:00'),
  })
  await district.stands('区商务局', 'returned', {
    ...handedIn('2027-01-19T09:00'),
    ...{ returned_at: at('2027-01-20T15:20'), returned_times: 1 },
  })
  await district.stands('区档案馆', 'queried', {
    ...handedIn('2027-01-21T09:00'),
    asked_at: at('2027-01-21T10:00'),
  })
  await district.stands('西门街道', 'draft', { content: 1, open: 2, touched_at: at('2027-01-20T10:00') })
  await district.stands('区教育局', 'draft', { content: 1, open: 1, promised_on: '2027-01-25' })
  for (const day of ['01-21', '01-22', '01-25', '01-29', '02-01', '02-02']) {
    if (day === '01-25') await district.stands('西门街道', 'submitted', handedIn('2027-01-23T20:00'))
    if (day === '01-29') await district.stands('区教育局', 'submitted', handedIn('2027-01-25T17:30'))
    for (const time of ['09:30', '10:00', '10:05', '16:30']) await district.goTo(`2027-${day}T${time}`)
    said.push(...read())
  }
  expectTranscript('../../transcripts/january/office', said.join('\n'))
  await district.close()
})
