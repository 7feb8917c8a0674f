// The audit's key on one machine: from the environment, else made once and kept beside the database, readable by
// its owner only.

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from './config.ts'

export const auditKey = ({
  AUDIT_KEY,
  DATABASE_FILE,
}: Pick<Config, 'AUDIT_KEY' | 'DATABASE_FILE'>): string => {
  if (AUDIT_KEY) return AUDIT_KEY
  const file = `${DATABASE_FILE}.audit-key`
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
