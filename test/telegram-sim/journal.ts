// The transcript: what a person would see on the screen, as text without ids, kept as it happens.
// Deterministic, so that a whole conversation can be a golden file.

import type { Button, SimChat, SimMessage, SimUser } from './types.ts'

export interface JournalOptions {
  readonly enabled: boolean
  readonly person: string
  readonly bot: string
  /** Print a document's size beside its name. */
  readonly bytes: boolean
}

interface Line {
  readonly who: string
  readonly lines: readonly string[]
}

export interface Journal {
  person(chat: SimChat, user: SimUser, lines: readonly string[]): void
  bot(chat: SimChat, lines: readonly string[]): void
  /** The conversation of one chat, ending in a line break. */
  print(chat: number): string
  clear(chat: number): void
}

const MARKS: readonly (readonly [string, string])[] = [
  ['url', ' ↗'],
  ['copy_text', ' ⧉'],
]

/** Buttons as rows of `[label]`. */
export function rowLines(rows: readonly (readonly Button[])[]): string[] {
  const one = (button: Button) =>
    `[${button.text}${MARKS.find(([kind]) => button[kind] !== undefined)?.[1] ?? ''}]`
  return rows.map(row => row.map(one).join(' '))
}

/** The reply keyboard as one line per row, the first marked. */
export function keyboardLines(keyboard: SimChat['keyboard']): string[] {
  if (keyboard === undefined) return ['⌨ –']
  const hint = keyboard.placeholder === undefined ? '' : ` …${keyboard.placeholder}`
  return rowLines(keyboard.rows).map((row, index) => (index === 0 ? `⌨ ${row}${hint}` : `  ${row}`))
}

/** The beginning of a message's first line, to point at a message that is not the last one. */
export function quote(message: SimMessage): string {
  const first = (message.text ?? message.document?.name ?? message.caption ?? '').split('\n')[0] ?? ''
  const points = [...first]
  return `「${points.slice(0, 12).join('')}${points.length > 12 ? '…' : ''}」`
}

/** What a message shows: text, document, caption, inline buttons. */
export function contentLines(message: SimMessage, bytes: boolean): string[] {
  const { document } = message
  const size = bytes ? ` (${document?.bytes.length ?? 0} bytes)` : ''
  return [
    ...(document === undefined ? [] : [`📄 ${document.name}${size}`]),
    ...(message.text ?? message.caption ?? '')
      .split('\n')
      .filter((line, _, all) => all.length > 1 || line !== ''),
    ...rowLines(message.inline ?? []),
  ]
}

const columns = (text: string) =>
  [...text].reduce((sum, point) => sum + ((point.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1), 0)

/** Keeps the lines of every chat; keeps nothing when not enabled. */
export function createJournal(options: JournalOptions): Journal {
  const chats = new Map<number, Line[]>()
  const add = (chat: SimChat, who: string, lines: readonly string[]) => {
    if (!options.enabled || lines.length === 0) return
    const list = chats.get(chat.id) ?? []
    if (list.length === 0) chats.set(chat.id, list)
    list.push({ who, lines })
  }
  return {
    person: (chat, user, lines) =>
      add(chat, user.label ?? (chat.type === 'private' ? options.person : user.name), lines),
    bot: (chat, lines) => add(chat, options.bot, lines),
    print: chat =>
      (chats.get(chat) ?? [])
        .flatMap(({ who, lines }) =>
          lines.map((line, index) => `${index === 0 ? who : ' '.repeat(columns(who))} ${line}`.trimEnd()),
        )
        .map(line => `${line}\n`)
        .join(''),
    clear: chat => chats.delete(chat),
  }
}
