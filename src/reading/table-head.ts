// The head of a column, compared as a reader compares it: marks, brackets and 是否 aside, and 本县 as 本区.

import { fold } from './fold.ts'

export const tableHead = (head: string): string =>
  fold(head)
    .replace(/\([^()]{0,40}\)|\[[^[\]]{0,40}\]/g, '')
    .replace(/[\s*:?_/“”"'、,]/g, '')
    .replace(/^是否/, '')
    .replace(/本[县市旗州]/g, '本区')
    .toLowerCase()
