// Opens the database for one command and closes it after; trouble with it becomes a sentence.

import { isFault } from '../../faults.ts'
import type { Store } from '../../storage/store.ts'
import { type Config, readConfig } from '../config.ts'
import { type OpenStore, openStore } from '../open-store.ts'
import { codeOf, type Desk, isRefusal, refusal } from './desk.ts'

/** The environment; wrong variables are named, each with its reason. */
export const configOf = ({ env }: Desk): Config => {
  try {
    return readConfig(env)
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error))
  }
}

export const withStore = async <T>(
  desk: Desk,
  work: (store: Store, config: Config) => Promise<T>,
): Promise<T> => {
  const config = configOf(desk)
  let opened: OpenStore | undefined
  try {
    opened = await openStore(config.DATABASE_FILE)
    return await work(opened.store, config)
  } catch (error) {
    throw databaseRefusal(desk, config, error)
  } finally {
    await opened?.close()
  }
}

/** What a person is told of trouble with the database; everything else stays what it is. */
export const databaseRefusal = (desk: Desk, config: Config, error: unknown): unknown => {
  if (isRefusal(error)) return error
  const code = codeOf(error)
  if (!isFault(error) && !/^(SQLITE|E[A-Z]+$)/.test(code)) return error
  const why = isFault(error) ? error.message : code
  return refusal(desk.words('failed.database', { file: config.DATABASE_FILE, why }), 1)
}
