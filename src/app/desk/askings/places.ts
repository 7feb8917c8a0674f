// The way to another place: another unit's desk, or a report of one's own.

import { leadsToFiling } from '../../../district/access.ts'
import { unitId } from '../../../engine/filing.ts'
import { plain } from '../../conversation/compose/view.ts'
import type { OwnPlace } from '../../ports/people.ts'
import type { Asking, AskingChoice } from '../asking.ts'
import { ways } from '../choices.ts'

export const places: Asking = async ({ words, people }, { caller, desks, unit }, { args }) => {
  const [kind, id = ''] = args
  if (kind === 'filing') return { lines: [], goes: { filing: id } }
  if (kind === 'desk') return { lines: [], goes: { desk: unitId(id) } }
  const own = caller.type === 'person' ? (await people.placesOf(caller.account)).filter(isReport) : []
  const at = ({ unitName, form, year }: OwnPlace): string => {
    const isTwice = own.filter(each => each.unitName === unitName).length > 1
    const title = words.form.title(form, { year })
    return isTwice ? words.say('units.place', { unit: unitName, title }) : unitName
  }
  const choices: readonly AskingChoice[] = [
    ...desks
      .filter(({ id }) => id !== unit.id)
      .map(
        ({ id, name }): AskingChoice => ({
          ...{ asking: 'places', args: ['desk', id], label: words.desk('places.desk', { unit: name }) },
        }),
      ),
    ...own.map(
      (place): AskingChoice => ({
        ...{ asking: 'places', args: ['filing', place.filing] },
        label: words.desk('places.report', { unit: at(place) }),
      }),
    ),
  ]
  const text =
    choices.length > 0 ? words.desk('places.choose') : words.desk('places.one', { unit: unit.name })
  return { lines: [plain(text)], choices: [...choices, ...ways(words, 'progress')] }
}

const isReport = ({ members }: OwnPlace): boolean => members.some(({ role }) => leadsToFiling(role))
