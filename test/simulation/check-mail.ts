// Every message arrives: none is left or given up, none comes twice but for what nobody can know, and their order stays.

import type { Broken, Check, Lived } from './check-world.ts'

type Row = {
  readonly id: string
  readonly chat: string
  readonly seq: number
  readonly kind: string
  readonly edits: string | null
  readonly state: string
  readonly message: string | null
  readonly due: number
  readonly lease: number | null
}

export const checkMail: Check = async (lived, sql) => {
  const rows = (
    await sql.all(`SELECT id, chat, seq, kind, edits, state, message_id AS message, due_at AS due, lease_until AS lease
      FROM outbox ORDER BY chat, seq`)
  ).map(row => row as unknown as Row)
  // A chat that refuses us waits until somebody writes there again.
  const refusing = new Set((await sql.all('SELECT chat FROM unreachable')).map(({ chat }) => String(chat)))
  const broken: Broken[] = rows
    .filter(({ state, chat }) => state === 'queued' && !refusing.has(chat))
    .map(({ chat, seq, kind, due, lease }) => ({
      name: 'left',
      how: `message ${seq} (${kind}) to ${chat} is not sent; due at ${due}, held until ${lease}`,
    }))
  for (const [chat, mine] of Map.groupBy(rows, row => row.chat))
    if (chat.startsWith('telegram:'))
      broken.push(...inChat(lived, Number(chat.slice('telegram:'.length)), mine))
    else if (mine.some(({ state }) => state === 'failed'))
      broken.push({ name: 'given up', how: `a message to ${chat} is given up` })
  return broken
}

const justNow = 10_000
/** So many messages of a chat go at once. */
const pile = 5

const inChat = ({ plan, telegram, kills }: Lived, chat: number, rows: readonly Row[]): readonly Broken[] => {
  const messages = [...(telegram.world.chats.get(chat)?.messages.values() ?? [])].filter(
    ({ from }) => from === undefined,
  )
  const refused = telegram.refused.filter(line => line.split(/[ :]/)[1] === `${chat}`)
  const broken: Broken[] = []
  if (!telegram.unreachable.has(chat))
    for (const { seq, kind, state } of rows)
      if (state === 'failed')
        broken.push({ name: 'given up', how: `message ${seq} (${kind}) to ${chat}; ${refused.join(' | ')}` })
  // An edit of a message that is gone is sent anew, and so is one that the chat's client cannot edit.
  const sent = rows.filter(
    ({ state, message, edits, kind }) =>
      state === 'sent' && message !== null && edits === null && kind !== 'own',
  )
  const numbers = sent.map(({ message }) => Number(message))
  const isSorted = numbers.every((number, n) => n === 0 || number > (numbers[n - 1] ?? 0))
  if (!isSorted)
    broken.push({ name: 'order', how: `messages of ${chat} in their places are ${numbers.join(' ')}` })
  const known = new Set(rows.map(({ message }) => Number(message)))
  const copies = messages.filter(({ id }) => !known.has(id))
  // Leases between processes are of the wall: while somebody sets it, each believes that it holds the chat, and each sends
  // what it has of a pile (docs/decisions/0015).
  const sets = plan.processes > 1 ? plan.troubles.filter(({ type }) => type === 'clock').length : 0
  // A kill excuses one copy where its process has just called.
  const cut = kills.filter(({ at, life }) =>
    telegram.carried.some(call => call.chat === chat && call.by === life && call.at > at - justNow),
  ).length
  const excused = cut + sets * pile + (telegram.unanswered.get(chat) ?? 0)
  // A long message is sent in pieces, and only its last one is known.
  const pieces = messages.filter(({ id, text = '' }) => !known.has(id) && text.length > 3_000).length
  if (copies.length - pieces > excused)
    broken.push({
      name: 'copies',
      how: `${copies.length} messages came twice to ${chat}, ${excused} are excused: ${copies.map(({ id, text }) => `${id} ${text?.slice(0, 30)}`).join(' | ')}`,
    })
  return broken
}
