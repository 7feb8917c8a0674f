// A card's shown values and choices as JSON, with a version. A choice that this code cannot read leads to the contents;
// so does a card of another version.

import * as z from 'zod'
import type { Card } from '../app/ports/commit.ts'
import { filingId, unitId } from '../engine/filing.ts'
import { jsonOf } from './rows.ts'
import { readLifeEvent } from './stored-life-event.ts'
import { readEvent } from './stored-question.ts'

/** Rises when the shape changes in a way that older code cannot read, or is not read by this one. */
const version = 1

const shownShape = z.record(z.string(), z.string())
const choicesShape = z.object({
  v: z.literal(version),
  choices: z.array(
    z.object({
      event: z.unknown(),
      label: z.string(),
      filing: z.string().optional(),
      desk: z.string().optional(),
    }),
  ),
})

export const writeCard = ({ shown, choices }: Card): readonly [shown: string, choices: string] => [
  JSON.stringify(shown),
  JSON.stringify({ v: version, choices }),
]

export const readCard = (shown: string, choices: string): Pick<Card, 'shown' | 'choices' | 'isOutdated'> => {
  const values = shownShape.safeParse(jsonOf(shown)).data
  const list = choicesShape.safeParse(jsonOf(choices)).data
  if (!values || !list) return { shown: {}, choices: [], isOutdated: true }
  return {
    shown: values,
    choices: list.choices.map(({ event, label, filing, desk }) => ({
      event: readEvent(event) ?? readLifeEvent(event) ?? { type: 'outdated' },
      label,
      ...(filing !== undefined && { filing: filingId(filing) }),
      ...(desk !== undefined && { desk: unitId(desk) }),
    })),
  }
}
