// Another person fills in for a unit: names who does now, and makes the new one's link from their name.

import { listPeople } from '../../registry/list-people.ts'
import type { Asking } from '../asking.ts'
import { meantUnit } from '../named-unit.ts'
import { unitNamed } from '../subject.ts'

export const changeFiller: Asking = async (deps, asker, { text, args }) => {
  const { words, people, registry } = deps
  const [id] = args
  const name = id === undefined ? await unitNamed(deps, asker, text ?? '') : null
  if (name === '') {
    const question = words.desk('change-filler.whom')
    return { lines: [], pending: { asking: 'change-filler', args: [], question } }
  }
  const meant = await meantUnit(deps, asker, 'change-filler', name === null ? { id: id ?? '' } : { name })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const ports = { people: people.people, unitGrounds: registry.unitGrounds }
  const fillers = (await listPeople(ports, asker.caller, unit.id, 'list-people')).filter(({ members }) =>
    members.some(({ role }) => role === 'filler'),
  )
  const names = fillers.map(each => each.name).join(words.say('list'))
  const question =
    fillers.length > 0
      ? words.desk('change-filler.now', { unit: unit.name, people: names })
      : words.desk('change-filler.nobody', { unit: unit.name })
  return { lines: [], pending: { asking: 'invite', args: [unit.id], question } }
}
