// Cells as they are copied from a sheet, a document or a web page: lines of cells between tabs or strokes, a cell in
// quotes where it holds a line break. It must not know what a cell means.

/** The rows with their cells, trimmed; null where no line has a tab or a stroke. Rows without any words are left out. */
export const readSheet = (text: string): readonly (readonly string[])[] | null => {
  const ruled = text.includes('\t') ? '\t' : /[|｜]/.test(text) ? '|' : null
  if (ruled === null) return null
  const rows = ruled === '\t' ? tabbed(text) : text.split(/[\r\n]{1,2}/).map(stroked)
  return rows.map(row => row.map(cell => cell.trim())).filter(row => row.some(cell => cell !== ''))
}

/** As Excel and WPS copy: a cell that begins with a quote ends with one, and two inside are one. */
const tabbed = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const close = text[at] === '"' ? closing(text, at) : undefined
    const from = close ?? at
    const end = close === undefined ? next(text, from) : close + 1
    const cell = close === undefined ? text.slice(at, end) : text.slice(at + 1, close).replaceAll('""', '"')
    rows.at(-1)?.push(cell)
    if (text[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

/** A quote further off belongs to another cell. */
const longestCell = 2_000

/** The quote that ends the cell: before a tab, a line's end or the text's. */
const closing = (text: string, at: number): number | undefined => {
  for (
    let end = text.indexOf('"', at + 1);
    end >= 0 && end - at < longestCell;
    end = text.indexOf('"', end + 1)
  ) {
    if (text[end + 1] === '"') {
      end += 1
      continue
    }
    const sign = text[end + 1]
    return sign === undefined || sign === '\t' || sign === '\n' || sign === '\r' ? end : undefined
  }
  return undefined
}

const next = (text: string, at: number): number => {
  for (let end = at; end < text.length; end += 1) if (text[end] === '\t' || text[end] === '\n') return end
  return text.length
}

/** A row between strokes; a line of dashes below the head is none. */
const stroked = (line: string): readonly string[] => {
  const plain = line.replaceAll('｜', '|').trim()
  if (/^[\s|:-]*$/.test(plain)) return []
  return plain.replace(/^\||\|$/g, '').split('|')
}
