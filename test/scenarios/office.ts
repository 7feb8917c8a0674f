// A whole bot in this process for scenarios: the simulator, real HTTP, real Telegraf, a real SQLite file.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { hashOf } from '../../src/app/enrol.ts'
import type { Unit } from '../../src/app/ports.ts'
import { filingId, unitId } from '../../src/engine/filing.ts'
import { formForYear } from '../../src/forms/catalog.ts'
import { createNianbao, realWorld } from '../../src/main/nianbao.ts'
import { openStore } from '../../src/main/open-store.ts'
import { createServer } from '../../src/main/server.ts'
import { startTelegramSim } from '../telegram-sim/start-telegram-sim.ts'

type Opened = { readonly unit: string; readonly level: Unit['level']; readonly year: number }

export type Office = Awaited<ReturnType<typeof openOffice>>

const secret = 'a-secret-of-the-tests'

/** One unit with one filing; `invite` gives a code for a person. */
export const openOffice = async ({ unit: name, level, year }: Opened, locale: 'zh-CN' | 'en' = 'zh-CN') => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'))
  const { store, close } = await openStore(join(folder, 'nianbao.db'))
  const idle = { wait: async () => {} }
  const sim = await startTelegramSim({ idle: () => idle.wait() })
  const config = {
    LOCALE: locale,
    TELEGRAM_BOT_TOKEN: sim.token,
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: sim.apiRoot,
  }
  const logged: string[] = []
  const nianbao = createNianbao({
    config,
    auditKey: 'a key of the tests',
    store,
    world: realWorld('Asia/Shanghai'),
    log: (event, fields) => logged.push(JSON.stringify({ event, ...fields })),
  })
  idle.wait = () => nianbao.deliver.quiet()
  const server = await new Promise<ReturnType<typeof listen>>(resolve => {
    const made = listen({ fetch: createServer(nianbao, store).fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(made),
    )
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/telegram`
  sim.setWebhook(url, secret)

  const unit = unitId('unit-1')
  const form = formForYear(year)
  if (!form) throw new Error(`no form for ${year}`)
  await store.addUnit({ id: unit, name, level })
  const filing = await store.openFiling({
    id: filingId('filing-1'),
    unit,
    form: form.id,
    revision: form.revision,
    year,
    version: 1,
    entries: new Map(),
    texts: new Map(),
  })
  let invited = 0
  return {
    sim,
    store,
    nianbao,
    form,
    logged,
    url,
    secret,
    /** A code that binds whoever starts with it to the unit. */
    invite: async () => {
      invited += 1
      const code = `invitation-code-number-${invited}`
      await store.invite(await hashOf(code), { unit, filing, expiresAt: Date.now() + 86_400_000 })
      return code
    },
    close: async () => {
      await nianbao.deliver.quiet()
      await sim.stop()
      await new Promise(resolve => server.close(resolve))
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
