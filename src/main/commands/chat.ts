// `nianbao chat`: talk to the bot in a terminal, or pipe lines into it; `--save` keeps the session as a transcript
// that the tests replay.

import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import { realEnvironment } from '../nianbao.ts'
import { type ChatSetting, openChat } from './chat-session.ts'
import { type Desk, refusal } from './desk.ts'
import { readForm, readLevel, readYear } from './options.ts'
import { save } from './render.ts'

export type ChatOptions = {
  readonly form?: string
  readonly year?: string
  readonly unit?: string
  readonly level?: string
  readonly save?: string
  /** A folder for the documents that are made. */
  readonly files?: string
}

const transcripts = fileURLToPath(new URL('../../../test/transcripts', import.meta.url))

export const chat = async (options: ChatOptions, desk: Desk): Promise<number> => {
  const { words } = desk
  const zone = desk.env.TIMEZONE || 'Asia/Shanghai'
  const environment = realEnvironment(zone)
  const setting = readSetting(options, desk, dateIn(zone, desk.now()))
  if (options.save !== undefined && !/^[a-z\d]+(-[a-z\d]+)*$/.test(options.save)) {
    throw refusal(words('usage.save', { what: options.save }))
  }
  if (options.files !== undefined) await mkdir(options.files, { recursive: true })
  if (desk.isTerminal.input) desk.complain(words('chat.how'))
  const files: Promise<void>[] = []
  const lines = createInterface({
    input: process.stdin,
    ...(desk.isTerminal.input && { output: process.stdout }),
  })
  // Taken now: lines that nobody waits for are lost.
  const waiting = lines[Symbol.asyncIterator]()
  let isOpen = true
  lines.once('close', () => {
    isOpen = false
  })
  lines.setPrompt(`\n${words('speaker.person')} `)
  const prompt = () => {
    if (isOpen && desk.isTerminal.input) lines.prompt()
  }
  const session = await openChat(setting, {
    environment,
    // Whoever types sees their own words already.
    print: (turn, by) => {
      if (by === 'bot' || !desk.isTerminal.input) desk.print(turn)
    },
    onFile: ({ name, body }) => {
      if (options.files !== undefined) files.push(save(desk, join(options.files, basename(name)), body))
    },
  })
  try {
    await session.run(typed(waiting, prompt))
    await Promise.all(files)
  } finally {
    lines.close()
    await session.close()
  }
  if (options.save !== undefined) {
    const file = join(transcripts, `${options.save}.txt`)
    await save(desk, file, `${commandOf(setting)}\n\n${session.transcript()}`)
    desk.complain(words('chat.saved', { file }))
  }
  return 0
}

/** The link is opened before anything is typed; lines that come meanwhile wait. */
async function* typed(waiting: AsyncIterable<string>, prompt: () => void): AsyncGenerator<string> {
  yield '/start'
  prompt()
  for await (const line of waiting) {
    yield line
    prompt()
  }
}

export const readSetting = (
  { form, year: typedYear, unit, level }: ChatOptions,
  desk: Pick<Desk, 'words' | 'locale'>,
  today: string,
): ChatSetting => {
  const year = typedYear === undefined ? reportYear(today) : readYear(desk, typedYear)
  return {
    form: readForm(desk, year, form),
    year,
    unit: unit ?? desk.words('chat.unit'),
    level: readLevel(desk, level) ?? (unit === undefined ? 'street' : null),
    locale: desk.locale,
  }
}

/** The command that begins this conversation: a transcript's first line. */
const commandOf = ({ form, year, unit, level, locale }: ChatSetting): string =>
  [
    `$ ${locale === 'zh-CN' ? '' : `LOCALE=${locale} `}nianbao chat`,
    `--form ${form.id}`,
    `--year ${year}`,
    `--unit ${unit}`,
    ...(level ? [`--level ${level}`] : []),
  ].join(' ')
