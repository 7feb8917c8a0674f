// A person's Telegram app in one chat: what a client can do, and what only a modified one can (forge, tapOld).
// Everything here is immediate; the updates travel when the test settles.

import type { Server } from './call.ts'
import { commandEntities, splitText } from './client-text.ts'
import type { Client, Label } from './client-types.ts'
import { quote } from './journal.ts'
import { TAP_LIFE } from './message-methods.ts'
import type { Button, SimChat, SimMessage, SimUser } from './types.ts'
import { botJson, chatJson, messageJson, userJson } from './world.ts'

const DAY = 86_400_000
const EDIT_LIFE = 2 * DAY

/** The app of one person, looking at one chat. */
export function createClient(server: Server, user: SimUser, chat: SimChat): Client {
  const { world, journal, delivery } = server
  const matches = (label: Label) => (button: Button) =>
    typeof label === 'string' ? button.text === label : label.test(button.text)

  const push = (kind: string, message: SimMessage) =>
    delivery.push(kind, messageJson(world, chat, message), { queue: `messages ${chat.id}`, life: DAY })

  const post = (parts: Partial<SimMessage>, lines: readonly string[]): number => {
    if (chat.blocked && chat.type === 'private') throw new Error(`${user.name} has blocked the bot`)
    chat.started = true
    const message = world.addMessage(chat, { ...parts, from: user })
    journal.person(chat, user, lines)
    push('message', message)
    return message.id
  }

  const send = (text: string): number[] => {
    const parts = splitText(text)
    if (parts.length === 0) throw new Error('a client does not send an empty text')
    return parts.map(part => post({ text: part, entities: commandEntities(part) }, part.split('\n')))
  }

  const query = (message: SimMessage | undefined, messageId: number, data: string, label: string): string => {
    const tap = world.addTap({ user: user.id, chat: chat.id, label })
    journal.person(chat, user, [`[${label}]`])
    const shown =
      message === undefined || message.deleted
        ? { message_id: messageId, chat: chatJson(chat), date: 0 }
        : messageJson(world, chat, message)
    const payload = {
      id: tap.id,
      from: userJson(user),
      message: shown,
      chat_instance: String(-chat.id),
      data,
    }
    delivery.push('callback_query', payload, {
      queue: `taps ${user.id}`,
      life: TAP_LIFE,
      onAcknowledged: () => {
        tap.acknowledged = true
      },
      onDropped: () => {
        tap.expired = true
      },
    })
    return tap.id
  }

  const tapButton = (message: SimMessage, button: Button): string => {
    if (button.callback_data === undefined) throw new Error(`[${button.text}] is not a callback button`)
    return query(message, message.id, button.callback_data, button.text)
  }

  const standing = (status: string) => ({
    user: botJson(world),
    status,
    ...(status === 'kicked' ? { until_date: 0 } : {}),
  })
  const changeMember = (blocked: boolean) => {
    if (chat.blocked === blocked) return
    chat.blocked = blocked
    journal.person(chat, user, [blocked ? '(blocks the bot)' : '(unblocks the bot)'])
    const [now, before] = blocked ? ['kicked', 'member'] : ['member', 'kicked']
    const payload = {
      chat: chatJson(chat),
      from: userJson(user),
      date: Math.floor(world.clock.now() / 1000),
      old_chat_member: standing(before ?? ''),
      new_chat_member: standing(now ?? ''),
    }
    delivery.push('my_chat_member', payload, { queue: `member ${chat.id}`, life: DAY })
  }

  const messages = () =>
    chat.order.flatMap(id => chat.messages.get(id) ?? []).filter(message => !message.deleted)
  const received = () => messages().filter(message => message.from === undefined)
  const shownButtons = () =>
    received()
      .flatMap(message => message.inline?.flat() ?? [])
      .map(button => `[${button.text}]`)
      .join(' ')

  return {
    user,
    chat,
    send,
    start: payload => {
      if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/u.test(payload)) {
        throw new Error('a start payload is 1–64 of A-Z a-z 0-9 _ -')
      }
      if (chat.type === 'private') changeMember(false)
      return send(payload === undefined ? '/start' : `/start ${payload}`)
    },
    tap: label => {
      const message = received().findLast(candidate => candidate.inline?.flat().some(matches(label)))
      const button = message?.inline?.flat().find(matches(label))
      if (message === undefined || button === undefined) {
        throw new Error(`no button ${String(label)} in sight; there are: ${shownButtons() || 'none'}`)
      }
      return tapButton(message, button)
    },
    tapOld: (messageId, label) => {
      const message = chat.messages.get(messageId)
      const button = message?.pastButtons.findLast(matches(label))
      if (message === undefined || button === undefined) {
        throw new Error(`message ${messageId} never had a button ${String(label)}`)
      }
      return tapButton(message, button)
    },
    press: label => {
      const button = chat.keyboard?.rows.flat().find(matches(label))
      if (button === undefined) throw new Error(`the reply keyboard has no ${String(label)}`)
      return send(button.text)
    },
    edit: (which, text) => {
      const own = messages().filter(message => message.from?.id === user.id)
      const message = own.findLast(candidate =>
        typeof which === 'number' ? candidate.id === which : which(candidate),
      )
      if (message === undefined) throw new Error('no such message of this person')
      if (world.clock.now() - message.at > EDIT_LIFE) throw new Error('a client edits for 48 hours only')
      journal.person(chat, user, [
        `✎ ${quote(message)} ${text.split('\n')[0] ?? ''}`,
        ...text.split('\n').slice(1),
      ])
      if (message.text === undefined) message.caption = text
      else message.text = text
      message.entities = commandEntities(text)
      message.editedAt = world.clock.now()
      push('edited_message', message)
    },
    sendDocument: (name, bytes, caption) => {
      const lines = [`📄 ${name}`, ...(caption === undefined ? [] : caption.split('\n'))]
      return post({ document: world.addFile(name, bytes), caption }, lines)
    },
    sendPhoto: caption => {
      const { id } = world.addFile('photo.jpg', new Uint8Array([0xff, 0xd8, 0xff]))
      const photo = [{ file_id: id, file_unique_id: id.slice(-8), width: 90, height: 90, file_size: 3 }]
      return post({ content: { photo }, caption }, [`(photo)${caption === undefined ? '' : ` ${caption}`}`])
    },
    sendSticker: (emoji = '👍') => {
      const { id } = world.addFile('sticker.webp', new Uint8Array([1]))
      const sticker = {
        file_id: id,
        file_unique_id: id.slice(-8),
        type: 'regular',
        width: 512,
        height: 512,
        emoji,
      }
      return post({ content: { sticker: { ...sticker, is_animated: false, is_video: false } } }, [
        `(sticker ${emoji})`,
      ])
    },
    sendContent: (content, line) => post({ content }, [line]),
    forge: (data, messageId) => query(chat.messages.get(messageId), messageId, data, `forged ${data}`),
    block: () => changeMember(true),
    unblock: () => changeMember(false),
    received,
    last: () => {
      const message = received().at(-1)
      if (message === undefined) throw new Error('the bot has not said anything')
      return message
    },
    in: other => createClient(server, user, other),
  }
}
