// `nianbao units previous`: a unit's report of last year from outside, beside which this year's is checked and filled.

import { randomUUID } from 'node:crypto'
import { shell } from '../../app/audit.ts'
import { replacementFor } from '../../app/filing/replacement-for.ts'
import { sealReplacement } from '../../app/filing/seal-replacement.ts'
import { reportYear } from '../../district/calendar.ts'
import { dateIn } from '../../district/date-in.ts'
import { filingId } from '../../engine/filing.ts'
import { isSameUnit } from '../../reading/unit-name.ts'
import { auditSeal } from '../audit-seal.ts'
import { type CommandContext, refusal } from './command-context.ts'
import { printable } from './input-words.ts'
import { readUnit } from './options.ts'
import { readInput } from './read-input.ts'
import { withStore } from './with-store.ts'

/** Stores it as the unit's filing of its year; refuses another unit's, another year's, and one that was filed here. */
export const storePrevious = async (name: string, file: string, context: CommandContext): Promise<number> => {
  const { say } = context
  const read = await readInput(context, file)
  if (!read.ok) throw refusal(say('input.line', { file, why: read.why }))
  return withStore(context, async (store, config) => {
    const unit = await readUnit(context, store, name)
    const { year } = read.filing
    const told = { file, name: unit.name, year, unit: printable(read.unit) }
    if (!isSameUnit(read.unit, unit.name)) throw refusal(say('previous.other-unit', told))
    const now = reportYear(dateIn(config.TIMEZONE, context.now()))
    const { obligation } = read.filing
    const filed = unit.filings.filter(each => each.obligation === obligation).map(filing => filing.year)
    if (![now, ...filed].includes(year + 1))
      throw refusal(say('previous.other-year', { ...told, wanted: now - 1 }))
    const stands = await store.filingOf(unit.id, obligation, year)
    const place = replacementFor(read.filing, stands, unit.id, filingId(randomUUID()))
    if (!place) throw refusal(say('previous.filed-here', told), 1)
    const who = { ...shell, at: context.now() }
    const sealed = await sealReplacement({ audits: store, seal: auditSeal(config) }, who, place, stands)
    if (!(await store.importFiling(sealed.filing, sealed.expected, sealed.chain)))
      throw refusal(say('previous.changed', told), 1)
    const { entries, texts } = read.filing
    context.print(say('previous.stored', { ...told, figures: entries.size, texts: texts.size }))
    return 0
  })
}
