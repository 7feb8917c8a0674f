// A Word file read without letting anybody go first, for tests of what is read. It must not be used to test slices.

import type { Catalog } from '../../../src/forms/catalog.ts'
import { type DocxRead, readDocx } from '../../../src/intake/docx.ts'

export const readAtOnce = (bytes: Uint8Array, catalog: Catalog): Promise<DocxRead> =>
  readDocx(bytes, catalog, async () => {})
