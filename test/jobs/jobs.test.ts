// The jobs' table beside what the platforms are told of it.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { jobs } from '../../src/jobs/jobs.ts'

const crons = Object.values(jobs).map(({ cron }) => cron)

test('wrangler.toml has the cron of every job, and no other', () => {
  const [, list = ''] = /^crons = (\[.*\])$/m.exec(readFileSync('wrangler.toml', 'utf8')) ?? []
  expect(JSON.parse(list)).toEqual(crons)
})

test('no two jobs share a cron, by which the Worker finds them', () => {
  expect(new Set(crons).size).toBe(crons.length)
})
