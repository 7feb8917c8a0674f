// Words of leave as people write them; what is not certain is a fault.

import { expect, test } from 'vitest'
import { isLeave, readLeave } from '../../src/intake/leave.ts'

const today = '2027-01-18'
const leave = (since: string, until: string, who: string | null, substitute: string | null) => ({
  ...{ since, until, who, substitute },
})

test.each([
  ['请假 1月20日至1月26日，由李强代', leave('2027-01-20', '2027-01-26', null, '李强')],
  ['请假1月20日到26日，由李强代填', leave('2027-01-20', '2027-01-26', null, '李强')],
  ['王芳请假1月20日至1月26日，由李强代', leave('2027-01-20', '2027-01-26', '王芳', '李强')],
  ['王芳 1月20日至1月26日请假，李强代', leave('2027-01-20', '2027-01-26', '王芳', '李强')],
  ['本人请假1月20日一天', leave('2027-01-20', '2027-01-20', null, null)],
  ['请假 2027-01-20 至 2027-01-26', leave('2027-01-20', '2027-01-26', null, null)],
  ['请假12月30日至1月3日，代填人：李强', { fault: 'over' }],
  ['请假 1月26日至1月20日', { fault: 'turned' }],
  ['请假 2月30日至3月1日', { fault: 'no-such-day' }],
  ['请假几天', { fault: 'no-days' }],
  [
    'leave 2027-01-20 to 2027-01-26, substitute Li Qiang',
    leave('2027-01-20', '2027-01-26', null, 'Li Qiang'),
  ],
  ['请假1月10日至12日', { fault: 'over' }],
])('%s', (text, read) => {
  expect(isLeave(text)).toBe(true)
  expect(readLeave(text, today)).toEqual(read)
})

test('a leave over the year’s end is of both years', () => {
  expect(readLeave('请假12月30日至1月3日', '2026-12-20')).toMatchObject({
    since: '2026-12-30',
    until: '2027-01-03',
  })
  expect(readLeave('请假1月3日至1月5日', '2026-12-20')).toMatchObject({ since: '2027-01-03' })
})

test.each(['自然人3件', '没有', '行政处罚5'])('%s is no leave', text => {
  expect(isLeave(text)).toBe(false)
})
