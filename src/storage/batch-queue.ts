// Batches in a row over one writing connection, each a transaction of its own. A batch learns its result only after
// its COMMIT: told earlier, a loser would read the old version and lose again. Merging is the writer's (writer.ts).

import { fault, isFault } from '../faults.ts'
import type { Row, Statement } from './sql.ts'

/** One writing connection. Both reject with the faults of `Sql`, or with any other error when the SQL is wrong. */
export type Connection = {
  /** Several statements without parameters, in one go. */
  readonly exec: (script: string) => Promise<void>
  readonly run: (statement: Statement) => Promise<readonly Row[]>
}

type Rows = readonly (readonly Row[])[]

/** A function that queues a batch and settles when it is durable, or is not. */
export const createBatchQueue = (connection: Connection) => {
  let last: Promise<unknown> = Promise.resolve()
  return (statements: readonly Statement[]): Promise<Rows> => {
    const batch = last.then(() => transact(connection, () => runAll(connection, statements)))
    last = batch.catch(() => {})
    return batch
  }
}

const runAll = async ({ run }: Connection, statements: readonly Statement[]): Promise<Rows> => {
  const rows: (readonly Row[])[] = []
  for (const statement of statements) rows.push(await run(statement))
  return rows
}

/** Does this while no other process writes; all of it is stored or nothing. It does not queue by itself. */
export const transact = async <T>({ exec }: Connection, work: () => Promise<T>): Promise<T> => {
  try {
    await exec('BEGIN IMMEDIATE')
    const result = await work()
    await exec('COMMIT').catch(failCommit)
    return result
  } catch (error) {
    await exec('ROLLBACK').catch(() => {}) // there may be none left to roll back
    throw error
  }
}

/** A failed COMMIT may go well later, whatever its reason. */
const failCommit = (error: unknown): never => {
  throw isFault(error, 'database-unavailable') ? error : fault('database-unavailable', 'commit', error)
}
