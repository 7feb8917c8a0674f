// `nianbao units previous`: a unit's report of last year from outside, beside which this year's is checked and filled.

import { randomUUID } from 'node:crypto'
import { inItsPlace } from '../../app/filing/replacement-for.ts'
import { reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import { filingId } from '../../engine/filing.ts'
import { isSameUnit } from '../../reading/unit-name.ts'
import { type Desk, refusal } from './desk.ts'
import { printable } from './printable.ts'
import { readInput } from './read-input.ts'
import { unitOf } from './unit-of.ts'
import { withStore } from './with-store.ts'

/** Store it as the unit's filing of its year; refuses another unit's, another year's, and what was filed here. */
export const previous = async (name: string, file: string, desk: Desk): Promise<number> => {
  const { words } = desk
  const read = await readInput(desk, file)
  if (!read.ok) throw refusal(words('input.line', { file, why: read.why }))
  return withStore(desk, async (store, config) => {
    const unit = await unitOf(desk, store, name)
    const { year } = read.filing
    const told = { file, name: unit.name, year, unit: printable(read.unit) }
    if (!isSameUnit(read.unit, unit.name)) throw refusal(words('previous.other-unit', told))
    const now = reportYear(dateIn(config.TIMEZONE, desk.now()))
    const filed = unit.filings.map(filing => filing.year)
    if (![now, ...filed].includes(year + 1))
      throw refusal(words('previous.other-year', { ...told, wanted: now - 1 }))
    const stands = await store.filingOf(unit.id, year)
    const place = inItsPlace(read.filing, stands, unit.id, filingId(randomUUID()))
    if (!place) throw refusal(words('previous.filed-here', told), 1)
    if (!(await store.importFiling(place.filing, place.expected)))
      throw refusal(words('previous.changed', told), 1)
    const { entries, texts } = read.filing
    desk.print(words('previous.stored', { ...told, figures: entries.size, texts: texts.size }))
    return 0
  })
}
