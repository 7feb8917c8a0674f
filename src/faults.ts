// Every failure of ours, numbered for ever: a number is never given twice. The one file that any room may import.
// A fault carries no words of people: `detail` is a code, a table's name or a path within a row.

export const faults = {
  'database-unavailable': 1001,
  'row-unreadable': 1002,
  'migration-missing': 1003,
  'database-refused': 1004,
  'snapshot-unreadable': 1005,
  'audit-key-missing': 1006,
  'schema-differs': 1007,
} as const

export type FaultName = keyof typeof faults
export type Fault = Error & { readonly code: number; readonly fault: FaultName; readonly detail: string }

/** The error to throw. */
export const fault = (name: FaultName, detail = '', cause?: unknown): Fault =>
  Object.assign(
    new Error(`${faults[name]} ${name}${detail && `: ${detail}`}`, cause === undefined ? {} : { cause }),
    {
      name: 'Fault',
      code: faults[name],
      fault: name,
      detail,
    },
  )

/** Whether this was thrown as that fault; without a name, as any. */
export const isFault = (error: unknown, name?: FaultName): error is Fault =>
  error instanceof Error && 'fault' in error && (name === undefined || error.fault === name)
