// No dead end on any screen: the card that stands can be tapped where it is seen, and who asks for the contents gets them.

import type { Broken, Check } from './check-world.ts'

const patience = 120_000

export const checkScreens: Check = async ({ people, browsers, clients, telegram, scheduler }, sql) => {
  const broken: Broken[] = []
  const seats =
    await sql.all(`SELECT p.chat, c.id AS card, o.state, o.message_id AS message FROM position AS p
    LEFT JOIN card AS c ON c.id = p.card LEFT JOIN outbox AS o ON o.id = p.card`)
  for (const { chat, card, state, message } of seats) {
    const id = Number(String(chat).slice('telegram:'.length))
    if (card === null || !String(chat).startsWith('telegram:') || state !== 'sent') continue
    const shown = telegram.world.chats.get(id)?.messages.get(Number(message))
    if (!shown?.inline?.length)
      broken.push({ name: 'dead end', how: `the card of ${chat} has no buttons on the screen` })
  }

  const seated = clients.filter(({ chat }) => seats.some(seat => seat.chat === `telegram:${chat.id}`))
  const before = new Map(seated.map(client => [client.chat.id, seenBy(client)]))
  for (const person of people)
    if ('client' in person && seated.includes(person.client)) person.askForContents()
  const inside = browsers.filter(browser => browser.isIn())
  for (const browser of inside) await settle(scheduler, browser.look())
  const lists = new Map(inside.map(browser => [browser, browser.list().length]))
  for (const browser of inside) browser.askForContents()
  await scheduler.runUntil(scheduler.elapsed() + patience)
  for (const client of seated) {
    const isAnswered = seenBy(client) !== before.get(client.chat.id)
    const isAlive =
      client.received().some(({ inline }) => inline?.flat().length) || client.chat.keyboard !== undefined
    if (!isAnswered || !isAlive)
      broken.push({
        name: 'dead end',
        how: `chat ${client.chat.id} asked for the contents and has no button`,
      })
  }
  for (const browser of inside) {
    const more = browser.list().slice(lists.get(browser))
    if (!more.some(({ choices }) => choices.length > 0))
      broken.push({
        name: 'dead end',
        how: `a page asked for the contents and has no button: ${browser.refusals.at(-1) ?? ''}`,
      })
    for (const path of ['/chat', '/chat/table']) {
      const page = await settle(scheduler, browser.page(path))
      if (page.status !== 200)
        broken.push({ name: 'dead end', how: `${path} is answered with ${page.status}` })
    }
  }
  return broken
}

type Seen = { received(): readonly { readonly id: number; readonly editedAt: number | undefined }[] }
const seenBy = (client: Seen): string =>
  client
    .received()
    .map(({ id, editedAt }) => `${id}.${editedAt}`)
    .join()

/** Time runs on until this is done. */
const settle = async <T>(
  scheduler: { readonly elapsed: () => number; readonly runUntil: (until: number) => Promise<void> },
  work: Promise<T>,
): Promise<T> => {
  let isOver = false
  const over = work.finally(() => {
    isOver = true
  })
  for (let tries = 0; !isOver && tries < 100; tries += 1) await scheduler.runUntil(scheduler.elapsed() + 500)
  return over
}
