// The body in print order: paragraphs and tables as Word holds them, before anything is merged or understood.

import { inlineOf, isOn, isPlaceholder, object } from './inline.ts'
import { limits } from './limits.ts'
import { stop } from './refusal.ts'
import { perElement, type Sliced } from './slices.ts'
import { childOf, type Element } from './xml.ts'

export type WordParagraph = {
  readonly type: 'paragraph'
  readonly text: string
  /** Its words that are hidden or struck through. */
  readonly struck: string
  readonly style: string
}

export type RawCell = {
  readonly text: string
  readonly struck: string
  readonly columns: number
  readonly down: 'restart' | 'continue' | null
  /** Whether it goes on the cell to its left (hMerge). */
  readonly across: boolean
}
export type RawRow = { readonly before: number; readonly cells: readonly RawCell[] }
export type WordTable = { readonly type: 'table'; readonly rows: readonly RawRow[] }
export type WordBlock = WordParagraph | WordTable

/** The blocks of a body, a cell or a text box; a table of one cell is only a frame around what stands in it. */
export function* blocksOf(element: Element): Sliced<readonly WordBlock[]> {
  const blocks: WordBlock[] = []
  let open = ''
  let gone = ''
  for (const child of flat(element)) {
    if (child.name === 'w:tbl') for (const block of yield* tableOf(child)) blocks.push(block)
    else {
      const { text, struck, boxes, elements } = inlineOf(child)
      yield Math.max(text.length, perElement * elements)
      for (const box of boxes) for (const block of yield* blocksOf(box)) blocks.push(block)
      // A tracked change that took the paragraph's end away joins it to the next one.
      const properties = childOf(child, 'w:pPr')
      open += text
      gone += struck
      if (open.length > limits.signs) stop('too-large')
      if (childOf(childOf(properties, 'w:rPr'), 'w:del')) continue
      const style = childOf(properties, 'w:pStyle')?.attributes.get('val') ?? ''
      blocks.push({ type: 'paragraph', text: open, struck: gone, style })
      open = ''
      gone = ''
    }
  }
  return `${open}${gone}` === ''
    ? blocks
    : [...blocks, { type: 'paragraph', text: open, struck: gone, style: '' }]
}

const through = ['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag', 'w:sdtContent', 'mc:Choice', 'mc:Fallback']

/** Paragraphs and tables (or the rows of one, its cells), taken out of their wrappings. */
const flat = (element: Element, names: readonly string[] = ['w:p', 'w:tbl']): readonly Element[] =>
  element.children.flatMap((child): readonly Element[] => {
    if (typeof child === 'string') return []
    if (names.includes(child.name)) return [child]
    if (child.name === 'w:sdt') return isPlaceholder(child) ? [] : flat(child, names)
    if (child.name === 'mc:AlternateContent') {
      const chosen = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
      return chosen ? flat(chosen, names) : []
    }
    return through.includes(child.name) ? flat(child, names) : []
  })

/** A table, and after it the tables that stood inside its cells. */
function* tableOf(element: Element): Sliced<readonly WordBlock[]> {
  const inner: WordBlock[] = []
  const rows: RawRow[] = []
  const found = flat(element, ['w:tr']).filter(row => !childOf(childOf(row, 'w:trPr'), 'w:del'))
  for (const row of found) {
    // A tracked change that took a cell away moves the ones behind it to the left.
    const cells = flat(row, ['w:tc']).filter(cell => !childOf(childOf(cell, 'w:tcPr'), 'w:cellDel'))
    if (found.length === 1 && cells.length === 1 && cells[0]) return yield* blocksOf(cells[0])
    const before = sizeOf(childOf(childOf(row, 'w:trPr'), 'w:gridBefore'), 0)
    const raw: RawCell[] = []
    for (const cell of cells) raw.push(yield* cellOf(cell, inner))
    yield perElement * (1 + cells.length)
    rows.push({ before, cells: raw })
  }
  return [{ type: 'table', rows }, ...inner]
}

function* cellOf(element: Element, inner: WordBlock[]): Sliced<RawCell> {
  const properties = childOf(element, 'w:tcPr')
  const merge = childOf(properties, 'w:vMerge')
  const struck: string[] = []
  const words = (yield* blocksOf(element)).map(block => {
    if (block.type === 'paragraph') {
      if (block.struck !== '') struck.push(block.struck)
      return block.text
    }
    inner.push(block)
    return object
  })
  return {
    text: words.join('\n').trim(),
    struck: struck.join('\n'),
    columns: Math.max(1, sizeOf(childOf(properties, 'w:gridSpan'), 1)),
    down: merge ? (merge.attributes.get('val') === 'restart' ? 'restart' : 'continue') : null,
    across:
      isOn(childOf(properties, 'w:hMerge')) &&
      childOf(properties, 'w:hMerge')?.attributes.get('val') !== 'restart',
  }
}

const sizeOf = (element: Element | undefined, otherwise: number): number => {
  const size = Number(element?.attributes.get('val') ?? otherwise)
  return Number.isInteger(size) && size >= 0 ? size : otherwise
}
