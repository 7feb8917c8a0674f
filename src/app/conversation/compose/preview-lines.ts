// The page as it will print, in a chat: zeros are not shown, only mentioned.

import { outlineOf } from '../../../document/outline.ts'
import { textOf } from '../../../document/text.ts'
import type { Line } from '../../message.ts'
import { plain, type View } from './view.ts'

export const previewLines = ({ words, form, filing, unit }: View): readonly Line[] => {
  const compact = {
    allZero: words.say('preview.all-zero'),
    restZero: words.say('preview.rest-zero'),
    open: (count: number) => words.say('preview.open', { count }),
  }
  return [plain(textOf(outlineOf({ form, filing, unitName: unit.name }), { compact }).trim())]
}
