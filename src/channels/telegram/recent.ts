// A memory of this process, bounded. It is a courtesy against repeats, never the protection from them: that is the
// store's, by the incoming id. Storage has its own, for neither room may import the other.

/** At most `limit` values by key; the one that was set first goes first. */
export const createRecent = <V>(limit: number) => {
  const values = new Map<string, V>()
  return {
    get: (key: string): V | undefined => values.get(key),
    set: (key: string, value: V): void => {
      values.delete(key) // a Map keeps the order of insertion
      values.set(key, value)
      for (const oldest of values.keys()) {
        if (values.size <= limit) break
        values.delete(oldest)
      }
    },
    delete: (key: string): void => void values.delete(key),
  }
}
