// Takes the clock out of a docx, so that equal input gives equal bytes: one time on every file of the zip, and the
// document's own properties, in which the library would write the present.

import { escapeMarkup } from '../escape-markup.ts'

// Offsets of APPNOTE.TXT 6.3.10: 4.3.7 local header, 4.3.12 central directory, 4.3.16 its end.
const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/** The same bytes with every file's time set to `at` (epoch milliseconds, read as UTC; 1980 is the earliest). */
export const stampZip = (zip: Uint8Array, at: number): Uint8Array => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const stamp = dosTime(at)
  const end = zip.byteLength - 22
  if (view.getUint32(end, true) !== endOfDirectory) throw new Error('not a zip without a comment')
  const files = view.getUint16(end + 10, true)
  let entry = view.getUint32(end + 16, true)
  for (let file = 0; file < files; file += 1) {
    if (view.getUint32(entry, true) !== directoryEntry) throw new Error('the zip has a broken directory')
    view.setUint32(entry + 12, stamp, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, stamp, true)
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true)
  }
  return zip
}

/** Time in the low half, date in the high one; two seconds are the finest. */
const dosTime = (at: number): number => {
  const date = new Date(Math.max(at, Date.UTC(1980, 0, 1)))
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  return ((day << 16) | time) >>> 0
}

/** docProps/core.xml; `at` is epoch milliseconds. ECMA-376 part 2, 11. */
export const coreXml = (title: string, at: number): string => {
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${new Date(at).toISOString().slice(0, 19)}Z</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeMarkup(title)}</dc:title>${date('created')}${date('modified')}</cp:coreProperties>`
  )
}
