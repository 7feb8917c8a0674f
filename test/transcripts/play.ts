// A transcript file: the command that begins the conversation, what it shows (#), and both sides' turns. Playing one
// says the person's lines again to a bot of its own; time and chance are the same each time.

import type { Environment } from '../../src/app/ports/environment.ts'
import type { Level } from '../../src/engine/form.ts'
import { type Catalog, catalog } from '../../src/forms/catalog.ts'
import { createWords, locales, type Words } from '../../src/i18n/words.ts'
import { type ChatSetting, openChat } from '../../src/main/commands/chat-session.ts'
import { readForm } from '../../src/main/commands/options.ts'

export type Script = {
  /** The lines before the conversation, as they stand. */
  readonly head: string
  readonly setting: ChatSetting
  /** What the person says, line breaks within. */
  readonly said: readonly string[]
}

export type Played = {
  /** The whole file, as it should be. */
  readonly text: string
  /** What was printed to the person, in words. */
  readonly transcript: string
  readonly files: readonly string[]
}

const begin = Date.UTC(2026, 0, 12, 1)
const second = 1_000

/** `known` and `wordsIn` are the obligations that its command may name, and their words. */
export const parse = (file: string, known: Catalog = catalog, wordsIn = createWords): Script => {
  const lines = file.split('\n')
  const from = lines.findIndex(line => line === '')
  const setting = settingOf(lines[0] ?? '', known, wordsIn)
  return { head: lines.slice(0, from).join('\n'), setting, said: saidIn(lines.slice(from), setting.words) }
}

export const play = async ({ head, setting, said }: Script): Promise<Played> => {
  const files: string[] = []
  const session = await openChat(setting, { environment: sameEnvironment(), onFile: ({ name, body }) => files.push(`${name} ${body.length > 0}`) })
  try {
    await session.run(said.map(text => text.replaceAll('\n', '\\\n')).flatMap(text => text.split('\n')))
  } finally {
    await session.close()
  }
  const transcript = session.transcript()
  return { text: `${head}\n\n${transcript}`, transcript, files }
}

const settingOf = (command: string, known: Catalog, wordsIn: typeof createWords): ChatSetting => {
  const option = (name: string) => new RegExp(`--${name} (\\S+)`).exec(command)?.[1]
  const typed = /LOCALE=(\S+)/.exec(command)?.[1] ?? 'zh-CN'
  const words = wordsIn(locales.find(each => each === typed) ?? 'zh-CN')
  const year = Number(option('year'))
  const level = (option('level') ?? null) as Level | null
  const form = readForm({ say: words.cli, catalog: known }, year, { form: option('form') })
  return { catalog: known, form, year, unit: option('unit') ?? '', level, words }
}

/** Each turn begins behind the person's name; what is set in below it belongs to it. */
const saidIn = (lines: readonly string[], { cli: say }: Words): readonly string[] => {
  const [person, bot] = [`${say('speaker.person')} `, `${say('speaker.bot')} `]
  const said: string[] = []
  let isPerson = false
  for (const line of lines) {
    if (line.startsWith(person)) {
      isPerson = true
      said.push(line.slice(person.length).trimStart())
    } else if (line.startsWith(bot) || line === '') isPerson = false
    else if (isPerson) said.push(`${said.pop()}\n${line.replace(/^ {7}/, '')}`)
  }
  return said
}

const sameEnvironment = (): Environment => {
  let ids = 0
  let seconds = 0
  return {
    now: () => begin + seconds++ * second,
    elapsed: () => begin + seconds * second,
    zone: 'UTC',
    startOf: date => Date.parse(date),
    dateOf: at => new Date(at).toISOString().slice(0, 10),
    id: () => (++ids).toString(16).padStart(16, '0'),
    chance: () => 0.5,
    sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
  }
}
