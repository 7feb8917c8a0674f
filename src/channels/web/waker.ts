// Listeners in this process by name (a chat, a filing). Where too many listen to one name, the oldest are ended.

type Listener = { readonly wake: () => void; readonly end: () => void }

export type Waker = {
  readonly wake: (name: string) => void
  readonly endAll: () => void
  /** Returns the way to stop listening. */
  readonly listen: (name: string, listener: Listener) => () => void
}

/** At most `limit` listen to one name. */
export const createWaker = (limit = Number.POSITIVE_INFINITY): Waker => {
  const names = new Map<string, readonly Listener[]>()
  return {
    wake: name => {
      for (const { wake } of names.get(name) ?? []) wake()
    },
    endAll: () => {
      for (const listeners of names.values()) for (const { end } of listeners) end()
    },
    listen: (name, listener) => {
      const others = names.get(name) ?? []
      const kept = others.slice(Math.max(0, others.length + 1 - limit))
      names.set(name, [...kept, listener])
      for (const each of others) if (!kept.includes(each)) each.end()
      return () => {
        const rest = (names.get(name) ?? []).filter(each => each !== listener)
        if (rest.length > 0) names.set(name, rest)
        else names.delete(name)
      }
    },
  }
}
