// The way to the one Chromium of a run (launch-once.ts). A connection's contexts end with it, the browser does not.

import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

export const connect = (): Promise<Browser> => {
  const place = inject('chromium')
  if (place === null) throw new Error('no Chromium')
  return chromium.connect(place)
}
