// The office's message of a day in words: how many are in, who is not and how far they are, whom the day's reminder did
// not reach. No figure of any report.

import type { Digest } from '../../district/nudges/digest.ts'
import { writeMoment } from '../../district/nudges/moment.ts'
import type { CampaignSummary, UnitStatus } from '../../district/summary.ts'
import { dayWords } from '../day-words.ts'
import type { ListedNudge } from '../ports/nudges.ts'
import type { NudgeContext } from './nudge-text.ts'

/** The day's nudges to units, the latest first. */
type Reminded = {
  readonly sent: readonly ListedNudge[]
  /** `YYYY-MM-DDTHH:MM` in the district's zone. */
  readonly momentOf: (at: number) => string
}

export const digestText = (
  said: NudgeContext,
  digest: Pick<Digest, 'date' | 'time'>,
  summary: CampaignSummary,
  reminded: Reminded | null = null,
): string => {
  const { words, title } = said
  const { of, submitted, units, toChase } = summary
  const [, time = ''] = writeMoment(digest).split('T')
  const unsealed = units.filter(
    ({ state, submittedAt, sealedCopy }) => submittedAt !== null && state !== 'draft' && !sealedCopy,
  ).length
  return [
    words.district('digest', { title, at: `${dayWords(words, digest.date)} ${time}` }),
    words.district('digest.counts', { of, submitted, parts: partsOf(said, summary), left: of - submitted }),
    ...missingWords(said, digest.date, summary),
    ...(toChase.neverEntered.length > 0
      ? [words.district('digest.never-entered', { units: list(said, toChase.neverEntered) })]
      : []),
    ...(unsealed > 0 ? [words.district('digest.unsealed', { count: unsealed })] : []),
    ...(reminded ? remindedWords(said, reminded) : []),
  ].join('\n')
}

const list = ({ words }: NudgeContext, names: readonly string[]): string => names.join(words.say('list'))

/** How those stand that were handed in; what there is none of is not said. */
const partsOf = (
  said: NudgeContext,
  { approved, awaitingReview, awaitingAnswer, toChase }: CampaignSummary,
): string => {
  const counts = [
    ['approved', approved],
    ['waiting', awaitingReview - awaitingAnswer],
    ['queried', awaitingAnswer],
    ['returned', toChase.returned.length],
  ] as const
  const parts = counts.filter(([, count]) => count > 0)
  if (parts.length === 0) return ''
  const named = parts.map(([name, count]) => said.words.district(`digest.${name}`, { count }))
  return said.words.district('digest.parts', { parts: list(said, named) })
}

/** Those that are under way with what is missing, those under signature with their day, those not begun. */
const missingWords = (said: NudgeContext, date: string, summary: CampaignSummary): readonly string[] => {
  const { words } = said
  const { underWay, notBegun } = summary.toChase
  const statusOf = new Map(summary.units.map(each => [each.unit, each]))
  const isSigning = (unit: string): boolean => (statusOf.get(unit)?.promisedOn ?? '') >= date
  const filling = underWay.filter(unit => !isSigning(unit))
  const signing = [...underWay, ...notBegun].filter(isSigning)
  const blank = notBegun.filter(unit => !isSigning(unit))
  const statusIn = (unit: string): Pick<UnitStatus, 'open' | 'promisedOn'> =>
    statusOf.get(unit) ?? { open: 0, promisedOn: null }
  const groups = [
    ...filling.map(unit => words.district('digest.filling', { unit, open: statusIn(unit).open })),
    ...signing.map(unit =>
      words.district('digest.signing', { unit, day: dayWords(words, statusIn(unit).promisedOn ?? date) }),
    ),
    ...(blank.length > 0 ? [words.district('digest.blank', { units: list(said, blank) })] : []),
  ]
  return groups.length > 0 ? [words.district('digest.names', { units: list(said, groups) })] : []
}

/** The day's last reminders: their time, how many arrived, who was not reached. */
const remindedWords = (said: NudgeContext, { sent, momentOf }: Reminded): readonly string[] => {
  const { words } = said
  const [last] = sent
  if (!last) return []
  const named = (each: ListedNudge): string => each.unit ?? ''
  const arrived = new Set(sent.filter(({ state }) => state === 'sent').map(named))
  const failed = [...new Set(sent.filter(({ state }) => state === 'failed').map(named))]
  const [, time = ''] = momentOf(last.at).split('T')
  return [
    words.district('digest.reminded', { time, count: arrived.size }) +
      (failed.length > 0
        ? words.district('digest.failed', { count: failed.length, units: list(said, failed) })
        : words.district('digest.all')),
  ]
}
