// A district with an office, its campaign and its units over the use cases in memory, and people who come in to a role
// by a link. It asserts nothing.

import { createTick } from '../../../src/app/clock/tick.ts'
import { hashOf } from '../../../src/app/hash-of.ts'
import { addUnit } from '../../../src/app/registry/add-unit.ts'
import { done } from '../../../src/app/registry/administer.ts'
import { importUnits } from '../../../src/app/registry/import-units.ts'
import { openCampaign } from '../../../src/app/registry/open-campaign.ts'
import type { Role } from '../../../src/district/access.ts'
import { usualFlags } from '../../../src/district/unit-tree.ts'
import { unitId } from '../../../src/engine/filing.ts'
import { type Level, obligationId } from '../../../src/engine/form.ts'
import { jobs } from '../../../src/jobs/jobs.ts'
import { jobContext } from '../clock/job-context.ts'
import { day, type openDesk } from '../desk.ts'

export const district = unitId('district')
type Bot = Awaited<ReturnType<typeof openDesk>>

const rows: readonly (readonly [string, Level])[] = [
  ['西门街道', 'street'],
  ['东门街道', 'street'],
  ['青石镇', 'town'],
  ['区住房和城乡建设局', 'bureau'],
  ['区教育局', 'bureau'],
]

/** The bot's own unit stands below the district, beside five more. */
export const makeDistrict = async (bot: Bot) => {
  const { store, clock, parts } = bot
  const shell = { type: 'shell', at: clock.now } as const
  const recorder = { ...parts.environment, audits: store, registry: store, campaigns: store, seal: bot.seal }
  const top = {
    id: district,
    name: '望江区',
    level: 'county',
    powers: {},
    files: false,
    isRoot: true,
  } as const
  done(await addUnit(recorder, shell, top))
  const units = rows.map(([name, level], n) => ({ ...usualFlags, name, level, parent: null, line: n + 2 }))
  done(await importUnits(recorder, shell, { ok: true, units, problems: [], refused: [], unused: [] }, false))
  const idOf = async (name: string) => {
    const found = (await store.units()).find(each => each.name === name)
    if (!found) throw new Error(`no ${name}`)
    return found.id
  }
  let links = 0
  /** Somebody who has come in as this, at the district when no unit is named. */
  const join = async (name: string, role: Role, unit: string = district) => {
    links += 1
    const code = `a-link-of-the-district-${links}`
    await bot.sql.batch([
      {
        sql: `INSERT INTO invitation (hash, unit, role, expires_at, "by") VALUES (?1, ?2, ?3, ?4, 'shell')`,
        params: [await hashOf(code), unit, role, clock.now + day],
      },
    ])
    const person = bot.person(name)
    const mail = await person.command('start', code)
    return { person, mail, code }
  }
  /** All units have joined when it resolves. */
  const collect = async (due = '2026-01-22') => {
    const dates = { sign: null, due, feedback: null, publish: null }
    const wish = {
      obligation: obligationId('disclosure'),
      year: 2025,
      practice: 'sign-first',
      dates,
    } as const
    const campaign = done(await openCampaign(recorder, shell, wish))
    await createTick({
      ...jobContext(store),
      seal: bot.seal,
      jobs: { 'join-campaign': jobs['join-campaign'] },
    })(clock.now)
    return campaign
  }
  return { recorder, idOf, join, collect }
}
