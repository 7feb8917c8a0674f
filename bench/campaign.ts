// The opening of a campaign through the command line's own parts: every unit joins, on a file that is synced at each
// commit, and is judged.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { done } from '../src/app/registry/administer.ts'
import { importUnits } from '../src/app/registry/import-units.ts'
import { openCampaign } from '../src/app/registry/open-campaign.ts'
import { usualFlags } from '../src/district/unit-tree.ts'
import { obligationId } from '../src/engine/form.ts'
import { catalog } from '../src/forms/catalog.ts'
import { auditSeal, recorderOf } from '../src/main/audit-seal.ts'
import { settleCampaigns } from '../src/main/commands/settle-campaigns.ts'
import { readConfig } from '../src/main/config.ts'
import { openStore } from '../src/main/open-store.ts'
import { figure, type Section, wanted } from './report.ts'

/** Seconds. */
const wantedBelow = 5
const dates = { sign: null, due: '2027-01-22', feedback: null, publish: null }

export async function campaign({ units }: { readonly units: number }): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'))
  const config = readConfig({ DATABASE_FILE: join(folder, 'nianbao.db') })
  const { store, close } = await openStore(config.DATABASE_FILE)
  try {
    const recorder = recorderOf(store, auditSeal(config))
    const row = { parent: null, level: 'bureau', ...usualFlags } as const
    const list = Array.from({ length: units }, (_, n) => ({ ...row, line: n + 2, name: `Unit ${n}` }))
    const read = { ok: true, units: list, problems: [], refused: [], unused: [] } as const
    const now = Date.UTC(2026, 11, 21)
    done(await importUnits(recorder, { type: 'shell', at: now }, read, false))
    const start = performance.now()
    const deps = { ...recorder, campaigns: store }
    const wish = {
      obligation: obligationId('disclosure'),
      year: 2026,
      practice: 'sign-first',
      dates,
    } as const
    const { id } = done(await openCampaign(deps, { type: 'shell', at: now }, wish))
    await settleCampaigns({ catalog, now: () => now }, store, config)
    const seconds = (performance.now() - start) / 1_000
    const { length: joined } = await store.campaignStandings(id)
    if (joined !== units) throw new Error(`${joined} of ${units} units joined`)
    return {
      title: `A campaign of ${units} units is opened: a report for each, in slices, and its standing`,
      columns: ['', 's'],
      rows: [['opened', figure(seconds, 2)]],
      notes: [wanted(`below ${wantedBelow} s`, seconds, 2, seconds < wantedBelow)],
    }
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}
