// The rivals' packages, installed when they are missing or older than the lockfile. Everything else that a rival
// needs (telegraf, hono, sqlite3) is found in the project's own node_modules, one folder up.

import { execSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export function installRivals(): void {
  const lock = fileURLToPath(new URL('./package-lock.json', import.meta.url))
  const installed = fileURLToPath(new URL('./node_modules/.package-lock.json', import.meta.url))
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  const folder = fileURLToPath(new URL('.', import.meta.url))
  execSync('npm ci --no-audit --no-fund', { cwd: folder, stdio: 'inherit' })
}
