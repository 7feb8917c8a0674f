// The shapes of a report's life as they stand in JSON: events of cards, and the words that are awaited. One that this
// code does not know is read as null.

import * as z from 'zod'
import type { Awaited, LifeEvent } from '../app/ports/life-event.ts'
import { capacities, signingWays } from '../app/ports/life-rows.ts'

const content = z.int()
const nullable = z.string().nullable()
const signing = { content, way: z.enum(signingWays), capacity: z.enum(capacities) }
const signOff = z.object({
  ...{ who: z.string(), capacity: z.enum(capacities), way: z.enum(signingWays), signedOn: z.string() },
  ...{ number: z.string().nullable(), isUnderAuthority: z.boolean() },
})

const event: z.ZodType<LifeEvent> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['hand-in', 'withdraw']), content: content.nullable() }),
  z.object({ type: z.literal('choose-signing'), ...signing }),
  z.object({ type: z.literal('sign'), content, signOff }),
  z.object({ type: z.enum(['agree', 'decline', 'review-secrecy', 'amended']), content }),
  z.object({ type: z.enum(['answer-question', 'amend', 'request-return', 'approval-sheet']) }),
  z.object({ type: z.literal('explain-place'), key: z.string() }),
  z.object({ type: z.literal('take-leave'), text: nullable }),
  z.object({ type: z.literal('record-leave'), since: z.string(), until: z.string(), substitute: nullable }),
  z.object({ type: z.literal('end-leave') }),
  z.object({ type: z.literal('hand-over'), name: nullable }),
  z.object({ type: z.literal('said'), text: z.string(), early: z.boolean() }),
])

const awaited: z.ZodType<Awaited> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('signer'), ...signing }),
  z.object({ type: z.literal('answer') }),
  z.object({ type: z.literal('place'), key: z.string() }),
  z.object({ type: z.literal('opinion'), content }),
  z.object({ type: z.enum(['leave', 'successor']) }),
])

export const readLifeEvent = (input: unknown): LifeEvent | null => event.safeParse(input).data ?? null
export const readAwaited = (input: unknown): Awaited | null => awaited.safeParse(input).data ?? null
