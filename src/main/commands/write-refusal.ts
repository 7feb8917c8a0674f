// A file that cannot be written, as a refusal in words.

import type { CliKey } from '../../i18n/books.ts'
import { type CommandContext, type Refusal, refusal } from './command-context.ts'

/** `code` is the system's, as ENOENT. */
export const writeRefusal = ({ say }: Pick<CommandContext, 'say'>, file: string, code: string): Refusal => {
  const key = reasons[code]
  return refusal(say('failed.write', { file, why: key ? say(key) : code }))
}

const reasons: Readonly<Record<string, CliKey>> = {
  ENOENT: 'write.missing',
  ENOTDIR: 'write.missing',
  EACCES: 'write.denied',
  EPERM: 'write.denied',
  EROFS: 'write.denied',
  EISDIR: 'write.directory',
  EEXIST: 'write.not-directory',
}
