// The kinds of answer by name: a new kind is one file and its line here; the compiler asks for the rest.

import type { Value } from '../filing.ts'
import type { AnswerType } from '../form.ts'
import type { AnswerKind } from './answer.ts'
import { choices } from './choices.ts'
import { count } from './count.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { line } from './line.ts'
import { money } from './money.ts'
import { moneyWan } from './money-wan.ts'
import { signed } from './signed.ts'
import { webAddress } from './web-address.ts'
import { yesNo } from './yes-no.ts'

export const answers: Readonly<Record<AnswerType, AnswerKind>> = {
  count,
  signed,
  money,
  'money-wan': moneyWan,
  decimal,
  'yes-no': yesNo,
  choices,
  line,
  'web-address': webAddress,
  date,
}

/** Whether a value says no more than a closed gate would: 0, no, none of the options, or a blank. */
export const isNothing = (type: AnswerType, value: Value): boolean => {
  const { amount, equal, zero } = answers[type]
  if (amount) return amount(value) === 0
  return value === null || (zero !== undefined && equal(value, zero))
}
