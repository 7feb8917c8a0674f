// The jobs' table, and what the platforms are told of it.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nextAfter } from '../../src/district/recurring.ts'
import { jobs } from '../../src/jobs/jobs.ts'

test('old rows are deleted at three at night in the district', () => {
  const noon = Date.parse('2026-01-12T04:00:00Z')
  expect(nextAfter(jobs.prune.when, 'Asia/Shanghai', noon)).toBe(Date.parse('2026-01-12T19:00:00Z'))
})

test('the cron of Workers wakes each minute, and no other does', () => {
  expect(/^crons = (.*)$/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1]).toBe('["* * * * *"]')
})
