#!/usr/bin/env node

// The command line: `npx nianbao <command>`. It names the commands and their options; each loads its own file.

import { CommanderError } from 'commander'
import { createWords, type Locale, locales } from '../i18n/words.ts'
import { commands } from './commands/commands.ts'
import { codeOf, type Desk, isRefusal } from './commands/desk.ts'
import { usageWords } from './commands/usage-words.ts'

const typed = process.env.LOCALE || 'zh-CN'
const locale = locales.find(each => each === typed)
const words = createWords(locale ?? 'zh-CN').cli

const desk: Desk = {
  words,
  locale: locale ?? ('zh-CN' satisfies Locale),
  env: process.env,
  print: text => void process.stdout.write(`${text}\n`),
  complain: text => void process.stderr.write(`${text}\n`),
  write: body =>
    new Promise((resolve, reject) => {
      process.stdout.write(body, error => (error ? reject(error) : resolve()))
    }),
  isTerminal: { input: process.stdin.isTTY === true, output: process.stdout.isTTY === true },
  now: () => Date.now(),
}

/** Whoever reads us may stop reading (`| head`). */
process.stdout.on('error', error => {
  if (codeOf(error) === 'EPIPE') process.exit(0)
  throw error
})

const run = async (): Promise<number> => {
  let exit = 0
  const program = commands(desk, async work => {
    exit = await work()
  })
  try {
    await program.parseAsync(process.argv)
    return exit
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (error.code !== 'commander.help') desk.complain(usageWords(words, error))
      return 2
    }
    if (isRefusal(error)) {
      desk.complain(error.message)
      return error.exit
    }
    desk.complain(words('failed.unknown', { why: codeOf(error) }))
    return 70
  }
}

if (locale === undefined) {
  desk.complain(words('usage.locale', { locales: locales.join(words('list')) }))
  process.exitCode = 2
} else {
  process.exitCode = await run()
}
