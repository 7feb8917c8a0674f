// One part of a zip as a tree of elements: inflated and read in slices.

import type { Sliced } from './slices.ts'
import { inflate, type ZipEntry } from './unzip.ts'
import { type Element, xmlReader } from './xml.ts'

/** Bytes of XML that are read at once. */
export const portion = 16_384

/** The root of a part. */
export function* treeOf(entry: ZipEntry): Sliced<Element> {
  const reader = xmlReader()
  for (const chunk of inflate(entry)) {
    for (let at = 0; at < chunk.length; at += portion) {
      const bytes = chunk.subarray(at, at + portion)
      reader.write(bytes)
      yield bytes.length
    }
    // Inflating is a sixteenth of the work of reading.
    yield chunk.length >> 4
  }
  return reader.end()
}
