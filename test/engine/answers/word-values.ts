// Values of the kinds of answer that are no figures, for properties: each is one that `read` could have stored.

import * as fc from 'fast-check'
import { readLine } from '../../../src/reading/line.ts'

/** The options of a cell in tests. */
export const options = [
  { key: 'weibo', label: '微博' },
  { key: 'weixin', label: '微信' },
  { key: 'weixin-mini', label: '微信小程序' },
  { key: 'app', label: '移动客户端' },
] as const

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/)
const path = fc.stringMatching(/^[a-zA-Z0-9/_.~?=&%-]{0,40}$/)

export const wordValues = {
  decimal: fc
    .tuple(fc.integer({ min: -(10 ** 12) + 1, max: 10 ** 12 - 1 }), fc.stringMatching(/^[0-9]{0,5}[1-9]$|^$/))
    .map(([whole, fraction]) => (fraction === '' ? `${whole}` : `${whole}.${fraction}`))
    .filter(digits => digits.replace(/\D/g, '').length <= 15),
  'yes-no': fc.boolean(),
  choices: fc.subarray(options.map(({ key }) => key)),
  line: fc
    .string({ minLength: 1, maxLength: 200, unit: 'grapheme' })
    .map(readLine)
    .filter((line): line is string => line !== undefined && line.length <= 200),
  'web-address': fc
    .tuple(fc.constantFrom('http', 'https'), fc.array(label, { minLength: 2, maxLength: 4 }), path)
    .map(([scheme, host, rest]) => `${scheme}://${host.join('.')}/${rest}`),
  date: day,
} as const
