// Notices of holidays as they are written, and such as cannot be right.

import { describe, expect, test } from 'vitest'
import { readHolidayNotice } from '../../src/reading/holiday-notice.ts'

const head = '关于2027年部分节假日安排的通知\n'

describe('a notice of holidays', () => {
  test('names days off, alone and in a row, over the end of a month, and the days that work', () => {
    const text = `${head}一、元旦：2027年1月1日（周五）至3日（周日）放假，共3天。
      二、春节：2月4日至２月12日放假调休，共9天。1月31日（周日）、2月14日（周日）上班。
      三、劳动节：4月30日至5月2日放假，共3天。
      四、端午节：6月9日放假。`
    expect(readHolidayNotice(text)).toEqual({
      ok: true,
      year: 2027,
      off: [
        ...['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07'],
        ...['2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-02-12', '2027-04-30', '2027-05-01'],
        ...['2027-05-02', '2027-06-09'],
      ],
      work: ['2027-01-31', '2027-02-14'],
    })
  })

  test('has days of the year before', () => {
    const read = readHolidayNotice(`${head}元旦：2026年12月31日至2027年1月2日放假调休，共3天。`)
    expect(read).toMatchObject({ ok: true, off: ['2026-12-31', '2027-01-01', '2027-01-02'] })
  })

  test.each([
    ['2月5日至11日放假调休，2月14日（星期日）上班', '2027-02-14'],
    ['2月5日至11日放假调休、14日上班', '2027-02-14'],
    ['2月14日（星期日）上班，2月5日至11日放假调休，共7天', '2027-02-14'],
    ['放假时间为2月5日至11日', null],
  ])('keeps the days that work apart within one clause: %s', (clause, worked) => {
    expect(readHolidayNotice(`${head}二、春节：${clause}。`)).toEqual({
      ok: true,
      year: 2027,
      off: [5, 6, 7, 8, 9, 10, 11].map(day => `2027-02-${String(day).padStart(2, '0')}`),
      work: worked === null ? [] : [worked],
    })
  })

  test.each([
    ['has a day off that works', `${head}春节：2月5日至14日放假。2月14日上班。`, 'day-twice', '2月14日上班'],
    ['says no year', '元旦：1月1日放假。', 'no-year', ''],
    ['names no day', `${head}各单位要妥善安排好值班和安全保卫等工作。`, 'no-holidays', ''],
    [
      'counts otherwise than it names',
      `${head}元旦：1月1日至3日放假，共4天。`,
      'count-differs',
      '元旦:1月1日至3日放假,共4天',
    ],
    ['names a day that there is not', `${head}春节：2月30日放假。`, 'no-date', '春节:2月30日放假'],
    ['goes backwards', `${head}元旦：1月3日至1日放假。`, 'too-long', '元旦:1月3日至1日放假'],
    ['lets a weekday work', `${head}元旦：1月1日放假。1月4日上班。`, 'works-on-weekday', '1月4日上班'],
  ])('that %s is refused with its clause', (_, text, why, clause) => {
    expect(readHolidayNotice(text)).toEqual({ ok: false, why, clause })
  })
})
