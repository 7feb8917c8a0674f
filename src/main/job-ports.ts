// A store as the ports that jobs take.

import type { Store } from '../storage/store.ts'

export const jobPorts = (store: Store) => ({
  ...{ schedule: store, audits: store, standings: store, campaigns: store },
  ...{ conversations: store, registry: store, nudges: store, calendar: store },
})
