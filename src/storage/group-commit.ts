// Waiting batches share one transaction, each under its own savepoint: one COMMIT, one fsync for all of them.
// No batch learns its result before that COMMIT: told earlier, a loser would read the old version and lose again.

import { fault, isFault } from '../faults.ts'
import type { Row, Statement } from './sql.ts'

/** One writing connection. Both reject with the faults of `Sql`, or with any other error when the SQL is wrong. */
export type Connection = {
  /** Several statements without parameters, in one go. */
  readonly exec: (script: string) => Promise<void>
  readonly run: (statement: Statement) => Promise<readonly Row[]>
}

export type Rows = readonly (readonly Row[])[]
type Waiting = {
  readonly statements: readonly Statement[]
  readonly resolve: (rows: Rows) => void
  readonly reject: (error: unknown) => void
}
type Outcome = { readonly rows: Rows } | { readonly error: unknown }

/** Bounds how long the first of a group waits for the last. */
const groupLimit = 128

/** A function that queues a batch and settles when its group is durable, or is not. */
export const groupCommit = (connection: Connection) => {
  let waiting: Waiting[] = []
  let busy = false

  const work = async (): Promise<void> => {
    busy = true
    while (waiting.length > 0) {
      const group = waiting.slice(0, groupLimit)
      waiting = waiting.slice(groupLimit)
      await settle(connection, group)
    }
    busy = false
  }

  return (statements: readonly Statement[]): Promise<Rows> =>
    new Promise((resolve, reject) => {
      waiting.push({ statements, resolve, reject })
      if (!busy) void work()
    })
}

/** One statement is a transaction of its own: one hop to the thread, no BEGIN. */
const alone = ([first, ...others]: readonly Waiting[]): Statement | undefined =>
  others.length === 0 && first?.statements.length === 1 ? first.statements[0] : undefined

const settle = async (connection: Connection, group: readonly Waiting[]): Promise<void> => {
  let outcomes: readonly Outcome[]
  try {
    const statement = alone(group)
    outcomes = statement ? [await only(connection, statement)] : await transact(connection, group)
  } catch (error) {
    await connection.exec('ROLLBACK').catch(() => {}) // there may be none left to roll back
    const failed = isFault(error, 'database-unavailable')
      ? error
      : fault('database-unavailable', 'commit', error)
    outcomes = group.map(() => ({ error: failed }))
  }
  outcomes.forEach((outcome, i) => {
    if ('rows' in outcome) group[i]?.resolve(outcome.rows)
    else group[i]?.reject(outcome.error)
  })
}

const only = async (connection: Connection, statement: Statement): Promise<Outcome> => {
  try {
    return { rows: [await connection.run(statement)] }
  } catch (error) {
    return { error }
  }
}

/** The outcome of each batch, after the COMMIT; throws when the whole transaction is lost. */
const transact = async (connection: Connection, group: readonly Waiting[]): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = []
  let before = 'BEGIN IMMEDIATE'
  for (const { statements } of group) {
    await connection.exec(`${before}; SAVEPOINT batch`)
    try {
      const rows: (readonly Row[])[] = []
      for (const statement of statements) rows.push(await connection.run(statement))
      outcomes.push({ rows })
      before = 'RELEASE batch'
    } catch (error) {
      if (isFault(error, 'database-unavailable')) throw error
      outcomes.push({ error })
      before = 'ROLLBACK TO batch; RELEASE batch'
    }
  }
  await connection.exec(`${before}; COMMIT`)
  return outcomes
}
