// A kind of rule: how data of its sort is judged. One file each beside this one, all in the table of kinds.ts.

import type { MessageId, RuleId } from '../keys.ts'
import type { Finding, Severity } from './finding.ts'
import type { Judged } from './judged.ts'

/** Every rule of a kind has a number and a source; `message` where the number has several, `ways` as in its kind. */
export type RuleData = {
  readonly id: RuleId
  readonly source: string
  readonly message?: MessageId
  readonly ways?: readonly string[]
}

export type Kind<Data extends RuleData> = {
  /** The worst it finds; `stated` where each rule says so itself. */
  readonly severity: Severity | 'stated'
  /** Further messages, `<rule>.<way>`. */
  readonly ways?: readonly string[]
  readonly judge: (rule: Data, judged: Judged) => readonly Finding[]
}
