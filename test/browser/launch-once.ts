// One Chromium for a whole run: started before the first of its tests, ended after the last.

import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from '../needs.ts'
import { options } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser listens; null where there is none. */
    readonly chromium: string | null
  }
}

export const setup = async ({ provide }: TestProject) => {
  const server = chromiumPath === undefined ? null : await chromium.launchServer(options)
  provide('chromium', server?.wsEndpoint() ?? null)
  return () => server?.close()
}
