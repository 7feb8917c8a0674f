// Opens the database for one command and closes it after; trouble with it becomes a sentence.

import { isFault } from '../../faults.ts'
import type { Store } from '../../storage/store.ts'
import { keyFile } from '../audit-seal.ts'
import { type Config, readConfig } from '../config.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { type CommandContext, codeOf, isRefusal, refusal } from './command-context.ts'

/** The environment; wrong variables are named, each with its reason. */
export const configOf = ({ env }: CommandContext): Config => {
  try {
    return readConfig(env)
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error))
  }
}

export const withStore = async <T>(
  context: CommandContext,
  work: (store: Store, config: Config) => Promise<T>,
): Promise<T> => {
  const config = configOf(context)
  let opened: OpenStore | undefined
  try {
    opened = await openStore(config.DATABASE_FILE)
    return await work(opened.store, config)
  } catch (error) {
    throw databaseRefusal(context, config, error)
  } finally {
    await opened?.close()
  }
}

/** Trouble with the database as a refusal in words; every other error stays as it is. */
export const databaseRefusal = (context: CommandContext, config: Config, error: unknown): unknown => {
  if (isRefusal(error)) return error
  const code = codeOf(error)
  if (!isFault(error) && !/^(SQLITE|E[A-Z]+$)/.test(code)) return error
  if (isFault(error, 'schema-differs') || isFault(error, 'migration-missing'))
    return refusal(context.say('failed.schema', { file: config.DATABASE_FILE }), 1)
  if (isFault(error, 'audit-key-short'))
    return refusal(context.say('failed.audit-key', { file: keyFile(config) }), 1)
  const why = isFault(error) ? error.message : code
  return refusal(context.say('failed.database', { file: config.DATABASE_FILE, why }), 1)
}
