// The page as it will print, in a chat: zeros are not shown, only mentioned.

import { textOf } from '../../../document/text.ts'
import { printOf } from '../../mail/snapshot.ts'
import type { Line } from '../../message.ts'
import { plain, type View } from './view.ts'

export const previewLines = ({ words, form, filing, unit }: View, closesOn: string): readonly Line[] => {
  const compact = {
    allZero: words.say('preview.all-zero'),
    restZero: words.say('preview.rest-zero'),
    open: (count: number) => words.say('preview.open', { count }),
  }
  return [plain(textOf(printOf(form, filing, unit, closesOn), { compact }).trim())]
}
