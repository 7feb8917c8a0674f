// The port to a database: two functions, the same on sqlite3 and D1. It knows no table of ours.

export type Param = string | number | null | Uint8Array
export type Row = Readonly<Record<string, unknown>>
export type Statement = { readonly sql: string; readonly params?: readonly Param[] }
/** The columns of one row that is to be written. */
export type Cells = readonly (string | number | null)[]
/** A row with long texts, which follow its columns. */
export type Whole = { readonly cells: Cells; readonly documents: readonly string[] }

/**
 * Both reject with a fault: `database-unavailable` when it may go well later (the sender is told to repeat), and
 * `database-refused`, its detail the schema's own words, when a constraint or a guard said no.
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

/**
 * A statement that takes all `rows` through parameters: `json_each(?1)` gives their columns, and the documents stand
 * one after another in ?2, where no JSON is read or escaped; `documentAt` takes one out. None when there are no rows.
 */
export const eachRow = (sql: string, rows: readonly (Cells | Whole)[]): readonly Statement[] => {
  if (rows.length === 0) return []
  const documents: Uint8Array[] = []
  let at = 1
  const columns = rows.map(row => {
    if (!('documents' in row)) return row
    const places = row.documents.flatMap(text => {
      const bytes = encoder.encode(text)
      documents.push(bytes)
      at += bytes.length
      return [at - bytes.length, bytes.length]
    })
    return [...row.cells, ...places]
  })
  const params: Param[] = [JSON.stringify(columns)]
  if (documents.length > 0) params.push(joined(documents, at - 1))
  return [{ sql, params }]
}

/** The text of a document whose place stands in the columns `n` and `n + 1`. */
export const documentAt = (n: number): string =>
  `CAST(substr(?2, j.value ->> ${n}, j.value ->> ${n + 1}) AS TEXT)`

const encoder = new TextEncoder()

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
