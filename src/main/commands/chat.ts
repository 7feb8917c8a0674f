// `nianbao chat`: talk to the bot in a terminal, or pipe lines into it; `--save` keeps the session as a transcript
// that the tests replay.

import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { nameOf } from '../../app/registry/name-of.ts'
import { reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import { realEnvironment } from '../environment.ts'
import { type ChatSetting, openChat } from './chat-session.ts'
import { type CommandContext, codeOf, refusal } from './command-context.ts'
import { readForm, readLevel, readYear } from './options.ts'
import { refuseUnwritable } from './refuse-unwritable.ts'
import { save } from './render.ts'
import { writeRefusal } from './write-refusal.ts'

export type ChatOptions = {
  readonly obligation?: string
  readonly form?: string
  readonly year?: string
  readonly unit?: string
  readonly level?: string
  readonly save?: string
  /** A folder for the documents that are made. */
  readonly files?: string
  /** A file for the filing as `report@1` when the session ends. */
  readonly report?: string
}

const transcripts = fileURLToPath(new URL('../../../test/transcripts', import.meta.url))

export const chat = async (options: ChatOptions, context: CommandContext): Promise<number> => {
  const { say } = context
  const zone = context.env.TIMEZONE || 'Asia/Shanghai'
  const environment = realEnvironment(zone)
  const setting = readSetting(options, context, dateIn(zone, context.now()))
  if (options.save !== undefined && !/^[a-z\d]+(-[a-z\d]+)*$/.test(options.save)) {
    throw refusal(say('usage.save', { what: options.save }))
  }
  await prepareFiles(options, context)
  if (context.isTerminal.input) context.complain(say('chat.how'))
  const files: Promise<void>[] = []
  const lines = createInterface({
    input: process.stdin,
    ...(context.isTerminal.input && { output: process.stdout }),
  })
  // Taken now: lines that nobody waits for are lost.
  const waiting = lines[Symbol.asyncIterator]()
  let isOpen = true
  lines.once('close', () => {
    isOpen = false
  })
  lines.setPrompt(`\n${say('speaker.person')} `)
  const prompt = () => {
    if (isOpen && context.isTerminal.input) lines.prompt()
  }
  const session = await openChat(setting, {
    environment,
    // A person at a terminal sees their own words already.
    print: (turn, by) => {
      if (by === 'bot' || !context.isTerminal.input) context.print(turn)
    },
    onFile: ({ name, body }) => {
      if (options.files !== undefined) files.push(save(context, join(options.files, basename(name)), body))
    },
  })
  try {
    await session.run(typed(waiting, prompt))
    await Promise.all(files)
    if (options.report !== undefined) {
      await save(context, options.report, `${JSON.stringify(await session.report(), null, 2)}\n`)
      context.complain(say('chat.reported', { file: options.report }))
    }
  } finally {
    lines.close()
    await session.close()
  }
  if (options.save !== undefined) {
    const file = join(transcripts, `${options.save}.txt`)
    await save(context, file, `${commandOf(setting)}\n\n${session.transcript()}`)
    context.complain(say('chat.saved', { file }))
  }
  return 0
}

/** Makes the folder and opens the report's file, so that no session is held whose outcome could not be kept. */
const prepareFiles = async ({ files, report }: ChatOptions, context: CommandContext): Promise<void> => {
  if (files !== undefined)
    await mkdir(files, { recursive: true }).catch(error => {
      throw writeRefusal(context, files, codeOf(error))
    })
  if (report !== undefined) await refuseUnwritable(context, report)
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
  { obligation, form, year: typedYear, unit, level }: ChatOptions,
  context: Pick<CommandContext, 'say' | 'words' | 'catalog'>,
  today: string,
): ChatSetting => {
  const year = typedYear === undefined ? reportYear(today) : readYear(context, typedYear)
  return {
    catalog: context.catalog,
    form: readForm(context, year, { obligation, form }),
    year,
    unit: readUnitName(context, unit),
    level: readLevel(context, level) ?? (unit === undefined ? 'street' : null),
    words: context.words,
  }
}

const readUnitName = ({ say }: Pick<CommandContext, 'say'>, unit: string | undefined): string => {
  const name = unit === undefined ? say('chat.unit') : nameOf(unit)
  if (name === null) throw refusal(say('refused.name-unfit'))
  return name
}

/** The command that begins this conversation: a transcript's first line. */
const commandOf = ({ form, year, unit, level, words: { locale } }: ChatSetting): string =>
  [
    `$ ${locale === 'zh-CN' ? '' : `LOCALE=${locale} `}nianbao chat`,
    `--form ${form.id}`,
    `--year ${year}`,
    `--unit ${unit}`,
    ...(level ? [`--level ${level}`] : []),
  ].join(' ')
