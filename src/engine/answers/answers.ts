// The kinds of answer by name: a new kind is one file and its line here; the compiler asks for the rest.

import type { AnswerType } from '../form.ts'
import type { AnswerKind } from './answer.ts'
import { count } from './count.ts'
import { money } from './money.ts'
import { moneyWan } from './money-wan.ts'
import { signed } from './signed.ts'

export const answers: Readonly<Record<AnswerType, AnswerKind>> = {
  count,
  signed,
  money,
  'money-wan': moneyWan,
}
