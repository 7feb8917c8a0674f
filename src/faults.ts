// Every failure of ours, numbered for ever: a number is never given twice. The one file that any room may import.
// A fault carries no words of people: `detail` is a code, a table's name, a path within a row or of our own forms.

export const faults = {
  'database-unavailable': 1001,
  'row-unreadable': 1002,
  'migration-missing': 1003,
  'database-refused': 1004,
  'snapshot-unreadable': 1005,
  'audit-key-missing': 1006,
  'case-unknown': 1007,
  'schema-differs': 1008,
  'form-broken': 1009,
  'words-missing': 1010,
  'audit-key-short': 1011,
  contention: 1012,
  'statement-failed': 1013,
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

/** Whether it may go well later, so that the sender is told to repeat it: trouble with the database, or lost races. */
export const mayPass = (error: unknown): error is Fault =>
  isFault(error, 'database-unavailable') || isFault(error, 'contention')

/** An error as fields of the log: its name and, of a fault, its detail. Other errors' words may be people's. */
export const errorFields = (error: unknown): Readonly<Record<string, string>> => {
  if (!isFault(error)) return { error: error instanceof Error ? error.name : 'unknown' }
  return error.detail === '' ? { error: error.fault } : { error: error.fault, detail: error.detail }
}

/** For the end of a switch over a union: the compiler sees that nothing is left, stored data of another version may. */
export const assertNever = (value: never): never => {
  throw fault('case-unknown', nameOf(value))
}

/** The type of the case where it is a name of ours, never words of people. */
const nameOf = (value: unknown): string => {
  const name = typeof value === 'object' && value !== null && 'type' in value ? value.type : value
  return typeof name === 'string' && /^[a-z-]{1,40}$/.test(name) ? name : ''
}
