// Ends what a person has: in one unit, everywhere, or with all that says who they were. Each is asked once, with what stays.

import { plain } from '../../conversation/compose/view.ts'
import { endPerson } from '../../registry/end-person.ts'
import { erasePerson } from '../../registry/erase-person.ts'
import { listPeople } from '../../registry/list-people.ts'
import type { Asking } from '../asking.ts'
import { choiceOf, ways } from '../choices.ts'
import { meantUnit } from '../named-unit.ts'

type Ending = 'remove-person' | 'disable-person' | 'erase-person'

/** `args`: the unit and the person, and `do` behind them where it is confirmed. */
const ending =
  (what: Ending): Asking =>
  async (deps, asker, { args: [id = '', who = '', confirmed] }) => {
    const { words, people, registry, environment } = deps
    const meant = await meantUnit(deps, asker, 'people', { id })
    if (meant.type === 'answer') return meant.answer
    const { unit } = meant
    const choices = ways(words, 'people', 'units')
    const ports = { people: people.people, unitGrounds: registry.unitGrounds }
    const found = (await listPeople(ports, asker.caller, unit.id, 'list-people')).find(
      each => each.id === who,
    )
    // The message may come again after it was done.
    if (!found) return { lines: [plain(words.desk('person.gone', { unit: unit.name }))], choices }
    const about = { name: found.name, unit: unit.name }
    if (confirmed !== 'do')
      return {
        lines: [plain(words.desk(`${what}.sure`, about))],
        choices: [
          { asking: what, args: [id, who, 'do'], label: words.desk(`choice.${what}.do`), main: true },
          choiceOf(words, 'cancel'),
        ],
      }
    const recorder = {
      ...{ ...environment, audits: deps.audits, seal: deps.seal },
      registry: { ...people, unitGround: registry.unitGround, unitGrounds: registry.unitGrounds },
    }
    const act =
      what === 'erase-person'
        ? await erasePerson(recorder, asker.caller, who)
        : await endPerson(
            recorder,
            asker.caller,
            who,
            what === 'remove-person' ? { type: 'unit', unit: unit.id } : { type: 'all' },
          )
    if (act.type === 'done')
      return {
        lines: [plain(words.desk(`${what}.done`, what === 'erase-person' ? { ...about, name: '' } : about))],
        choices,
      }
    const why = act.why === 'last-administrator' ? 'person.last-administrator' : 'person.not-done'
    return { lines: [plain(words.desk(why, about))], choices }
  }

export const removePerson = ending('remove-person')
export const disablePerson = ending('disable-person')
export const erasePersonAtDesk = ending('erase-person')
