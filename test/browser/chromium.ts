// Debian's Chromium, or whichever is installed. Skipped where there is none; in CI its absence is a failure.

import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

const programs = ['chromium', 'chromium-browser', 'google-chrome']

const pathOf = (program: string): readonly string[] => {
  try {
    return [execFileSync('which', [program], { encoding: 'utf8' }).trim()]
  } catch {
    return []
  }
}

export const [chromiumPath] = programs.flatMap(pathOf)

/** What a test's name says where it is skipped. */
export const skipped = chromiumPath === undefined ? ' (skipped: no Chromium)' : ''

export const launch = (): Promise<Browser> => {
  if (chromiumPath === undefined) throw new Error('no Chromium')
  // As root, as in CI, Chromium refuses to start with its sandbox.
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
}
