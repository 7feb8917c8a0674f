// The standings of the campaign that is collected now, for askings that count units: of all, of a branch. An asking about
// one unit by its name is answered with where that unit stands.

import type { Campaign } from '../../district/campaign.ts'
import { plain } from '../conversation/compose/view.ts'
import { momentWords } from '../moment-words.ts'
import { type DueStanding, readStandings } from '../oversight/read-status.ts'
import type { AskedWith, Asker, Asking, DeskAnswer } from './asking.ts'
import { unit } from './askings/unit.ts'
import { ways } from './choices.ts'
import type { DeskDeps } from './desk-deps.ts'
import { subjectOf, type UnitBranch } from './subject.ts'

export type StandingsNow = {
  readonly campaign: Campaign
  /** Of the units that are to file and are meant. */
  readonly standings: readonly DueStanding[]
  /** Null where all are meant. */
  readonly branch: UnitBranch | null
  readonly asker: Asker
  readonly asked: AskedWith
  /** The district's day. */
  readonly today: string
}

type Counted = Pick<DeskAnswer, 'kept' | 'choices'> & {
  readonly lines: readonly string[]
  /** The lines themselves name the branch. */
  readonly namesBranch?: true
}

/** The answer ends with the moment as of which it was counted. */
export const countStandings =
  (count: (deps: DeskDeps, now: StandingsNow) => Counted | Promise<Counted>): Asking =>
  async (deps, asker, asked) => {
    const { words, environment } = deps
    const subject = await subjectOf(deps, asker, asked.text)
    if (subject.type === 'answer') return subject.answer
    if (subject.type === 'unit') return unit(deps, asker, { text: null, args: [subject.unit.id] })
    const branch = subject.type === 'branch' ? subject.branch : null
    const read = await readCollected(deps, asker)
    if (!read) return { lines: [plain(words.desk('progress.none'))], choices: ways(words, 'units') }
    const standings = read.standings.filter(each => isFiling(each) && isMeant(branch, each))
    const today = environment.dateOf(asker.caller.at)
    const { lines, namesBranch, ...rest } = await count(deps, {
      ...read,
      standings,
      branch,
      asker,
      asked,
      today,
    })
    const head =
      branch && !namesBranch
        ? [words.desk('branch.head', { branch: branch.name, count: standings.length })]
        : []
    const asOf = words.desk('as-of', { at: momentWords(words, environment, asker.caller.at) })
    return { choices: ways(words, 'progress'), ...rest, lines: [...head, ...lines, asOf].map(plain) }
  }

/** Of the newest campaign that is open; null where none is, or none is theirs. */
export const readCollected = async (
  deps: DeskDeps,
  { caller }: Pick<Asker, 'caller'>,
): Promise<Pick<StandingsNow, 'campaign' | 'standings'> | null> => {
  const campaign = (await deps.campaigns.campaigns()).find(({ closedAt }) => closedAt === null)
  const standings = campaign && (await readStandings(deps, caller, campaign))
  return campaign && standings ? { campaign, standings } : null
}

const isFiling = ({ state }: DueStanding): boolean => state !== 'exempt'
const isMeant = (branch: UnitBranch | null, { level }: DueStanding): boolean =>
  branch === null || (level !== null && branch.levels.includes(level))
