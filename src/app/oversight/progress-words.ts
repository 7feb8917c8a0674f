// The progress of a campaign in the office's words: counts, and the names of units that something is to be done about.

import type { CampaignSummary } from '../../district/summary.ts'
import type { Words } from '../../i18n/words.ts'
import { nameList } from './name-list.ts'

type Said = Pick<Words, 'say' | 'desk'>
type Part = 'approved' | 'waiting' | 'returned' | 'withdrawn' | 'under-way' | 'not-begun'

/** 应报送 … 家。已报送 … 家：…。未报送 … 家：…。 Nothing is said of what there is none of. */
export const progressWords = (words: Said, summary: CampaignSummary): readonly string[] => {
  const { of, submitted, approved, awaitingReview, awaitingAnswer, toChase, units } = summary
  const names = (units: readonly string[]): string => nameList(words, units)
  const part = (key: Part, count: number, units: readonly string[] = []) => {
    if (count === 0) return []
    const said = words.desk(`progress.${key}`, { count })
    return [units.length > 0 ? words.desk('progress.named', { said, units: names(units) }) : said]
  }
  const list = (parts: readonly string[][]): string => {
    const said = parts.flat().join(words.say('list'))
    return said === '' ? '' : words.desk('progress.of-them', { parts: said })
  }
  const { returned, underWay, notBegun, neverEntered } = toChase
  // Handed in once, and under way again.
  const withdrawn = units
    .filter(({ state, submittedAt }) => state === 'draft' && submittedAt !== null)
    .map(({ unit }) => unit)
  const handedIn = list([
    part('approved', approved),
    part('waiting', awaitingReview),
    part('returned', returned.length, returned),
  ])
  const missing = list([
    part('withdrawn', withdrawn.length, withdrawn),
    part('under-way', underWay.length - withdrawn.length),
    part('not-begun', notBegun.length, notBegun),
  ])
  const left = of - submitted
  const exempt = units.filter(({ state }) => state === 'exempt').map(({ unit }) => unit)
  const counted = { count: of, submitted, handedIn, left, missing }
  return [
    words.desk(left > 0 ? 'progress.progress-left' : 'progress.progress', counted),
    ...(awaitingAnswer > 0 ? [words.desk('progress.queried', { count: awaitingAnswer })] : []),
    ...named(words, 'progress.never-entered', neverEntered),
    ...named(words, 'progress.exempt', exempt),
  ]
}

const named = (
  words: Said,
  key: 'progress.never-entered' | 'progress.exempt',
  units: readonly string[],
): readonly string[] =>
  units.length > 0 ? [words.desk(key, { count: units.length, units: nameList(words, units) })] : []
