// Who listens to what (a chat, a filing) in this process. Where too many listen, the oldest are ended.

type Listener = { readonly wake: () => void; readonly end: () => void }

/** At most `most` listen to one name. */
export const createWaker = (most = Number.POSITIVE_INFINITY) => {
  const names = new Map<string, readonly Listener[]>()
  return {
    wake: (name: string): void => {
      for (const { wake } of names.get(name) ?? []) wake()
    },
    endAll: (): void => {
      for (const listeners of names.values()) for (const { end } of listeners) end()
    },
    /** Returns the way to stop listening. */
    listen: (name: string, listener: Listener): (() => void) => {
      const others = names.get(name) ?? []
      const kept = others.slice(Math.max(0, others.length + 1 - most))
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
