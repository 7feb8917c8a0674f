// The lines that tell of one unit: facts, its standing in each campaign that is open, and its people. The same in the
// chat and on the page.

import type { Campaign } from '../../district/campaign.ts'
import { dayWords } from '../day-words.ts'
import type { Caller } from '../open.ts'
import { type DueStanding, readStandings } from '../oversight/read-status.ts'
import type { ListedUnit } from '../ports/registry.ts'
import { listInvitations } from '../registry/list-invitations.ts'
import { listPeople } from '../registry/list-people.ts'
import { reportTitle } from '../report-title.ts'
import type { DeskDeps } from './desk-deps.ts'
import { standingWords } from './standing-words.ts'

/** `units` are all that the caller reaches. */
export const unitLines = async (
  deps: DeskDeps,
  caller: Caller,
  unit: ListedUnit,
  units: readonly ListedUnit[],
): Promise<readonly string[]> => [
  ...factsOf(deps, unit, units),
  ...(await standingsOf(deps, caller, unit)),
  ...(await peopleOf(deps, caller, unit)),
]

const factsOf = (
  { words }: DeskDeps,
  { id, formerNames, closed, successor, files, isRoot }: ListedUnit,
  units: readonly ListedUnit[],
): readonly string[] => {
  const list = (names: readonly string[]) => names.join(words.say('list'))
  const below = units.filter(({ parent }) => parent === id)
  const into = units.find(each => each.id === successor)?.name
  return [
    ...(formerNames.length > 0 ? [words.desk('unit.former', { names: list(formerNames) })] : []),
    ...(closed === null ? [] : [closedWords({ words }, closed, into)]),
    ...(closed === null && !files ? [words.desk('unit.not-filing')] : []),
    ...(below.length > 0 && !isRoot
      ? [words.desk('unit.below', { count: below.length, units: list(below.map(({ name }) => name)) })]
      : []),
  ]
}

const closedWords = (
  { words }: Pick<DeskDeps, 'words'>,
  closed: string,
  into: string | undefined,
): string => {
  const day = dayWords(words, closed)
  return into === undefined ? words.desk('unit.closed', { day }) : words.desk('unit.merged', { day, into })
}

const standingsOf = async (deps: DeskDeps, caller: Caller, unit: ListedUnit): Promise<readonly string[]> => {
  const { words, campaigns } = deps
  const open = (await campaigns.campaigns()).filter(({ closedAt }) => closedAt === null)
  const said = async (campaign: Campaign): Promise<readonly string[]> => {
    const standing = (await readStandings(deps, caller, campaign))?.find(({ id }) => id === unit.id)
    const title = reportTitle(deps, campaign)
    if (standing) return [words.desk('unit.standing', { title, standing: wordsOf(deps, standing) })]
    return unit.files && unit.closed === null ? [words.desk('unit.outside', { title })] : []
  }
  return (await Promise.all(open.map(said))).flat()
}

const wordsOf = ({ words, environment }: DeskDeps, standing: DueStanding): string =>
  standingWords(words, environment, standing).join(words.locale === 'en' ? ', ' : '\uff0c')

const peopleOf = async (
  { registry, people, words }: DeskDeps,
  caller: Caller,
  { id, files }: ListedUnit,
): Promise<readonly string[]> => {
  const deps = { people: people.people, unitGrounds: registry.unitGrounds }
  const fillers = (await listPeople(deps, caller, id, 'list-people')).filter(({ members }) =>
    members.some(({ role }) => role === 'filler'),
  )
  const waiting = (await listInvitations(registry, caller)).filter(each => each.unit === id)
  const names = fillers.map(({ name }) => name).join(words.say('list'))
  return [
    ...(fillers.length > 0 ? [words.desk('unit.people', { people: names })] : []),
    ...(fillers.length === 0 && files ? [words.desk('unit.nobody')] : []),
    ...(waiting.length > 0 ? [words.desk('unit.invited', { count: waiting.length })] : []),
  ]
}
