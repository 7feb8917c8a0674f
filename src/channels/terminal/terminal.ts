// A conversation in a terminal: a channel that prints, and a session that reads lines. It keeps the transcript,
// in which every turn stands behind its speaker.

import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Incoming, Input, Outgoing } from '../../app/message.ts'
import type { FileBody, Receive } from '../../app/ports/channel.ts'
import type { Mounted } from '../mounted.ts'
import { columnsOf } from '../width.ts'
import { type Mistyped, readLine, type SentPath } from './read.ts'
import { write } from './write.ts'

export type Terminal = Pick<Mounted, 'channel'> & {
  /** Take lines until they end, each answered before the next; a line that ends in `\` goes on with the next one. */
  readonly run: (lines: AsyncIterable<string> | Iterable<string>, bot: Bot) => Promise<void>
  /** Everything said so far. */
  readonly transcript: () => string
}

type Bot = { readonly receive: Receive; readonly quiet: () => Promise<void> }

type Parts = {
  /** The names of both speakers. */
  readonly speakers: { readonly person: string; readonly bot: string }
  /** The bot's words about a line that names nothing on the screen. */
  readonly mistyped: (what: Mistyped) => string
  /** Prints a finished turn; `by` lets a person on the same screen leave out their own words. */
  readonly print: (turn: string, by: 'person' | 'bot') => void
  readonly onFile: (file: FileBody) => void
  readonly now: () => number
  /** The invitation that `/start` takes: a link opened in a terminal. */
  readonly invitation: string
}

const name = 'terminal'
const chat = `${name}:1`

export const createTerminal = ({ speakers, mistyped, print, onFile, now, invitation }: Parts): Terminal => {
  const shown = new Map<string, Outgoing>()
  const own: { message: string; text: string }[] = []
  const turns: string[] = []
  let count = 0

  const addTurn = (by: 'person' | 'bot', lines: readonly string[]): void => {
    if (lines.length === 0) return
    const text = `${by === 'person' && turns.length > 0 ? '\n' : ''}${behind(speakers, by, lines)}`
    turns.push(text)
    print(text, by)
  }

  /** The newest message is shown last, also when it took an earlier one's place. */
  const show = (outgoing: Outgoing, edits: string | null): string => {
    count += edits === null ? 1 : 0
    const message = edits ?? String(count)
    const before = shown.get(message)
    if (outgoing.kind !== 'close') {
      shown.delete(message)
      shown.set(message, outgoing)
    } else if (before) shown.set(message, { ...before, choices: [] })
    return message
  }

  const say = async (line: string, { receive, quiet }: Bot): Promise<void> => {
    addTurn('person', line.split('\n'))
    const typed = readLine(line, { shown: [...shown.values()], own })
    const said = typed.type === 'path' ? await fileAt(typed) : typed
    if (isMistyped(said)) return addTurn('bot', [mistyped(said)])
    // Both sides' messages are numbered in one row, as in other chats; a tap and an edit are no message.
    const isMessage = said.type === 'text' || said.type === 'command' || said.type === 'file'
    count += isMessage ? 1 : 0
    const message = isMessage ? String(count) : null
    if (said.type === 'text' && message) own.push({ message, text: said.text })
    if (said.type === 'edit') revise(own, said.message, said.text)
    const starts = said.type === 'command' && said.name === 'start'
    const incoming: Incoming = {
      id: `${turns.length}`,
      channel: name,
      chat,
      person: chat,
      name: speakers.person,
      at: now(),
      input: starts ? { ...said, argument: said.argument || invitation } : said,
      message,
    }
    const { notice } = await receive(incoming)
    await quiet()
    if (notice !== null) addTurn('bot', [`\u24d8 ${notice}`])
  }

  return {
    channel: {
      name,
      send: async (outgoing, edits, file) => {
        const before = edits === null ? null : (shown.get(edits) ?? null)
        const message = show(outgoing, edits)
        addTurn('bot', write(outgoing, before, file?.name ?? null))
        if (file) onFile(file)
        return { type: 'sent', message }
      },
    },
    run: async (lines, bot) => {
      let begun = ''
      for await (const line of lines) {
        const whole = begun + line
        begun = whole.endsWith('\\') ? `${whole.slice(0, -1)}\n` : ''
        if (begun === '' && whole.trim() !== '') await say(whole, bot)
      }
      if (begun.trim() !== '') await say(begun.trimEnd(), bot)
    },
    transcript: () => `${turns.join('\n')}\n`,
  }
}

/** The file at the path, read only when the app wants it. */
const fileAt = async ({ path }: SentPath): Promise<Input | Mistyped> => {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return { type: 'no-file', said: path }
  return { type: 'file', name: basename(path), size: found.size, read: () => readFile(path) }
}

const isMistyped = (said: Input | Mistyped): said is Mistyped =>
  said.type === 'no-button' || said.type === 'no-message' || said.type === 'no-file'

const revise = (own: { message: string; text: string }[], message: string, text: string): void => {
  const at = own.findIndex(each => each.message === message)
  if (at >= 0) own[at] = { message, text }
}

/** Lines behind a speaker's name, the further ones below the first. */
const behind = (speakers: Parts['speakers'], by: 'person' | 'bot', lines: readonly string[]): string => {
  const width = Math.max(columnsOf(speakers.person, false), columnsOf(speakers.bot, false)) + 1
  const name = speakers[by] + ' '.repeat(width - columnsOf(speakers[by], false))
  return lines
    .map((line, at) => (at === 0 ? name : ' '.repeat(width)) + line)
    .map(line => line.trimEnd())
    .join('\n')
}
