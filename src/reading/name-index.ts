// Names looked up at any place of a text, the longest first. It must not know what they are names of.

type Node<T> = { readonly next: Map<string, Node<T>>; value?: T }

export type NameIndex<T> = { readonly root: Node<T> }

/** An index of names that are not empty; of two values for one name the later stands. */
export const nameIndex = <T>(names: Iterable<readonly [name: string, value: T]>): NameIndex<T> => {
  const root: Node<T> = { next: new Map() }
  for (const [name, value] of names) {
    let node = root
    for (const sign of name.split('')) {
      const next = node.next.get(sign) ?? { next: new Map() }
      node.next.set(sign, next)
      node = next
    }
    node.value = value
  }
  return { root }
}

/** The longest name that begins at this place of the text, and where it ends. */
export const nameAt = <T>(
  { root }: NameIndex<T>,
  text: string,
  at: number,
): { readonly value: T; readonly end: number } | undefined => {
  let found: { readonly value: T; readonly end: number } | undefined
  let node: Node<T> | undefined = root
  for (let end = at; node; ) {
    if (node.value !== undefined && end > at) found = { value: node.value, end }
    const sign: string | undefined = text[end]
    node = sign === undefined ? undefined : node.next.get(sign)
    end += 1
  }
  return found
}
