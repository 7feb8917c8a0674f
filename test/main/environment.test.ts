// A wait keeps no process alive; work that only lets others go first is not left undone when the input has ended.

import { expect, test } from 'vitest'
import { sleep } from '../../src/main/environment.ts'

test('a process stays for a turn of the loop, and not for a wait', async () => {
  const timers = () => process.getActiveResourcesInfo().filter(each => each === 'Timeout').length
  const before = timers()
  const end = new AbortController()
  const wait = sleep(60_000, end.signal)
  expect(timers()).toBe(before)
  const turn = sleep(0)
  expect(timers()).toBe(before + 1)
  end.abort()
  await Promise.all([wait, turn])
})
