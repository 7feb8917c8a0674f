// The audit's seal on one machine. Its key comes from the environment, else is made once and kept beside the database, readable by
// its owner only.

import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Seal, sealed } from '../app/audit.ts'
import { fault } from '../faults.ts'
import type { Store } from '../storage/store.ts'
import type { Config } from './config.ts'
import { randomIds } from './environment.ts'

type Place = Pick<Config, 'AUDIT_KEY' | 'DATABASE_FILE'>

export const auditSeal = (config: Place): Seal => sealOf(config.AUDIT_KEY ?? keyBeside(config))

/** The seal of a key that is there already; null where a new one would have to be made. */
export const standingSeal = (config: Place): Seal | null =>
  config.AUDIT_KEY === undefined && !existsSync(keyFile(config)) ? null : auditSeal(config)

export const keyFile = ({ DATABASE_FILE }: Pick<Config, 'DATABASE_FILE'>): string =>
  `${DATABASE_FILE}.audit-key`

const sealOf = (given: string): Seal => {
  const key = longEnough(given)
  return (purpose, text) => createHmac('sha256', key).update(sealed(purpose, text)).digest('hex')
}

const keyBeside = (config: Pick<Config, 'DATABASE_FILE'>): string => {
  const file = keyFile(config)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    makeWhole(file, randomBytes(32).toString('hex'))
  }
  return readFileSync(file, 'utf8').trim()
}

/** A chain that is sealed with next to nothing can be made anew by anybody. */
const shortestKey = 16

const longEnough = (key: string): string => {
  if (key.length < shortestKey) throw fault('audit-key-short')
  return key
}

/** The parts of acts of the registry, on one machine. A command that pauses stays alive. */
export const recorderOf = (store: Store, seal: Seal) => ({
  ...{ audits: store, registry: store, seal, sleep: (ms: number) => sleep<void>(ms) },
  ...{ id: randomIds(), chance: Math.random },
})

/** Nobody sees half a key, and of two processes that make one at the same time the second takes the first's. */
const makeWhole = (file: string, key: string): void => {
  const draft = `${file}-${process.pid}-${randomUUID()}`
  writeFileSync(draft, key, { mode: 0o600, flag: 'wx' })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    unlinkSync(draft)
  }
}
