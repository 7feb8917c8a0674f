// Another person fills in for a unit: names who does now, asks whom the new one stands for, and leads to their link.

import { plain } from '../../conversation/compose/view.ts'
import type { Asking } from '../asking.ts'
import { ways } from '../choices.ts'
import { fillersOf } from '../fillers-of.ts'
import { meantUnit } from '../named-unit.ts'
import { unitNamed } from '../subject.ts'
import { newFiller } from './new-filler.ts'

export const changeFiller: Asking = async (deps, asker, { text, args }) => {
  const { words } = deps
  const [id] = args
  const name = id === undefined ? await unitNamed(deps, asker, text ?? '') : null
  if (name === '') {
    const question = words.desk('change-filler.whom')
    return { lines: [], pending: { asking: 'change-filler', args: [], question } }
  }
  const meant = await meantUnit(deps, asker, 'change-filler', name === null ? { id: id ?? '' } : { name })
  if (meant.type === 'answer') return meant.answer
  const { unit } = meant
  const [filler, ...more] = await fillersOf(deps, asker, unit.id)
  if (!filler) {
    const question = words.desk('change-filler.nobody', { unit: unit.name })
    return { lines: [], pending: { asking: 'invite', args: [unit.id], question } }
  }
  if (more.length === 0) return newFiller(deps, asker, { text: null, args: [unit.id, filler.id] })
  return {
    lines: [plain(words.desk('change-filler.which', { unit: unit.name }))],
    choices: [
      ...[filler, ...more].map(each => ({
        ...({ asking: 'new-filler', args: [unit.id, each.id], label: each.name } as const),
      })),
      ...ways(words, 'cancel'),
    ],
  }
}
