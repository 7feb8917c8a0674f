// Where one unit stands: its report in each campaign that is open, who fills it in, and what it was called.

import type { Campaign } from '../../../district/campaign.ts'
import { plain, strong } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import { type DueStanding, readStandings } from '../../oversight/read-status.ts'
import type { ListedUnit } from '../../ports/registry.ts'
import { listInvitations } from '../../registry/list-invitations.ts'
import { listPeople } from '../../registry/list-people.ts'
import { reportTitle } from '../../report-title.ts'
import type { Asker, Asking } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { rightsAt } from '../desk-of.ts'
import { meantUnit } from '../named-unit.ts'
import { standingWords } from '../standing-words.ts'

export const unit: Asking = async (deps, asker, { text, args }) => {
  const { words } = deps
  const said = text === null ? { id: args[0] ?? '' } : { name: text }
  const meant = await meantUnit(deps, asker, 'unit', said)
  if (meant.type === 'answer') return meant.answer
  const { unit, units } = meant
  const lines = [
    ...factsOf(deps, unit, units),
    ...(await standingsOf(deps, asker, unit)),
    ...(await peopleOf(deps, asker, unit)),
  ]
  return {
    lines: [strong(unit.name), ...lines.map(plain)],
    choices: [
      ...(rightsAt(asker, 'invite-person') && unit.closed === null
        ? [choiceOf(words, 'invite', unit.id)]
        : []),
      ...ways(words, 'progress', 'units'),
    ],
  }
}

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

const standingsOf = async (
  deps: DeskDeps,
  { caller }: Asker,
  unit: ListedUnit,
): Promise<readonly string[]> => {
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
  { caller }: Asker,
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
