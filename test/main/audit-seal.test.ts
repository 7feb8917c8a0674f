// The audit's key on one machine: made once, whole, by whoever comes first.

import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from './fake-context.ts'

const seal = (file: string): Promise<string> => {
  const script = `import { auditSeal } from './src/main/audit-seal.ts'
    process.stdout.write(await auditSeal({ DATABASE_FILE: process.argv[1], AUDIT_KEY: undefined })('words', 'text'))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file])
  let out = ''
  child.stdout.on('data', (part: Buffer) => {
    out += part
  })
  return new Promise(done => child.on('close', () => done(out)))
}

test('processes that start at the same time seal with the same key, which only its owner may read', async () => {
  const at = join(await folder(), 'data')
  mkdirSync(at)
  const seals = await Promise.all(Array.from({ length: 6 }, () => seal(join(at, 'nianbao.db'))))
  expect(seals[0]).toMatch(/^[0-9a-f]{64}$/)
  expect(new Set(seals).size).toBe(1)
  expect(readdirSync(at)).toEqual(['nianbao.db.audit-key'])
  expect(statSync(join(at, 'nianbao.db.audit-key')).mode & 0o777).toBe(0o600)
})
