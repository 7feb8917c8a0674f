// The printed note behind a figure: 22（其中修订16件）, as real reports carry it.
// It must not read figures, neither the one before the note nor those inside.

export type NotedFigure = { readonly figure: string; readonly note: string | null }

/**
 * Takes the first bracketed note that follows something; its brackets become full-width, a forgotten closing one is added.
 * Words behind the note (件, 。) stay with the figure. A note never runs over a line's end.
 */
export function takeNote(text: string): NotedFigure {
  const open = text.search(/[（(]/)
  if (open < 0 || text.slice(0, open).trim() === '') return { figure: text, note: null }
  const close = closing(text, open)
  const inner = text.slice(open + 1, close).trim()
  const figure = `${text.slice(0, open)}${text.slice(close + 1)}`
  if (/[\r\n]/.test(inner)) return { figure: text, note: null }
  return { figure, note: inner === '' ? null : `（${inner.replaceAll('(', '（').replaceAll(')', '）')}）` }
}

/** The place where the bracket opened at `open` closes (neighbours （…）（…） are one note), or the text's end. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '（' || sign === '(') depth += 1
    if (sign === '）' || sign === ')') depth -= 1
    if (depth === 0 && !/[（(]/.test(text.charAt(at + 1))) return at
  }
  return text.length
}
