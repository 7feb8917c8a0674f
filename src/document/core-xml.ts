// The document's own properties (title, dates): npm docx would write the clock's time there.

import { escapeMarkup } from './escape-markup.ts'

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
