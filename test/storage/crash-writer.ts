// Run as a process of its own by crash.test.ts: commits from several writers at once, and says which version was
// acknowledged, until it is killed.

import { migrate } from '../../src/storage/migrate.ts'
import { sqlite3 } from '../../src/storage/sqlite3.ts'
import { createStore } from '../../src/storage/store.ts'
import { ann, entry, everything, fresh, part, put, seatOf, write } from '../contracts/store/world.ts'

const sql = await sqlite3(process.argv[2] ?? ':memory:')
await migrate(sql, 'migrations')
const store = createStore(sql)

const work = async (): Promise<never> => {
  for (;;) {
    const seat = await seatOf(store)
    const run = fresh(`run-${process.pid}`)
    const commit = everything(seat, ann, [put(run, entry(1)), write(run, [part('x')])])
    const incoming = { ...commit.incoming, id: run }
    const outbox = commit.outbox.map(mail => ({ ...mail, id: `${run}-${mail.id}` }))
    const card = commit.card && { ...commit.card, id: `${run}-${commit.card.id}` }
    if ((await store.commit({ ...commit, incoming, outbox, card })) === 'done') {
      process.stdout.write(`${seat.filing.version + 1}\n`)
    }
  }
}

await Promise.all([work(), work(), work()])
