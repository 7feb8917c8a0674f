// A pasted row or block of figures: `3 1 0 0 0 0`, `自然人 3、1、0`, cells copied from a spreadsheet.
// It must not close gaps: a blank between tabs or strokes is an empty piece, and any other piece that is no figure makes the
// whole no table, so that no figure moves to a neighbour.
import { fold } from './fold.ts'
import { readQuantity } from './quantity.ts'
import { isVague } from './vague.ts'

/** One line: the words before its figures (null without), and the figures as written, each readable by readQuantity or, between tabs or strokes, empty. */
export type PastedRow = { readonly label: string | null; readonly pieces: readonly string[] }

const enumerator = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.．、])/
const counted = /[一二两三四五六七八九十百][件项个次家份条起元]$/

/** The lines of a block (empty ones skipped); undefined when any line is not a row, or all of it is a single figure. */
export function readRows(text: string): readonly PastedRow[] | undefined {
  if (isFigure(text)) return undefined
  const rows: PastedRow[] = []
  for (const line of text.split(/[\r\n]+/)) {
    const row = line.trim() === '' ? null : readRow(line.trim())
    if (row === undefined) return undefined
    if (row) rows.push(row)
  }
  const [first] = rows
  const single = rows.length === 1 && first?.label === null && first.pieces.length === 1
  return first === undefined || single ? undefined : rows
}

function readRow(line: string): PastedRow | undefined {
  const ruled = /[\t|｜]/.test(line)
  const cells = ruled ? line.replace(/^[|｜]|[|｜]$/g, '').split(/[\t|｜]/) : words(line)
  const labels: string[] = []
  const rest = cells.map(cell => cell.trim())
  while (rest[0] !== undefined && isLabel(rest[0], rest[1])) labels.push(rest.shift() ?? '')
  const pieces = ruled ? rest : split(rest.join(' '))
  if (pieces.length === 0 || !pieces.every(piece => (ruled && piece === '') || isFigure(piece)))
    return undefined
  if (labels.length === 0 && pieces.every(piece => piece === '')) return undefined
  // Its number says which one.
  if (labels.at(-1)?.endsWith('第')) return undefined
  return { label: labels.length === 0 ? null : labels.join(' ').replace(/[:：]$/, ''), pieces }
}

/** Split at blanks, and behind a colon that a figure follows. */
function words(line: string): readonly string[] {
  return line.replace(/([:：])(?=[\d０-９一二两三四五六七八九十零〇无没])/g, '$1 ').split(/\s+/)
}

/** Every comma that can belong to a number does: `1,160,000` is one piece, `3,1,0` and `0,100,200` are three. */
function split(body: string): readonly string[] {
  const line = body.replace(/[。、，,；;]$/, '')
  if (isFigure(line)) return [line]
  if (/[ 、；;]/.test(line)) return line.split(/ ?[、；;] ?| ?[,，] | [,，]| /)
  if (/[/／]/.test(line)) return line.split(/[/／]/)
  return line.split(/，/.test(line) && /,/.test(line) ? '，' : /[,，]/)
}

function isFigure(piece: string): boolean {
  return !('fault' in readQuantity(piece)) && !/^\d+[.．、]$/.test(piece)
}

/** Words without a number; a number before 、 or in brackets, as in the printed 一、 and （一） and 1., only counts them. */
function isLabel(word: string, next: string | undefined): boolean {
  const name = word.replace(enumerator, '')
  if (name === '') return next !== undefined && enumerator.test(word) && isLabel(next, undefined)
  if (/\d/.test(fold(name)) || counted.test(name) || isVague(name)) return false
  return /[\p{L}]/u.test(name) && !split(word).every(isFigure)
}
