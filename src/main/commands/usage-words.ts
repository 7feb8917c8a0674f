// What Commander has to complain of, in the project's words.

import type { CommanderError } from 'commander'
import type { CliKey } from '../../i18n/books.ts'
import type { Words } from '../../i18n/words.ts'

const keys: Readonly<Record<string, CliKey>> = {
  'commander.unknownCommand': 'usage.unknown-command',
  'commander.unknownOption': 'usage.unknown-option',
  'commander.missingArgument': 'usage.missing-argument',
  'commander.optionMissingArgument': 'usage.missing-value',
  'commander.missingMandatoryOptionValue': 'usage.missing-option',
  'commander.excessArguments': 'usage.excess',
}

/** One sentence; Commander's message only tells what it is about, between single quotes. */
export const usageWords = (words: Words['cli'], { code, message }: CommanderError): string => {
  const [, what = ''] = /'([^']*)'/.exec(message) ?? []
  return words(keys[code] ?? 'usage.wrong', { what })
}
