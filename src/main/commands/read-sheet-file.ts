// A table from a file, CSV or xlsx, and the telling of its rows that cannot be taken.

import { setImmediate as others } from 'node:timers/promises'
import type { SheetRow } from '../../intake/sheet/sheet-row.ts'
import { readSheet } from '../../intake/sheet.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { readBytes } from './read-bytes.ts'

const mostMegabytes = 5
/** Rows with problems that are told; of the others only their number. */
const mostTold = 50

export const readSheetFile = async (context: CommandContext, file: string): Promise<readonly SheetRow[]> => {
  const { say } = context
  const refuse = (why: string) => refusal(say('input.line', { file, why }))
  const bytes = await readBytes(context, file, mostMegabytes)
  if (typeof bytes === 'string') throw refuse(bytes)
  const sheet = await readSheet(bytes, () => others())
  if (!sheet.ok) throw refuse(say(`sheet.${sheet.why}`, { line: sheet.line ?? 1, limit: mostMegabytes }))
  return sheet.rows
}

export const tellProblems = (
  { say, complain }: Pick<CommandContext, 'say' | 'complain'>,
  messages: readonly string[],
): void => {
  if (messages.length === 0) return
  const left = messages.length - mostTold
  const more = left > 0 ? [say('input.more', { count: left })] : []
  complain([...messages.slice(0, mostTold), ...more].join('\n'))
}
