// Words that agree and say nothing more: 好的 · 嗯，可以 · ok. They are no reason for a figure that looks wrong.

import { fold } from './fold.ts'
import { withoutStop } from './without-stop.ts'

const words =
  /^(?:(?:好|嗯|行|对|是|可以|确认|确定|没错|没问题|没有问题|记录|记下|同意|知道|明白|了解|收到|ok|okay|yes|y|right|correct|confirm|agreed)(?:的|了|吧|啊|呀|呢|哦|滴)?[,、 ]{0,2}){1,3}$/u

/** Whether the whole text is such words. */
export const isAgreementWord = (text: string): boolean =>
  words.test(withoutStop(fold(text).trim()).toLowerCase())
