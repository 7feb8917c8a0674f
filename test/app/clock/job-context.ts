// All that a job is given, over a store: a process of its own that delivers no mail, in a district in China.

import { createSeal } from '../../../src/app/audit.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import type { Store } from '../../../src/storage/store.ts'

const { startOf, dateOf, id } = realEnvironment('Asia/Shanghai')

export const jobContext = (store: Store) => ({
  ...{ schedule: store, audits: store, standings: store, campaigns: store, catalog },
  zone: 'Asia/Shanghai',
  seal: createSeal('a key of sixteen signs'),
  deliver: { commit: store.commit, sweep: async () => {}, logBacklog: async () => {} },
  environment: { elapsed: () => 0, startOf, dateOf, id },
  log: () => {},
})
