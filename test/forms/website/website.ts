// A second yearly duty, small and ours: a report on a unit's website. It shares units and years with every other
// obligation and nothing else; it exists to show that one folder and one line of a catalogue are enough.

import { obligationId } from '../../../src/engine/form.ts'
import type { Obligation } from '../../../src/forms/obligation.ts'
import { website2020 } from './form.ts'

export const website: Obligation = {
  id: obligationId('website'),
  forms: [website2020],
  lastDay: (year, level) =>
    level === 'street' || level === 'town' ? `${year + 1}-02-10` : `${year + 1}-02-28`,
}
