// The jobs' table: when each is due, by whoever keeps the clock.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dueJobs } from '../../src/jobs/jobs.ts'

const zone = 'Asia/Shanghai'
const minute = 60_000
const at = (instant: string): number => Date.parse(instant)

/** Each instant between two at which a clock that wakes so often finds this job due. */
const found = (job: string, from: string, to: string, everyMs: number): readonly string[] => {
  const instants: string[] = []
  for (let now = at(from); now <= at(to); now += everyMs)
    if (dueJobs(zone, now - everyMs, now).some(name => name === job))
      instants.push(new Date(now).toISOString())
  return instants
}

test.each([1_000, minute])(
  'waking every %d ms, old rows are deleted once a night, at three in the district',
  often => {
    const nights = found('prune', '2026-01-12T12:00:00Z', '2026-01-14T12:00:00Z', often)
    expect(nights).toEqual(['2026-01-12T19:00:00.000Z', '2026-01-13T19:00:00.000Z'])
  },
)

test('waking a little late loses nothing and does nothing twice', () => {
  const three = at('2026-01-12T19:00:00Z')
  expect(dueJobs(zone, three - minute, three - 1)).not.toContain('prune')
  expect(dueJobs(zone, three - 1, three + 40_000)).toContain('prune')
  expect(dueJobs(zone, three + 40_000, three + 100_000)).not.toContain('prune')
})

test('mail is looked for whenever a clock wakes', () => {
  expect(found('sweep', '2026-01-12T12:00:00Z', '2026-01-12T12:10:00Z', minute)).toHaveLength(11)
  expect(found('sweep', '2026-01-12T12:00:00Z', '2026-01-12T12:00:10Z', 1_000)).toHaveLength(11)
})

test('the cron of Workers wakes each minute, and no other does', () => {
  expect(/^crons = (.*)$/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1]).toBe('["* * * * *"]')
})
