// Answers the word for the settings of the unit's documents: as they stand, or one set anew. The question that stands is
// not touched.

import type { Words } from '../../i18n/words.ts'
import type { Seal } from '../audit.ts'
import type { Deliver } from '../mail/deliver.ts'
import { type Incoming, wordsMessage } from '../message.ts'
import type { Admitted } from '../open.ts'
import type { Received } from '../ports/channel.ts'
import { emptyCommit } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { Prints } from '../ports/registry.ts'
import { noPrints } from '../registry/change-unit.ts'
import { longest } from '../registry/read-prints.ts'
import { setPrints } from '../registry/unit-prints.ts'
import { ownRow } from './own-message.ts'

type Deps = Omit<Parameters<typeof setPrints>[0], keyof Environment> & {
  readonly deliver: Pick<Deliver, 'commit'>
  readonly environment: Environment
  readonly words: Words
  readonly seal: Seal
}

/** `setting` is what the message sets; null where it only asks. */
export const offerSettings = async (
  deps: Deps,
  incoming: Incoming,
  { seat }: Admitted,
  setting: Partial<Prints> | null,
): Promise<Received> => {
  const { deliver, environment, words } = deps
  const said = setting
    ? await setWords(deps, incoming, seat.ground.unit, setting)
    : [...standing(words, seat.unit.name, { ...noPrints, ...seat.unit.prints }), words.say('settings.how')]
  const own = incoming.input.type === 'text' ? ownRow(incoming, incoming.input.text, null) : []
  const lines = said.map(text => ({ text, style: 'plain' }) as const)
  const answer = wordsMessage(environment.id(), incoming.chat, lines)
  const committed = await deliver.commit({ ...emptyCommit(incoming), outbox: [...own, answer] })
  return { repeat: committed === 'repeat', notice: null }
}

const setWords = async (
  deps: Deps,
  { person, channel }: Incoming,
  unit: Parameters<typeof setPrints>[2],
  setting: Partial<Prints>,
): Promise<readonly string[]> => {
  const { environment, words } = deps
  const caller = { type: 'person', account: person, channel, at: environment.now() } as const
  const done = await setPrints({ ...environment, ...deps }, caller, unit, setting)
  switch (done.type) {
    case 'set':
      return [words.say('settings.set'), ...standing(words, '', done.prints).slice(1)]
    case 'too-long':
      return [words.say(`settings.too-long.${done.field}`, { most: longest[done.field] })]
    default:
      return [words.say('settings.refused')]
  }
}

const standing = (words: Words, unit: string, { contact, closes, signs }: Prints): readonly string[] => [
  words.say('settings.what', { unit }),
  contact === null ? words.say('settings.contact.none') : words.say('settings.contact', { contact }),
  closes
    ? signs === null
      ? words.say('settings.closes')
      : words.say('settings.closes.as', { name: signs })
    : words.say('settings.closes.none'),
]
