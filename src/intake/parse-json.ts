// Parses JSON from outside within limits that hold before anything looks at a value's shape: it is never too large,
// never too deep, and cannot reach a prototype.

/** A full report has some 250 values. */
const limits = { characters: 2_000_000, values: 8_000, depth: 12 }

export type Refused = {
  readonly path: string
  readonly code: 'not-json' | 'too-large' | 'too-deep' | 'forbidden-key'
}

/** A file's text as a value; a byte order mark is allowed. Never throws. */
export const parseJson = (text: string): { readonly value: unknown } | Refused => {
  if (text.length > limits.characters) return { path: '', code: 'too-large' }
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) }
  } catch {
    return { path: '', code: 'not-json' }
  }
}

/** The first thing that makes a value unfit to be looked at; undefined when there is none. Never throws. */
export const refusedIn = (value: unknown): Refused | undefined => {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: [] }]
  let [values, characters] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = next.path.join('.')
    values += 1
    if (typeof next.value === 'string') characters += next.value.length
    if (values > limits.values || characters > limits.characters) return { path: '', code: 'too-large' }
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.path.length > limits.depth) return { path, code: 'too-deep' }
    for (const key of Object.keys(next.value)) {
      if (key === '__proto__') return { path: [...next.path, key].join('.'), code: 'forbidden-key' }
      characters += key.length
      waiting.push({ value: (next.value as Record<string, unknown>)[key], path: [...next.path, key] })
      if (waiting.length > limits.values) return { path: '', code: 'too-large' }
    }
  }
  return undefined
}
