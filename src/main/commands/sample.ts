// `nianbao sample clear`: the sample district goes, with everything that was tried in it.

import { clearSample } from '../sample.ts'
import type { Desk } from './desk.ts'
import { withStore } from './with-store.ts'

export const sampleClear = async (desk: Desk): Promise<number> =>
  withStore(desk, async store => {
    const count = await clearSample(store)
    desk.print(desk.words(count === 0 ? 'sample.none' : 'sample.cleared', { count }))
    return 0
  })
