// A return outside the hours, told silently or at once, through the real act, store and job.

import { expect, test } from 'vitest'
import { createSeal } from '../../../src/app/audit.ts'
import { actOnFiling } from '../../../src/app/filing/act-on-filing.ts'
import { filingId } from '../../../src/engine/filing.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { openNudgedDistrict } from './nudged-district.ts'

const season = {
  year: 2026,
  opened: '2026-12-21T08:30',
  dates: { sign: null, due: '2027-01-22', publish: '2027-01-29' },
}

test.each([
  [false, true, ['01-21 returned', '01-22 returned-again']],
  [true, null, ['01-21 returned-again']],
] as const)(
  'a return made in the evening with at-once %s is silent: %s',
  async (isAtOnce, isSilent, stages) => {
    const district = await openNudgedDistrict({ ...season, units: ['A'] })
    const store = district.store()
    await district.goTo('2026-12-21T09:30')
    await district.goTo('2026-12-21T10:00')
    await district.stands('A', 'submitted', { first_submitted_at: 1, submitted_at: 1 })
    await district.goTo('2027-01-20T21:00')
    const { environment, words } = district
    const deps = {
      ...{ conversations: store, handling: store, registry: store, calendar: store },
      ...{ catalog, words, environment, seal: createSeal('a key of the tests') },
    }
    const acted = await actOnFiling(deps, { type: 'shell', at: district.clock.now }, filingId('f-A'), {
      ...{ act: 'return-filing', content: null, note: '请核实总体情况。', isAtOnce },
    })
    expect(acted).toMatchObject({ type: 'done', state: 'returned' })
    const told = await district.database.all(
      `SELECT body ->> '$.isSilent' AS silent FROM outbox WHERE chat = 'telegram:A' AND body GLOB '*请核实*'`,
    )
    expect(told).toEqual([{ silent: isSilent === null ? null : 1 }])
    for (const day of ['2027-01-21', '2027-01-22'])
      for (const time of ['09:00', '09:30', '14:30']) await district.goTo(`${day}T${time}`)
    const nudges = await district.database.all(
      `SELECT day, stage FROM nudge WHERE stage <> 'opening' ORDER BY rowid`,
    )
    expect(
      nudges.map(({ day, stage }) => `${String(day).slice(5)} ${stage}`).slice(0, stages.length),
    ).toEqual(stages)
    await district.close()
  },
)
