// The web channel's files on one machine, read once. In a Worker they are part of the bundle instead (worker.ts).

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Assets } from '../channels/web/assets.ts'

const read = (address: string | URL): string => readFileSync(fileURLToPath(address), 'utf8')
const own = (name: string): string => read(new URL(`../channels/web/assets/${name}`, import.meta.url))

export const webAssets = (): Assets => ({
  style: own('chat.css'),
  script: own('chat.js'),
  table: own('table.js'),
  htmx: read(import.meta.resolve('htmx.org/dist/htmx.min.js')),
})
