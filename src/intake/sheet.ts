// Reads a table that somebody sent, CSV or xlsx, into rows of text. Limits hold before anything is believed; it never
// throws at a file and knows no column.

import type { WhyRefused } from '../engine/draft.ts'
import { reading } from './docx/refusal.ts'
import { inSlices, type Pause } from './docx/slices.ts'
import { unzip } from './docx/unzip.ts'
import { readCsv } from './sheet/csv.ts'
import { type SheetRead, sheetLimits, type WhyNoSheet } from './sheet/sheet-row.ts'
import { rowsOfXlsx } from './sheet/xlsx.ts'

/** Rows without a word are left out; those that stay keep their line. */
export const readSheet = async (bytes: Uint8Array, pause: Pause): Promise<SheetRead> => {
  if (bytes.length > sheetLimits.bytes) return { ok: false, why: 'too-large' }
  const read = startsWith(bytes, zipSign) ? await readXlsx(bytes, pause) : readOther(bytes)
  if (!read.ok) return read
  const rows = read.rows.filter(({ cells }) => cells.some(cell => cell !== ''))
  if (rows.length === 0) return { ok: false, why: 'empty' }
  return { ok: true, rows }
}

const zipSign = [0x50, 0x4b]
/** The compound file of Excel before 2007, of WPS, and of any xlsx with a password (MS-CFB 2.2). */
const compoundSign = [0xd0, 0xcf, 0x11, 0xe0]

const readOther = (bytes: Uint8Array): SheetRead =>
  startsWith(bytes, compoundSign) ? { ok: false, why: 'old-excel' } : readCsv(bytes)

const readXlsx = async (bytes: Uint8Array, pause: Pause): Promise<SheetRead> => {
  const read = await reading(() => inSlices(rowsOfZip(bytes), pause))
  if (!read.ok) return { ok: false, why: whys[read.why] ?? 'damaged' }
  if (read.value.length > sheetLimits.rows) return { ok: false, why: 'too-many-rows' }
  return { ok: true, rows: read.value }
}

function* rowsOfZip(bytes: Uint8Array): ReturnType<typeof rowsOfXlsx> {
  return yield* rowsOfXlsx(unzip(bytes))
}

const whys: Readonly<Partial<Record<WhyRefused, WhyNoSheet>>> = {
  'not-docx': 'not-sheet',
  encrypted: 'encrypted',
  'too-large': 'too-large',
}

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)
