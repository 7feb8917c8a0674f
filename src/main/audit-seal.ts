// The audit's seal on one machine. Its key comes from the environment, else is made once and kept beside the database, readable by
// its owner only.

import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Seal } from '../app/audit.ts'
import type { Config } from './config.ts'

export const auditSeal = (config: Pick<Config, 'AUDIT_KEY' | 'DATABASE_FILE'>): Seal => {
  const key = auditKey(config)
  return text => createHmac('sha256', key).update(text).digest('hex')
}

const auditKey = ({ AUDIT_KEY, DATABASE_FILE }: Pick<Config, 'AUDIT_KEY' | 'DATABASE_FILE'>): string => {
  if (AUDIT_KEY) return AUDIT_KEY
  const file = `${DATABASE_FILE}.audit-key`
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
