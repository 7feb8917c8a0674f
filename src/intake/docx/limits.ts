// The limits of a Word file. A real report is a tenth of them: some 60 rows, 400 cells, 12 pages.

export const limits = {
  /** Of the file. */
  bytes: 5_000_000,
  /** Files in the zip, and what all of them say they hold. */
  entries: 2_000,
  declared: 100_000_000,
  /** Of one part that is read, counted while it is inflated. */
  inflated: 12_000_000,
  /** Inflated bytes to one packed byte, once a part is beyond `freely`. XML of tables packs to a fortieth. */
  ratio: 100,
  freely: 1_000_000,
  elements: 150_000,
  depth: 150,
  /** Of one element. */
  attributes: 300,
  /** Of one paragraph: what is in it is read at once. */
  inParagraph: 20_000,
  signs: 60_000,
  characters: 500_000,
  tables: 200,
  rows: 1_000,
  cells: 10_000,
  paragraphs: 10_000,
  /** Of words outside the tables; a paragraph may break into several. */
  lines: 5_000,
  /** Columns of a table's grid; Word itself ends at 63. */
  columns: 100,
} as const
