// The channel of a chat, and the pace of each channel from the first chat that needs it.

import type { ChatRef } from '../message.ts'
import type { Channel } from '../ports/channel.ts'
import type { Environment, Log } from '../ports/environment.ts'
import { createPace, type Pace } from './pace.ts'

export type Paces = {
  readonly channelOf: (chat: ChatRef) => Channel | undefined
  readonly paceOf: (channel: Channel) => Pace
  /** Nothing can be sent to this chat now. */
  readonly isShut: (chat: ChatRef) => boolean
  /** Gives leave to nobody any more. */
  readonly close: () => void
}

type PacesDeps = {
  /** Asked for each chat, since a channel may be made after this. */
  readonly channels: () => readonly Channel[]
  readonly environment: Pick<Environment, 'elapsed' | 'sleep'>
  readonly log: Log
  /** Chats that were sent away may come again. */
  readonly opened: () => void
}

export const createPaces = ({ channels, environment, log, opened }: PacesDeps): Paces => {
  const paces = new Map<string, Pace>()
  const channelOf: Paces['channelOf'] = chat => channels().find(each => chat.startsWith(`${each.name}:`))
  const paceOf: Paces['paceOf'] = ({ name, limits }) => {
    const known = paces.get(name)
    if (known) return known
    const made = createPace({
      ...{ environment, whole: limits?.whole },
      shut: () => log('deliver.shut', { channel: name }),
      opened: () => {
        log('deliver.open', { channel: name })
        opened()
      },
    })
    paces.set(name, made)
    return made
  }
  return {
    channelOf,
    paceOf,
    isShut: chat => {
      const channel = channelOf(chat)
      return !channel || paceOf(channel).isShut()
    },
    close: () => {
      for (const pace of paces.values()) pace.close()
    },
  }
}
