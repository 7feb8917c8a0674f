// Puts the parts together: storage, words, use cases and channels. The same on Node and on Workers.

import type { Seal } from '../app/audit.ts'
import { createReceive } from '../app/conversation/receive.ts'
import { orderedFile } from '../app/exports/office-file.ts'
import { readCalendar } from '../app/feeds/read-calendar.ts'
import { createDeliver, type Deliver } from '../app/mail/deliver.ts'
import type { OfficeOrder } from '../app/message.ts'
import type { Receive } from '../app/ports/channel.ts'
import type { Environment, Log } from '../app/ports/environment.ts'
import { createSetup } from '../app/registry/set-up.ts'
import { createDistrictPages } from '../app/views/district.ts'
import { createEntrance } from '../app/views/entrance.ts'
import { createPages } from '../app/views/pages.ts'
import { createUnitSettings } from '../app/views/unit-settings.ts'
import type { Mounted } from '../channels/mounted.ts'
import { feedLink, webLink } from '../channels/web/web-link.ts'
import { type Catalog, catalog as known } from '../forms/catalog.ts'
import { checkWords } from '../i18n/check-words.ts'
import { createWords, type Words } from '../i18n/words.ts'
import { readDocx } from '../intake/docx.ts'
import type { Store } from '../storage/store.ts'
import { type ChannelDeps, openChannels } from './channels.ts'
import type { Config } from './config.ts'

export type Nianbao = {
  readonly receive: Receive
  readonly deliver: Deliver
  readonly words: Words
  readonly channels: readonly Mounted[]
}

type Parts = Pick<ChannelDeps, 'web' | 'network' | 'ownUrl' | 'groupNetwork'> & {
  readonly config: ChannelDeps['config'] & Pick<Config, 'SETUP_CODE'>
  /** The known obligations when absent. */
  readonly catalog?: Catalog
  /** With the books of the known forms when absent. */
  readonly words?: Words
  readonly seal: Seal
  readonly store: Store
  readonly environment: Environment
  readonly log: Log
  readonly mostChats?: number
  /** Channels besides those of the configuration. */
  readonly channels?: readonly Mounted[]
}

/** Throws the fault `words-missing` when a form of the catalogue has no words in this locale; see `createCatalog`. */
export const createNianbao = (parts: Parts): Nianbao => {
  const {
    config,
    catalog = known,
    seal,
    store,
    environment,
    log,
    web,
    network,
    ownUrl,
    groupNetwork,
    channels: given = [],
  } = parts
  const words = parts.words ?? createWords(config.LOCALE)
  checkWords(words, catalog.forms.values())
  const ports = {
    ...{ conversations: store, registry: store, people: store, absences: store, outbox: store },
    ...{ nudges: store, contacts: store, calendar: store },
    ...{ desks: store, archive: store, sessions: store, audits: store, campaigns: store },
    ...{ handling: store, collected: store },
  }
  const made = { ...ports, catalog, environment, words, log }
  const shared = {
    ...made,
    orderedFile: (order: OfficeOrder) => orderedFile(made, order, environment.now()),
  }
  const deliver = createDeliver({
    ...shared,
    mostChats: parts.mostChats,
    channels: () => channels.map(({ channel }) => channel),
  })
  const { PUBLIC_URL: publicUrl } = config
  const links = (code: string): Promise<ReadonlyMap<string, string>> => linksTo(channels, code)
  const readDocument = (bytes: Uint8Array) => readDocx(bytes, catalog, () => environment.sleep(0))
  const receive = createReceive({
    ...shared,
    deliver,
    seal,
    readDocument,
    links,
    feeds: store,
    feedLink: web && publicUrl ? code => feedLink(publicUrl, code) : undefined,
    webLink: web && publicUrl ? code => webLink(publicUrl, code) : undefined,
    changed: filing => {
      for (const { changed } of channels) changed?.(filing)
    },
  })
  const setup = createSetup({
    ...{ ...environment, audits: store, registry: store, setup: store, seal, log },
    code: config.SETUP_CODE ?? null,
  })
  const useCases = {
    ...createEntrance({ ...shared, deliver, seal, receive }),
    ...setup,
    ...createPages(shared),
    ...createUnitSettings({ ...shared, seal }),
    ...createDistrictPages({ ...shared, deliver, seal, links, readDocument }),
    calendar: (code: string) => readCalendar({ ...shared, feeds: store }, code, environment.now()),
  }
  const channels: readonly Mounted[] = [
    ...given,
    ...openChannels({
      ...shared,
      config,
      web,
      network,
      ownUrl,
      groups: store,
      groupNetwork,
      receive,
      useCases,
    }),
  ]
  return { receive, deliver, words, channels }
}

/** By the channel's name. */
const linksTo = async (channels: readonly Mounted[], code: string): Promise<ReadonlyMap<string, string>> => {
  const made = await Promise.all(
    channels.map(async ({ channel, link }) => [channel.name, (await link?.(code)) ?? null] as const),
  )
  return new Map(made.flatMap(([name, link]) => (link === null ? [] : [[name, link]])))
}
