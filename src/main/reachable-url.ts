// The address under which others reach this server.

import { networkInterfaces } from 'node:os'
import type { Config } from './config.ts'

/**
 * PUBLIC_URL, else this machine's first address in its network where the server listens on all; null where it listens on
 * this machine alone. `url` is where it listens.
 */
export const reachableUrl = (
  { PUBLIC_URL, HOST }: Pick<Config, 'PUBLIC_URL' | 'HOST'>,
  url: string,
): string | null => {
  if (PUBLIC_URL) return PUBLIC_URL
  if (HOST !== '0.0.0.0' && HOST !== '::') return isLoopback(HOST) ? null : url
  const found = Object.values(networkInterfaces())
    .flat()
    .find(each => each?.family === 'IPv4' && !each.internal)
  return found ? `http://${found.address}:${new URL(url).port}` : null
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')
