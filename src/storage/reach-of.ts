// Where a person is reached by push, as a piece of SQL: on the channel that they came to last. A page cannot be pushed to,
// and a chat that refuses us is none.

const pushes = `r.channel <> 'web' AND NOT EXISTS (SELECT 1 FROM unreachable AS n WHERE n.chat = r.chat)`

/** `person` and `column` are SQL. */
export const reachOf = (person: string, column: 'channel' | 'chat' = 'channel'): string =>
  `(SELECT r.${column} FROM reach AS r WHERE r.person = ${person} AND ${pushes} ORDER BY r.since DESC LIMIT 1)`
