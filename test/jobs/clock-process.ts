// Run as a process of its own by two-processes.test.ts: a clock over a database file that ticks at each instant it is
// told. Told to stop before or after the commit, it says that it is between the halves of its turn, and never goes on.

import { createInterface } from 'node:readline'
import { clockCommit } from '../../src/app/clock/clock-commit.ts'
import type { Job } from '../../src/app/clock/job.ts'
import { createTick } from '../../src/app/clock/tick.ts'
import { wordsMessage } from '../../src/app/message.ts'
import { daily } from '../../src/district/recurring.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { jobContext } from '../app/clock/job-context.ts'

const store = createStore(await sqlite3(process.argv[2] ?? ''))
let stops = ''

const stand = (): Promise<never> => {
  process.stdout.write('between\n')
  return new Promise(() => {})
}

const digest: Job = {
  when: daily('03:00'),
  run: async ({ deliver }, turn) => {
    const commit = clockCommit(turn, { outbox: [wordsMessage(`digest of ${turn.due.at}`, 'telegram:1', [])] })
    if (stops === 'before') await stand()
    const committed = await deliver.commit(commit)
    if (stops === 'after') await stand()
    return committed
  },
}

const tick = createTick({
  ...jobContext(store),
  jobs: { digest },
  log: event => process.stdout.write(`${event}\n`),
})

process.stdout.write(`${new Date(0).getTimezoneOffset()}\n`)
for await (const line of createInterface(process.stdin)) {
  const [instant, told = ''] = line.split(' ')
  stops = told
  await tick(Number(instant))
  process.stdout.write('ticked\n')
}
