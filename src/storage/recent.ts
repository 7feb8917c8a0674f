// The values used last, in memory: at most so many, and the one that was not used for longest goes first.

export type Recent<V> = {
  readonly get: (key: string) => V | undefined
  readonly set: (key: string, value: V) => void
  readonly delete: (key: string) => void
}

/** With a limit of 0 nothing is kept. */
export const recent = <V>(limit: number): Recent<V> => {
  const values = new Map<string, V>()
  const set = (key: string, value: V): void => {
    values.delete(key) // a Map keeps the order of insertion
    values.set(key, value)
    if (values.size > limit) for (const oldest of values.keys()) return void values.delete(oldest)
  }
  return {
    get: key => {
      const value = values.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
    delete: key => void values.delete(key),
  }
}
