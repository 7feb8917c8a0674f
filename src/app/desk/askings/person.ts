// One person of a unit, and what can be done about them by whoever asks.

import { plain, strong } from '../../conversation/compose/view.ts'
import { dayWords } from '../../day-words.ts'
import type { AskingName } from '../../doors.ts'
import { doors } from '../../doors.ts'
import { listPeople } from '../../registry/list-people.ts'
import type { Asker, Asking, AskingChoice } from '../asking.ts'
import { ways } from '../choices.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { rightsAt } from '../desk-of.ts'
import { meantUnit } from '../named-unit.ts'

/** `args`: the unit and the person. */
export const person: Asking = async (deps, asker, { args: [id = '', who = ''] }) => {
  const { words, environment, absences, people, registry } = deps
  const meant = await meantUnit(deps, asker, 'people', { id })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const ports = { people: people.people, unitGrounds: registry.unitGrounds }
  const found = (await listPeople(ports, asker.caller, unit.id, 'list-people')).find(each => each.id === who)
  if (!found)
    return {
      lines: [plain(words.desk('person.gone', { unit: unit.name }))],
      choices: ways(words, 'people', 'units'),
    }
  const { name, members } = found
  const today = environment.dateOf(asker.caller.at)
  const away = (await absences.absencesOf(unit.id, today)).find(each => each.person === who)
  const isFiller = members.some(({ role, sections }) => role === 'filler' && sections === null)
  const lines = members.map(({ role, since }) =>
    words.desk('person.member', {
      ...{ unit: unit.name, role: words.say(`role.${role}`) },
      day: dayWords(words, environment.dateOf(since)),
    }),
  )
  const days = away && { since: dayWords(words, away.since), until: dayWords(words, away.until) }
  return {
    lines: [strong(name), ...lines, ...(days ? [words.desk('person.away', days)] : [])].map(line =>
      typeof line === 'string' ? plain(line) : line,
    ),
    choices: [
      ...(isFiller ? choicesAbout(deps, asker, ['resend', 'new-filler'], [unit.id, who]) : []),
      ...(away ? choicesAbout(deps, asker, ['record-away'], [unit.id, who]) : []),
      ...choicesAbout(deps, asker, ['remove-person', 'disable-person', 'erase-person'], [unit.id, who]),
      ...ways(words, 'people', 'units'),
    ],
  }
}

type About = Extract<
  AskingName,
  'resend' | 'new-filler' | 'record-away' | 'remove-person' | 'disable-person' | 'erase-person'
>

/** Those to which the asker has the right. */
const choicesAbout = (
  { words }: Pick<DeskDeps, 'words'>,
  asker: Asker,
  names: readonly About[],
  args: readonly string[],
): readonly AskingChoice[] =>
  names
    .filter(name => rightsAt(asker, doors.askings[name]) !== null)
    .map(asking => ({ asking, args, label: words.desk(`choice.person.${asking}`) }))
