// All that a job is given, over a store: a process of its own that delivers no mail, in a district in China.

import { createSeal } from '../../../src/app/audit.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { createWords } from '../../../src/i18n/words.ts'
import { realEnvironment } from '../../../src/main/environment.ts'
import { jobPorts } from '../../../src/main/job-ports.ts'
import type { Store } from '../../../src/storage/store.ts'

const { zone, startOf, dateOf, id, chance, sleep } = realEnvironment('Asia/Shanghai')

export const jobContext = (store: Store) => ({
  ...jobPorts(store),
  ...{ catalog, words: createWords('zh-CN') },
  zone: 'Asia/Shanghai',
  seal: createSeal('a key of sixteen signs'),
  deliver: { commit: store.commit, sweep: async () => {}, logBacklog: async () => {} },
  environment: { elapsed: () => 0, zone, startOf, dateOf, id, chance, sleep },
  log: () => {},
})
