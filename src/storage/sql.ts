// The port to a database: two functions, the same on sqlite3 and D1. It knows no table of ours.

export type Param = string | number | null | Uint8Array
export type Row = Readonly<Record<string, unknown>>
export type Statement = { readonly sql: string; readonly params?: readonly Param[] }
/**
 * Both reject with a fault: `database-unavailable` when it may go well later (the sender is told to repeat),
 * `statement-failed` when only a change of our SQL or of the schema mends it, and `database-refused`, its detail the schema's own words, when a constraint or a guard said no.
 */
export type Sql = {
  /** The rows of one reading statement, as of everything committed before the call. Parameters are ?1, ?2, … */
  readonly all: (sql: string, params?: readonly Param[]) => Promise<readonly Row[]>
  /** All statements or none, in order; the rows of each. It resolves when they are durable, never before. */
  readonly batch: (statements: readonly Statement[]) => Promise<readonly (readonly Row[])[]>
  /**
   * How many messages may share a batch. 1 on Workers, where each message has a request of its own and nothing may
   * wait for another's; more only where one process serves the database.
   */
  readonly sharing: number
  /** Whether no other process has the database open for serving; this one then counts as one until it ends. */
  readonly alone?: () => Promise<boolean>
}
