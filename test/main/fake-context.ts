// A command's surroundings whose lines can be read afterwards, and a folder for one test's files.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { catalog } from '../../src/forms/catalog.ts'
import { createWords, type Locale } from '../../src/i18n/words.ts'
import { type CommandContext, isRefusal } from '../../src/main/commands/command-context.ts'

export const fakeContext = (
  env: CommandContext['env'] = {},
  locale: Locale = 'zh-CN',
  isTerminal = false,
) => {
  const out: string[] = []
  const errors: string[] = []
  const written: (Uint8Array | string)[] = []
  const words = createWords(locale)
  const context: CommandContext = {
    words,
    say: words.cli,
    catalog,
    env,
    print: text => void out.push(text),
    complain: text => void errors.push(text),
    write: async body => void written.push(body),
    isTerminal: { input: isTerminal, output: isTerminal },
    now: () => Date.UTC(2027, 0, 12, 4),
  }
  return { context, out, errors, written }
}

/** What a command refused, and with which exit code. */
export const refused = async (work: Promise<number>): Promise<readonly [string, number]> => {
  try {
    return ['', await work]
  } catch (error) {
    if (!isRefusal(error)) throw error
    return [error.message, error.exit]
  }
}

export const folder = async (): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), 'nianbao-cli-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** A file with this content: text as it is, everything else as JSON. */
export const fileOf = async (content: unknown, name = 'report.json'): Promise<string> => {
  const file = join(await folder(), name)
  const body =
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
  await writeFile(file, body)
  return file
}

export const minimal = {
  format: 'nianbao/report@1',
  unit: '青石街道',
  level: 'street',
  year: 2025,
  form: 'disclosure-2021',
}
