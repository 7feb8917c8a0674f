// The audit's seal on one machine. Its key comes from the environment, else is made once and kept beside the database, readable by
// its owner only.

import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Seal } from '../app/audit.ts'
import { fault } from '../faults.ts'
import type { Store } from '../storage/store.ts'
import type { Config } from './config.ts'
import { randomIds } from './environment.ts'

export const auditSeal = (config: Pick<Config, 'AUDIT_KEY' | 'DATABASE_FILE'>): Seal => {
  const key = auditKey(config)
  return text => createHmac('sha256', key).update(text).digest('hex')
}

const auditKey = ({ AUDIT_KEY, DATABASE_FILE }: Pick<Config, 'AUDIT_KEY' | 'DATABASE_FILE'>): string => {
  if (AUDIT_KEY !== undefined) return longEnough(AUDIT_KEY)
  const file = `${DATABASE_FILE}.audit-key`
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    makeWhole(file, randomBytes(32).toString('hex'))
  }
  return longEnough(readFileSync(file, 'utf8').trim())
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
