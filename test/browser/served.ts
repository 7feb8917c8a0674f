// The server of `npm start` over a database of its own, with the links that it prints.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { done } from '../../src/app/registry/administer.ts'
import { makeInvitation } from '../../src/app/registry/make-invitation.ts'
import { webLink } from '../../src/channels/web/web-link.ts'
import type { Filing } from '../../src/engine/filing.ts'
import { unitId } from '../../src/engine/filing.ts'
import { obligationId } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { auditSeal, recorderOf } from '../../src/main/audit-seal.ts'
import { type Config, readConfig } from '../../src/main/config.ts'
import { openStore } from '../../src/main/open-store.ts'
import { serve } from '../../src/main/serve.ts'

export type Served = Awaited<ReturnType<typeof startServed>>

const unit = '示例街道'
const year = 2020

export const startServed = async (locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const file = join(folder, 'nianbao.db')
  const config = readConfig({ PORT: '0', DATABASE_FILE: file, LOCALE: locale })
  const serving = await serve(config)
  const { code = '' } = serving.sample.find(link => link.unit === unit && link.year === year) ?? {}
  return {
    url: serving.url,
    link: webLink(serving.url, code),
    /** To the same filing. */
    colleagues: webLink(serving.url, await codeOfColleague(config)),
    /** The filing as it is stored. */
    filing: async (): Promise<Filing> => {
      const { store, close } = await openStore(file)
      const filing = await store.filingOf(unitId('sample-street'), obligationId('disclosure'), year)
      await close()
      if (!filing) throw new Error('no filing')
      return filing
    },
    stop: async () => {
      await serving.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Figures that are not 0, by their cells, what was said of whole tables, and texts. */
export const stored = (filing: Filing) => ({
  figures: shownOf(filing, key => !isGate(key)),
  gates: shownOf(filing, isGate),
  texts: Object.fromEntries([...filing.texts].map(([key, parts]) => [key, parts.map(({ body }) => body)])),
})

/** A gate's key ends so (engine/form.ts). */
const isGate = (key: string): boolean => key.endsWith('?')

const shownOf = ({ entries }: Filing, isWanted: (key: string) => boolean) =>
  Object.fromEntries(
    [...entries].flatMap(([key, entry]) => {
      const shown = JSON.stringify('value' in entry ? entry.value : entry)
      return shown === '0' || !isWanted(key) ? [] : [[key, shown]]
    }),
  )

const codeOfColleague = async (config: Config): Promise<string> => {
  const { store, close } = await openStore(config.DATABASE_FILE)
  const wish = { unit: unitId('sample-street'), role: 'filler', form: disclosure2019, year } as const
  const caller = { type: 'shell', at: Date.now() } as const
  const expiresAt = Date.now() + 3_600_000
  const made = await makeInvitation(recorderOf(store, auditSeal(config)), caller, { ...wish, expiresAt })
  await close()
  return done(made).code
}
