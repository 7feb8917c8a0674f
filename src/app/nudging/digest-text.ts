// The office's message of a day in words: how many are in, who is not. No figure of any report.

import type { Digest } from '../../district/nudges/digest.ts'
import { writeMoment } from '../../district/nudges/moment.ts'
import type { CampaignSummary } from '../../district/summary.ts'
import type { NudgeContext } from './nudge-text.ts'

export const digestText = (
  { words, title }: NudgeContext,
  digest: Digest,
  { of, submitted, toChase }: CampaignSummary,
): string => {
  const list = (units: readonly string[]): string => units.join(words.say('list'))
  const { underWay, notBegun, neverEntered } = toChase
  const missing = [...underWay, ...notBegun]
  const at = writeMoment(digest).replace('T', ' ')
  return [
    words.district('digest', { title, at, of, submitted, left: of - submitted }),
    ...(missing.length > 0 ? [words.district('digest.names', { units: list(missing) })] : []),
    ...(neverEntered.length > 0
      ? [words.district('digest.never-entered', { units: list(neverEntered) })]
      : []),
  ].join('\n')
}
