// The short answers to a yes-or-no question that mean yes: 有 · 有的 · 是.
// The words that mean none are zero-word.ts.

import { fold } from './fold.ts'
import { withoutStop } from './without-stop.ts'

const words = new Set('有 有的 有啊 有过 有一些 有几件 是 是的 对 嗯 要 要的 写进去 yes y'.split(' '))

/** Whether the whole text says yes. */
export const isYesWord = (text: string): boolean => words.has(withoutStop(fold(text).trim()).toLowerCase())
