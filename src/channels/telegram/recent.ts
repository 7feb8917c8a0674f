// Remembers the last few keys of this process. It is a courtesy against repeats, never the protection from them:
// that is the store's, by the incoming id.

export type Recent = { readonly has: (key: string) => boolean; readonly add: (key: string) => void }

/** An empty memory of at most `limit` keys; the oldest goes first. */
export const createRecent = (limit: number): Recent => {
  const keys = new Set<string>()
  return {
    has: key => keys.has(key),
    add: key => {
      keys.delete(key)
      keys.add(key)
      for (const oldest of keys) {
        if (keys.size <= limit) break
        keys.delete(oldest)
      }
    },
  }
}
