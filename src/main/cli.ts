#!/usr/bin/env node

// The command line: `npx nianbao <command>`. It names the commands and their options; each loads its own file.

import { CommanderError } from 'commander'
import { catalog } from '../forms/catalog.ts'
import type { CliKey } from '../i18n/books.ts'
import { checkWords } from '../i18n/check-words.ts'
import { createWords, locales } from '../i18n/words.ts'
import { type CommandContext, codeOf, isRefusal } from './commands/command-context.ts'
import { commands } from './commands/commands.ts'

const typed = process.env.LOCALE || 'zh-CN'
const locale = locales.find(each => each === typed)
const words = createWords(locale ?? 'zh-CN')
const { cli: say } = words

const context: CommandContext = {
  words,
  say,
  catalog,
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

/** The reader of our output may stop early (`| head`). */
process.stdout.on('error', error => {
  if (codeOf(error) === 'EPIPE') process.exit(0)
  throw error
})

/** Commander's complaints, by its codes; each is about the words that its message has in single quotes. */
const complaints: Readonly<Record<string, CliKey>> = {
  'commander.unknownCommand': 'usage.unknown-command',
  'commander.unknownOption': 'usage.unknown-option',
  'commander.missingArgument': 'usage.missing-argument',
  'commander.optionMissingArgument': 'usage.missing-value',
  'commander.missingMandatoryOptionValue': 'usage.missing-option',
  'commander.excessArguments': 'usage.excess',
}

const usageWords = ({ code, message }: CommanderError): string => {
  const [, what = ''] = /'([^']*)'/.exec(message) ?? []
  return say(complaints[code] ?? 'usage.wrong', { what })
}

const run = async (): Promise<number> => {
  let exit = 0
  const program = commands(context, async work => {
    exit = await work()
  })
  try {
    checkWords(words, catalog.forms.values())
    await program.parseAsync(process.argv)
    return exit
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0
      if (error.code !== 'commander.help') context.complain(usageWords(error))
      return 2
    }
    if (isRefusal(error)) {
      context.complain(error.message)
      return error.exit
    }
    context.complain(say('failed.unknown', { why: codeOf(error) }))
    return 70
  }
}

if (locale === undefined) {
  context.complain(say('usage.locale', { locales: locales.join(say('list')) }))
  process.exitCode = 2
} else {
  process.exitCode = await run()
}
