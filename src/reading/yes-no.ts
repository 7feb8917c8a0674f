// A yes or a no as a whole answer: 是 · 有的 · 否 · 没有. It must not read a yes or a no out of a longer sentence.

import { withoutCourtesy } from './courtesy.ts'
import { fold } from './fold.ts'
import { withoutStop } from './without-stop.ts'
import { isYesWord } from './yes-word.ts'
import { isZeroWord } from './zero-word.ts'

/** The words that a document prints. */
export const yesNoWords = { yes: '是', no: '否' } as const

const no = new Set('否 不 不是 不是的 没 不对 未 不要 没有的 尚未 还没 还没有 no n'.split(' '))

/** Whether the answer is yes; undefined when it is neither. */
export const readYesNo = (text: string): boolean | undefined => {
  if (isYesWord(text)) return true
  const said = withoutStop(fold(text).trim()).toLowerCase()
  if (no.has(said) || (/\p{L}/u.test(said) && isZeroWord(withoutCourtesy(said)))) return false
  return undefined
}
