// A store as the ports of a conversation.

import type { Store } from '../../src/storage/store.ts'

/** The ports that a conversation takes. Nothing is delivered: the people of the desk fetch their mail themselves. */
export const portsOf = (store: Store) => ({
  conversations: store,
  registry: store,
  people: store,
  absences: store,
  desks: store,
  nudges: store,
  contacts: store,
  calendar: store,
  links: async (code: string) => new Map([['sim', `https://sim.example/${code}`]]),
  sessions: store,
  audits: store,
  campaigns: store,
  handling: store,
  collected: store,
  feeds: store,
  deliver: { commit: store.commit, wake: () => {}, quiet: async () => {}, isQuiet: () => true },
})
