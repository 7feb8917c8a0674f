// A person with Telegram: taps what stands on the screen, types, edits, sends files. Everything they say is theirs alone,
// so that it is known again wherever it turns up.

import type { Client } from '../telegram-sim/client-types.ts'
import type { SimMessage } from '../telegram-sim/types.ts'
import type { Act, Step } from './plan.ts'
import type { Spoken } from './spoken.ts'

export type TelegramPerson = {
  readonly act: (step: Step) => void
  /** Asks for the contents, as anybody can at any moment. */
  readonly askForContents: () => void
  readonly client: Client
  /** Addresses of the web that the bot has sent. */
  readonly links: () => readonly string[]
}

export const createTelegramPerson = (client: Client, code: string, spoken: Spoken): TelegramPerson => {
  const own = (): readonly SimMessage[] =>
    [...client.chat.messages.values()].filter(({ from, text }) => from !== undefined && text !== undefined)
  const withButtons = (): SimMessage | undefined =>
    client.received().findLast(({ inline }) => inline?.flat().length)

  const tap = (r: number): void => {
    const message = withButtons()
    const keys = client.chat.keyboard?.rows.flat() ?? []
    const buttons = message?.inline?.flat() ?? []
    // Below a question for words the buttons are words too.
    if (keys.length > 0 && (buttons.length === 0 || r < 0.15)) {
      client.press(at(keys, r)?.text ?? '')
      return
    }
    const button = at(buttons, (r * 7) % 1)
    if (button) client.tap(button.text)
  }
  const tapOld = (r: number): void => {
    const shown = client.received().filter(({ pastButtons }) => pastButtons.length > 0)
    const message = at(shown, r)
    const button = message && at(message.pastButtons, (r * 13) % 1)
    if (message && button) client.tapOld(message.id, button.text)
  }
  const edit = (r: number): void => {
    const message = at(
      own().filter(({ text }) => !text?.startsWith('/')),
      1 - r * r,
    )
    if (message) client.edit(message.id, spoken.figureOrWords(r))
  }

  const acts: Readonly<Record<Act, (r: number) => unknown>> = {
    begin: () => client.start(code),
    tap,
    'tap-old': tapOld,
    number: () => client.send(spoken.figure()),
    cell: () => client.send(spoken.figure()),
    'cell-at-once': () => client.send(spoken.figure()),
    words: () => client.send(spoken.words()),
    none: r => client.send(r < 0.5 ? '没有' : '0'),
    edit,
    command: r => client.send(at(spoken.commands, r) ?? '/help'),
    file: r =>
      r < 0.8
        ? client.sendDocument('上年报告.docx', spoken.document)
        : client.sendDocument('照片.docx', new Uint8Array([1, 2, 3])),
    sticker: () => client.sendSticker(),
    twice: r => {
      if (r < 0.5) tap(r)
      else client.send(spoken.figure())
      if (r < 0.5) tap(r)
      else client.send(spoken.figure())
    },
    'other-device': () => client.send('/web'),
  }
  return {
    act: ({ act, r }) => {
      if (!client.chat.blocked && (client.chat.started || act === 'begin')) acts[act](r)
    },
    client,
    askForContents: () => {
      client.unblock()
      client.send('目录')
    },
    links: () =>
      client
        .received()
        .flatMap(({ text = '' }) => [...text.matchAll(/\/chat\/enter\/[\w-]{16,64}/g)].map(([path]) => path)),
  }
}

/** The one at this place of 0 to 1. */
const at = <T>(list: readonly T[], r: number): T | undefined =>
  list[Math.min(list.length - 1, Math.floor(r * list.length))]
