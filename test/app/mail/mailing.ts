// Mail of the tests: putting words into the outbox, a channel that notes what it is given, what became of it.

import { createDeliver, type Deliver } from '../../../src/app/mail/deliver.ts'
import type { Outgoing } from '../../../src/app/message.ts'
import { wordsMessage } from '../../../src/app/message.ts'
import type { Channel } from '../../../src/app/ports/channel.ts'
import { type Commit, emptyCommit } from '../../../src/app/ports/commit.ts'
import type { Desk } from '../desk.ts'

export const delivering = (
  { store, environment, words, log }: Pick<Desk, 'store' | 'environment' | 'words' | 'log'>,
  channel: Channel,
): Deliver =>
  createDeliver({
    ...{ outbox: store, archive: store, orderedFile: async () => null },
    environment,
    words,
    channels: () => [channel],
    log,
  })

let commits = 0
/** A commit that only says something to a chat; `more` changes the message. */
export const commitOf = (desk: Desk, chat: string, text: string, more: Partial<Outgoing> = {}): Commit => {
  commits += 1
  const incoming = desk.person('x').incoming({ type: 'unsupported' }, null, `c${commits}`)
  const outgoing = { ...wordsMessage(desk.environment.id(), chat, [{ text, style: 'plain' }]), ...more }
  return { ...emptyCommit(incoming), outbox: [outgoing] }
}

/** Put words for a chat into the outbox; resolves with the message's id. */
export const posted = async (desk: Desk, chat: string, text: string, more: Partial<Outgoing>) => {
  const commit = commitOf(desk, chat, text, more)
  await desk.store.commit(commit)
  return commit.outbox[0]?.id ?? ''
}

/** What became of each message, by its words. */
export const statesOf = async ({ sql }: Desk) =>
  Object.fromEntries(
    (await sql.all('SELECT body, state FROM outbox ORDER BY chat, seq')).map(row => [
      (JSON.parse(String(row.body)) as Outgoing).lines[0]?.text ?? '',
      row.state,
    ]),
  )

/** A channel that takes what it is given, unless `answers` says otherwise for a message. */
export const fakeChannel = (
  answers: (outgoing: Outgoing, nth: number) => Awaited<ReturnType<Channel['send']>> | null = () => null,
) => {
  const sent: { readonly outgoing: Outgoing; readonly edits: string | null; readonly file: string | null }[] =
    []
  let tried = 0
  const channel: Channel = {
    name: 'sim',
    send: async (outgoing, edits, file, askTurn) => {
      if (!(await askTurn())) return { type: 'stopped' }
      tried += 1
      const answer = answers(outgoing, tried)
      if (answer) return answer
      sent.push({ outgoing, edits, file: file?.name ?? null })
      return { type: 'sent', message: edits ? null : `m${sent.length}` }
    },
  }
  return { channel, sent, tried: () => tried }
}

export const words = (sent: ReturnType<typeof fakeChannel>['sent']) =>
  sent.map(({ outgoing }) => outgoing.lines.map(line => line.text).join(' '))
