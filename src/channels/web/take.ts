// Hands what was posted to the app, under a name of its own in the list of the chat.

import type { AccountRef } from '../../app/message.ts'
import type { Received } from '../../app/ports/channel.ts'
import type { Posting } from './read-said.ts'
import type { WebRoom } from './web.ts'

/** A text of 20,000 signs, each written as \uXXXX, and some: no post but a file is larger. */
export const mostBytes = 256 * 1024

export const take = (
  { receive, id, now }: Pick<WebRoom, 'receive' | 'id' | 'now'>,
  account: AccountRef,
  { id: given, under, said }: Posting,
): Promise<Received> => {
  const keep = id()
  return receive({
    id: `${account}/${given}`,
    channel: 'web',
    chat: account,
    person: account,
    name: '',
    at: now(),
    said,
    message: said.type === 'text' || said.type === 'figure' ? keep : null,
    page: { keep, under },
  })
}
