// A file that is to be written at the end is tried at the beginning, so that no work is done whose outcome could not be
// kept.

import { appendFile } from 'node:fs/promises'
import { type CommandContext, codeOf } from './command-context.ts'
import { writeRefusal } from './write-refusal.ts'

/** Leaves an empty file where there was none; `mode` is that file's. */
export const refuseUnwritable = async (
  context: Pick<CommandContext, 'say'>,
  file: string,
  mode = 0o666,
): Promise<void> => {
  try {
    await appendFile(file, '', { mode })
  } catch (error) {
    throw writeRefusal(context, file, codeOf(error))
  }
}
