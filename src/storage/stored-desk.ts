// The state of a desk's conversation as JSON, with a version. One that other code wrote is read as nothing awaited, and
// its buttons as none.

import * as z from 'zod'
import type { DeskChoice, PendingAsking } from '../app/ports/desks.ts'
import { jsonOf } from './rows.ts'

/** Rises when the shape changes in a way that older code cannot read, or is not read by this one. */
const version = 1

const asking = z.object({ asking: z.string(), args: z.array(z.string()) })
const pendingShape = z.object({
  v: z.literal(version),
  pending: asking.extend({ question: z.string() }).nullable(),
})
const choicesShape = z.object({
  v: z.literal(version),
  choices: z.array(asking.extend({ label: z.string() })),
})

export const writePending = (pending: PendingAsking | null): string => JSON.stringify({ v: version, pending })

export const readPending = (text: string): PendingAsking | null =>
  pendingShape.safeParse(jsonOf(text)).data?.pending ?? null

export const writeDeskChoices = (choices: readonly DeskChoice[]): string =>
  JSON.stringify({ v: version, choices })

export const readDeskChoices = (text: string): readonly DeskChoice[] =>
  choicesShape.safeParse(jsonOf(text)).data?.choices ?? []
