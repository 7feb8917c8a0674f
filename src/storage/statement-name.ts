// The name by which a failure tells of one of our statements: its verb and its first table. No value can stand in it,
// since values are parameters, and a statement that is not read so has no name.

export const statementName = (sql: string): string => {
  const [, verb = ''] = /^\s*(INSERT|UPDATE|DELETE|SELECT|VACUUM|PRAGMA|BEGIN|COMMIT|WITH)\b/.exec(sql) ?? []
  const into =
    verb === 'UPDATE' ? /UPDATE (?:OR \w+ )?(\w+)/ : verb === 'INSERT' ? /INTO (\w+)/ : /FROM "?(\w+)/
  return [verb, into.exec(sql)?.[1] ?? ''].filter(word => word !== '').join(' ')
}

/** A table, a column or a function that SQLite misses. Its other words are left out. */
export const lackIn = (message: string): string =>
  /\bno such (?:table|column|function|view|trigger): [\w.]{1,200}/.exec(message)?.[0] ?? ''
