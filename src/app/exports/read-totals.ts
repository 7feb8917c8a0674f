// The sums of a campaign: the reports that are in, cell by cell, and who is missing. Plain sums: nothing is estimated.

import type { Campaign } from '../../district/campaign.ts'
import { answers } from '../../engine/answers/answers.ts'
import { derive } from '../../engine/derive.ts'
import type { Value } from '../../engine/filing.ts'
import type { Cell, CellKey, Form } from '../../engine/form.ts'
import { renamedFiling } from '../../engine/renamed.ts'
import type { Caller } from '../open.ts'
import { allowedUnits, type CollectedUnit, readCollectedUnits, reportPages } from './read-collected.ts'

type Deps = Parameters<typeof readCollectedUnits>[0]

/** A report that is in; absent cells hold nothing. `notes` are printed behind their figures. */
export type SummedUnit = {
  readonly unit: CollectedUnit
  readonly values: ReadonlyMap<CellKey, Value>
  readonly notes: ReadonlyMap<CellKey, string>
}

export type Totals = {
  readonly campaign: Campaign
  readonly form: Form
  readonly cells: readonly Cell[]
  /** In the district's order. */
  readonly units: readonly SummedUnit[]
  readonly sums: ReadonlyMap<CellKey, Value>
  /** Units that count and whose report is not in, or is returned. */
  readonly missing: readonly CollectedUnit[]
  /** Units that count. */
  readonly of: number
}

/** Null where the caller may read no report of it, or no form is known for its year. */
export const readTotals = async (deps: Deps, caller: Caller, campaign: Campaign): Promise<Totals | null> => {
  const { catalog } = deps
  const form = catalog.formFor(campaign.obligation, campaign.year)
  const all = await readCollectedUnits(deps, caller, campaign)
  const allowed = all && (await allowedUnits(deps, caller, all, 'fetch-document'))
  if (!form || !all || !allowed || (allowed.size === 0 && all.length > 0)) return null
  const meant = all.filter(
    ({ standing, kept }) => allowed.has(standing.id) && standing.state !== 'exempt' && kept.counts,
  )
  const cells = form.sections.flatMap(section => (section.type === 'table' ? section.cells : []))
  const units: SummedUnit[] = []
  for await (const page of reportPages(deps, meant.filter(isIn)))
    for (const [unit, stored] of page) {
      const own = catalog.formOf(stored.form)
      const figures = derive(own, renamedFiling(own, stored))
      const found = cells.flatMap(({ key }) => {
        const figure = figures.get(key)
        return figure ? [[key, figure] as const] : []
      })
      units.push({
        unit,
        values: new Map(found.map(([key, { value }]) => [key, value])),
        notes: new Map(found.flatMap(([key, { note }]) => (note === null ? [] : [[key, note]]))),
      })
    }
  const sums = cells.flatMap(({ key, answer }) => {
    const sum = answers[answer].add?.(units.flatMap(({ values }) => values.get(key) ?? []))
    return sum === undefined ? [] : [[key, sum] as const]
  })
  const missing = meant.filter(unit => !isIn(unit))
  return { campaign, form, cells, units, sums: new Map(sums), missing, of: meant.length }
}

/** A returned report is being mended: its figures are known to be wrong somewhere. */
const isIn = ({ standing: { state } }: CollectedUnit): boolean => state !== 'draft' && state !== 'returned'
