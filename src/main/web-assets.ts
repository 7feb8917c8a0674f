// The web channel's files on one machine, read once. In a Worker they are part of the bundle instead (worker.ts).

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Assets, assetNames } from '../channels/web/assets.ts'

const read = (address: string | URL): string => readFileSync(fileURLToPath(address), 'utf8')
const own = (name: string): string => read(new URL(`../channels/web/assets/${name}`, import.meta.url))

export const webAssets = (): Assets =>
  Object.fromEntries(
    assetNames.map(name => [name, name === 'htmx.js' ? read(import.meta.resolve(htmx)) : own(name)]),
  ) as Assets

const htmx = 'htmx.org/dist/htmx.min.js'
