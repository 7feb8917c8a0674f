// `nianbao restore`: a backup in the place of the database, after everything in it was verified; or one sentence that
// says why not.

import { statSync } from 'node:fs'
import { keyFile } from '../audit-seal.ts'
import type { Config } from '../config.ts'
import { restoreBackup, type Unfit } from '../restore.ts'
import { findingLines } from './audit.ts'
import { sealHere, sumOf } from './backup.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { instantWords } from './units.ts'
import { configOf, databaseRefusal } from './with-store.ts'

export type RestoreOptions = { readonly json?: boolean }

/** Exit code 0: the backup is the database now; 1: nothing was touched; 2: there is no such file. */
export const restore = async (
  file: string,
  options: RestoreOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, print } = context
  const config = configOf(context)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw refusal(say('input.line', { file, why: say('input.missing') }))
  const seal = sealHere(context, config)
  const order = { database: config.DATABASE_FILE, file, seal, now: context.now() }
  const restored = await restoreBackup(order).catch((error: unknown) => {
    throw databaseRefusal(context, config, error)
  })
  if (restored.type === 'in-use') throw refusal(say('restore.in-use', { file: config.DATABASE_FILE }), 1)
  if (restored.type !== 'restored') throw refusal(await refusedWords(context, config, file, restored), 1)
  const { note, former } = restored
  if (options.json) print(JSON.stringify({ ok: true, file, former, ...note }))
  else {
    print(say('restore.done', { file, at: instantWords(context, config, note.at), ...sumOf(note.counts) }))
    if (former !== null) print(say('restore.former', { former }))
  }
  return 0
}

const refusedWords = async (
  context: CommandContext,
  config: Config,
  file: string,
  unfit: Unfit,
): Promise<string> => {
  const { say } = context
  switch (unfit.type) {
    case 'no-backup':
    case 'other-schema':
    case 'tampered':
      return say(`restore.${unfit.type}`, { file })
    case 'damaged':
      return say('restore.damaged', { file, why: unfit.why })
    case 'other-key':
      return say('restore.other-key', { file, key: keyFile(config) })
    default: {
      const lines = await findingLines(context, { units: async () => [] }, config, unfit.findings)
      return [say('restore.audit', { file }), ...lines].join('\n')
    }
  }
}
