// The page on which those who fill in a unit's report say how its documents print.

import { decide } from '../../district/access.ts'
import type { AccountRef } from '../message.ts'
import { open } from '../open.ts'
import type { Conversations } from '../ports/conversations.ts'
import type { Environment } from '../ports/environment.ts'
import { noPrints } from '../registry/change-unit.ts'
import { longest, printedLine } from '../registry/read-prints.ts'
import { setPrints } from '../registry/unit-prints.ts'
import type { UnitSettings } from '../use-cases.ts'

type Deps = Omit<Parameters<typeof setPrints>[0], keyof Environment> & {
  readonly conversations: Pick<Conversations, 'readSeat'>
  readonly environment: Environment
}

export const createUnitSettings = (deps: Deps): UnitSettings => {
  const { conversations, environment } = deps
  const seatFor = async (account: AccountRef) => {
    const admitted = await open(conversations, { account, chat: account }, 'see-filing')
    if (!admitted) return null
    const { members, unit, above } = admitted.seat.ground
    return decide(members, 'set-prints', { id: unit, above }) && admitted.seat
  }
  return {
    unitSettings: async account => {
      const seat = await seatFor(account)
      return seat && { unit: seat.unit.name, ...noPrints, ...seat.unit.prints }
    },

    setUnitSettings: async (account, typed) => {
      const seat = await seatFor(account)
      if (!seat) return null
      const caller = { type: 'person', account, channel: 'web', at: environment.now() } as const
      const prints = {
        contact: printedLine(typed.contact),
        signs: printedLine(typed.signs),
        closes: typed.closes,
      }
      const done = await setPrints({ ...environment, ...deps }, caller, seat.ground.unit, prints)
      switch (done.type) {
        case 'set':
          return { type: 'set' }
        case 'too-long':
          return { type: 'too-long', field: done.field, most: longest[done.field] }
        default:
          return null
      }
    },
  }
}
