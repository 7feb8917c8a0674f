// A campaign over a database: the units that file join it slice by slice, once, whoever is killed in between, and whoever
// comes later joins too.

import { describe, expect, test } from 'vitest'
import { createTick } from '../../../src/app/clock/tick.ts'
import { addUnit } from '../../../src/app/registry/add-unit.ts'
import { done } from '../../../src/app/registry/administer.ts'
import { closeCampaign } from '../../../src/app/registry/close-campaign.ts'
import { extendUnit } from '../../../src/app/registry/extend-unit.ts'
import { importUnits } from '../../../src/app/registry/import-units.ts'
import { openCampaign } from '../../../src/app/registry/open-campaign.ts'
import { verifyAudit } from '../../../src/app/verify-audit.ts'
import { usualFlags } from '../../../src/district/unit-tree.ts'
import { unitId } from '../../../src/engine/filing.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { jobs } from '../../../src/jobs/jobs.ts'
import type { Store } from '../../../src/storage/store.ts'
import { jobContext } from '../../app/clock/job-context.ts'
import type { Bench } from '../store.ts'
import { blank, heard, now, unit } from './world.ts'

const shell = { type: 'shell', at: now } as const
const seal = jobContext({} as Store).seal
const deps = (store: Store) => ({
  ...{ audits: store, registry: store, campaigns: store, seal, chance: Math.random, sleep: async () => {} },
  id: jobContext(store).environment.id,
})
const dates = { sign: null, due: '2026-01-22', feedback: null, publish: null }
const wish = { obligation: blank.obligation, year: blank.year, practice: 'sign-first', dates } as const

/** A process that only lets units join. */
const tickOf = (store: Store) =>
  createTick({ ...jobContext(store), jobs: { 'join-campaign': jobs['join-campaign'] } })

const addMany = async (store: Store, count: number) => {
  const row = { parent: null, level: 'bureau', ...usualFlags } as const
  const units = Array.from({ length: count }, (_, n) => ({ ...row, line: n + 2, name: `Unit ${n}` }))
  done(
    await importUnits(deps(store), shell, { ok: true, units, problems: [], refused: [], unused: [] }, false),
  )
}

export const campaigns = (bench: () => Bench): void => {
  describe('a campaign', () => {
    test('has every unit that files, once, after a kill between two slices', async () => {
      const { first, store, sql } = bench()
      await addMany(first, 45)
      const campaign = done(await openCampaign(deps(first), shell, wish))
      const joined = async () => (await first.campaignStandings(campaign.id)).map(({ unit }) => unit)
      await tickOf(first)(now)
      expect(await joined()).toHaveLength(20)
      // Another process goes on, beside one that knows nothing of it.
      for (let n = 1; n < 4; n += 1) await Promise.all([tickOf(store())(now + n), tickOf(store())(now + n)])
      expect(await joined()).toEqual([...Array.from({ length: 45 }, (_, n) => `Unit ${n}`), unit.name])
      expect(await sql.all('SELECT count(*) AS n FROM filing WHERE year = ?1', [wish.year])).toEqual([
        { n: 46 },
      ])
      expect((await first.dues(now + 9, [])).filter(({ job }) => job === 'join-campaign')).toEqual([])
      expect(await verifyAudit({ audits: first, seal })).toEqual([])
    })

    test('is joined by a unit that is added later, and by none after its close', async () => {
      const { first } = bench()
      const campaign = done(await openCampaign(deps(first), shell, wish))
      await tickOf(first)(now)
      const add = async (id: string) =>
        done(await addUnit(deps(first), shell, { id: unitId(id), name: id, level: 'town', powers: {} }))
      await add('later')
      await tickOf(first)(now + 9)
      const names = async () => (await first.campaignStandings(campaign.id)).map(({ unit }) => unit)
      expect(await names()).toEqual([unit.name, 'later'])
      done(await closeCampaign(deps(first), shell, campaign.id))
      await add('too late')
      await tickOf(first)(now + 99)
      expect(await names()).toEqual([unit.name, 'later'])
      expect(await first.commit(heard())).toBe('done')
    })

    test('tells its dates to a filing that has joined, with the unit’s extension, until its close', async () => {
      const { first } = bench()
      expect(await first.datesOf(blank.id)).toBeNull()
      const campaign = done(await openCampaign(deps(first), shell, wish))
      await tickOf(first)(now)
      const told = { practice: wish.practice, dates, extendedUntil: null }
      expect(await first.datesOf(blank.id)).toEqual(told)
      const until = '2026-01-25'
      done(
        await extendUnit({ ...deps(first), catalog }, shell, { campaign: campaign.id, unit: unit.id, until }),
      )
      expect(await first.datesOf(blank.id)).toEqual({ ...told, extendedUntil: until })
      done(await closeCampaign(deps(first), shell, campaign.id))
      expect(await first.datesOf(blank.id)).toBeNull()
    })
  })
}
