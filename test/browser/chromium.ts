// Debian's Chromium, or whichever is installed.

import { type Browser, chromium } from 'playwright-core'
import { chromiumPath } from '../needs.ts'

// As root, as in CI, Chromium refuses to start with its sandbox.
export const options = { executablePath: chromiumPath ?? '', args: ['--no-sandbox'] }

export const launch = (): Promise<Browser> => {
  if (chromiumPath === undefined) throw new Error('no Chromium')
  return chromium.launch(options)
}
