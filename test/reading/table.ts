// Tables of cases as text: `写法 → reading`, many to a line, separated by ` · `.
// It must not be used for cases whose blanks at either end matter.

/** Each case as [written, read]. */
export function table(text: string): readonly (readonly [string, string])[] {
  return list(text).map(entry => {
    const [written = '', read = ''] = entry.split(' → ')
    return [written, read]
  })
}

/** Each entry of a list separated by ` · ` and line ends. */
export function list(text: string): readonly string[] {
  return text.trim().split(/ · |\s*\n\s*/)
}
