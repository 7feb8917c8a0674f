// `nianbao backup`: a copy of the database beside a running server, verified and sealed before it gets its name.

import { existsSync, realpathSync } from 'node:fs'
import type { Seal } from '../../app/audit.ts'
import { isFault } from '../../faults.ts'
import { keyFile, standingSeal } from '../audit-seal.ts'
import { type Backup, makeBackup } from '../backup.ts'
import type { Config } from '../config.ts'
import { findingLines } from './audit.ts'
import { type CommandContext, codeOf, refusal } from './command-context.ts'
import { configOf, databaseRefusal, withStore } from './with-store.ts'
import { writeRefusal } from './write-refusal.ts'

export type BackupOptions = { readonly overwrite?: boolean; readonly json?: boolean }

/** Exit code 0: it is whole; 1: it was refused, or its audit is broken. */
export const backup = async (
  file: string,
  options: BackupOptions,
  context: CommandContext,
): Promise<number> => {
  const { say, print } = context
  const config = configOf(context)
  const { DATABASE_FILE: database } = config
  if (!existsSync(database)) throw refusal(say('backup.no-database', { file: database }), 1)
  if (existsSync(file) && realpathSync(file) === realpathSync(database))
    throw refusal(say('backup.same-file'), 1)
  const seal = sealHere(context, config)
  const order = { database, file, seal, now: context.now(), overwrites: options.overwrite === true }
  const made = await makeBackup(order).catch((error: unknown) => {
    if (!isFault(error) && /^E[A-Z]+$/.test(codeOf(error))) throw writeRefusal(context, file, codeOf(error))
    throw databaseRefusal(context, config, error)
  })
  if (made.type !== 'made') throw refusal(refusedWords(context, config, file, made), 1)
  const { note, findings } = made
  if (options.json) print(JSON.stringify({ ok: findings.length === 0, file, ...note, findings }))
  else {
    const { head, key } = note
    print(say('backup.made', { file, ...sumOf(note.counts), ...head, key }))
    if (findings.length > 0) {
      print(say('backup.audit-broken'))
      const lines = await withStore(context, store => findingLines(context, store, config, findings))
      for (const line of lines) print(line)
    }
  }
  return findings.length === 0 ? 0 : 1
}

/** The seal of the key that is there; none is made for a database that another has sealed. */
export const sealHere = (context: CommandContext, config: Config): Seal => {
  try {
    const seal = standingSeal(config)
    if (seal === null) throw refusal(context.say('backup.no-key', { file: keyFile(config) }), 1)
    return seal
  } catch (error) {
    throw databaseRefusal(context, config, error)
  }
}

export const sumOf = (counts: Readonly<Record<string, number>>): { tables: number; rows: number } => ({
  tables: Object.keys(counts).length,
  rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
})

const refusedWords = (
  { say }: CommandContext,
  config: Config,
  file: string,
  backup: Exclude<Backup, { type: 'made' }>,
): string => {
  switch (backup.type) {
    case 'stands':
      return say('backup.stands', { file })
    case 'other-key':
      return say('backup.other-key', { file: keyFile(config) })
    default:
      return say('backup.damaged', { file: config.DATABASE_FILE, why: backup.why })
  }
}
