// The document as one web page, ready to publish: real headings and tables, readable without scripts, printable on
// A4. It must not load anything from elsewhere.

import { assertNever } from '../faults.ts'
import { pageStyle as official, type PageStyle } from '../forms/page-style.ts'
import { escapeMarkup } from './escape-markup.ts'
import { cellsInGrid, type PlacedCell } from './grid.ts'
import { htmlStyle } from './html-style.ts'
import type { Block, Outline, OutlineTable } from './outline.ts'

/** The whole page. Every word of the report is escaped; the one style sheet stands in the head. */
export const htmlOf = (outline: Outline, pageStyle: PageStyle = official): string =>
  [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(outline.title)}</title>`,
    `<style>\n${htmlStyle(pageStyle)}${widthsOf(outline)}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${titleOf(outline)}</h1>`,
    ...outline.blocks.map(blockOf),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')

/** A title that does not fit on one line breaks where its second line should begin. */
const titleOf = ({ title, titleBreak }: Outline): string =>
  titleBreak === 0
    ? escapeMarkup(title)
    : [title.slice(0, titleBreak), title.slice(titleBreak)]
        .map(half => `<span>${escapeMarkup(half)}</span>`)
        .join('')

const blockOf = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return `<h2 id="${escapeMarkup(block.section)}">${escapeMarkup(block.text)}</h2>`
    case 'paragraph': {
      const lead = block.lead && `<span class="head${block.level}">${escapeMarkup(block.lead)}</span>`
      return `<p>${lead}${escapeMarkup(block.text)}</p>`
    }
    case 'closing':
      return `<p class="closing">${escapeMarkup(block.unit)}<br>${escapeMarkup(block.day)}</p>`
    case 'table':
      return tableOf(block)
    default:
      return assertNever(block)
  }
}

/** The columns' widths as rules: a page that forbids styles on its elements shows them too. */
const widthsOf = ({ blocks }: Outline): string =>
  blocks
    .flatMap(block => {
      if (block.type !== 'table') return []
      const sum = block.widths.reduce((total, width) => total + width, 0)
      return block.widths.map((width, at) => {
        const share = ((width / sum) * 100).toFixed(2)
        return `table[aria-labelledby="${escapeMarkup(block.section)}"] col:nth-child(${at + 1}) { width: ${share}% }\n`
      })
    })
    .join('')

const tableOf = (table: OutlineTable): string => {
  const grid = cellsInGrid(table)
  const head = grid.slice(0, table.headRows).map(rowOf)
  const bodies = bodiesOf(grid.slice(table.headRows), table.widths.length)
  return [
    `<div class="table" role="region" tabindex="0" aria-labelledby="${escapeMarkup(table.section)}">`,
    `<table aria-labelledby="${escapeMarkup(table.section)}">`,
    `<colgroup>${'<col>'.repeat(table.widths.length)}</colgroup>`,
    ...(head.length > 0 ? ['<thead>', ...head, '</thead>'] : []),
    ...bodies.flatMap(rows => ['<tbody>', ...rows.map(rowOf), '</tbody>']),
    '</table>',
    '</div>',
  ].join('\n')
}

/** A head as wide as the table begins a group of rows of its own. */
const bodiesOf = (
  rows: readonly (readonly PlacedCell[])[],
  width: number,
): readonly (readonly PlacedCell[])[][] => {
  const bodies: (readonly PlacedCell[])[][] = []
  for (const row of rows) {
    const opens = row[0]?.role === 'head' && row[0].columns === width
    const last = bodies.at(-1)
    if (last && !opens) last.push(row)
    else bodies.push([row])
  }
  return bodies
}

const rowOf = (row: readonly PlacedCell[]): string => `<tr>${row.map(cellOf).join('')}</tr>`

const cellOf = (cell: PlacedCell): string => {
  const spans =
    (cell.columns > 1 ? ` colspan="${cell.columns}"` : '') + (cell.rows > 1 ? ` rowspan="${cell.rows}"` : '')
  const words = cell.text.split('\n').map(escapeMarkup).join('<br>')
  switch (cell.role) {
    case 'head':
      return `<th scope="${cell.columns > 1 ? 'colgroup' : 'col'}"${spans}>${words}</th>`
    case 'label':
      return `<th scope="${cell.rows > 1 ? 'rowgroup' : 'row'}"${spans}${cell.left ? ' class="left"' : ''}>${words}</th>`
    case 'field':
      return `<td${spans} class="left">${words}</td>`
    case 'corner':
    case 'figure':
      return `<td${spans}>${words}</td>`
    default:
      return assertNever(cell)
  }
}
