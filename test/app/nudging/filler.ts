// A filler of a nudged district who answers, and the words of what they are sent.

import { createSeal } from '../../../src/app/audit.ts'
import { createReceive } from '../../../src/app/conversation/receive.ts'
import type { Input, Outgoing } from '../../../src/app/message.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { portsOf } from '../ports-of.ts'
import type { NudgedDistrict } from './nudged-district.ts'

export const textOf = (outgoing: Outgoing | undefined): string =>
  outgoing?.lines.map(({ text }) => text).join('\n') ?? ''

/** A filler who taps in a chat; the mail of it is left to the next settling. */
export const fillerOf = (district: NudgedDistrict, unit: string) => {
  const { environment, words } = district
  const receive = createReceive({
    ...{ catalog, environment, words, seal: createSeal('a key of the tests'), log: () => {} },
    readDocument: async () => {
      throw new Error('no document')
    },
    ...portsOf(district.store()),
  })
  let taps = 0
  const does = async (input: Input) => {
    taps += 1
    const who = `telegram:${unit}`
    await receive({
      ...{ id: `u${taps}`, channel: 'telegram', chat: who, person: who, name: unit, at: district.clock.now },
      ...{ input, message: null },
    })
    await district.settle()
  }
  const last = () => district.sent.filter(({ chat }) => chat === `telegram:${unit}`).at(-1)
  return {
    last,
    tap: async (label: string) => {
      const card = last()?.outgoing
      const choice = card?.choices.find(each => each.label.startsWith(label))
      if (!card || !choice) throw new Error(`no ${label} among ${card?.choices.map(each => each.label)}`)
      await does({ type: 'choice', card: card.id, number: choice.number })
    },
    text: (text: string) => does({ type: 'text', text }),
  }
}
