// A file that an office takes out of a campaign, made when it is asked for and as its caller may see it.

import type { Campaign } from '../../district/campaign.ts'
import { xlsxOf } from '../../document/xlsx.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { Words } from '../../i18n/words.ts'
import type { OfficeKind, OfficeOrder } from '../message.ts'
import type { Caller } from '../open.ts'
import type { Campaigns } from '../ports/campaigns.ts'
import type { FileBody } from '../ports/channel.ts'
import type { Environment } from '../ports/environment.ts'
import { reportTitle } from '../report-title.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { allowedUnits, readCollectedUnits } from './read-collected.ts'
import { readTotals } from './read-totals.ts'
import { totalsSheet } from './totals-sheet.ts'

export type ExportDeps = Parameters<typeof readCollectedUnits>[0] & {
  readonly catalog: Catalog
  readonly words: Words
  readonly environment: Pick<Environment, 'dateOf' | 'startOf'>
}

/** Null where the caller may not have it. */
export const officeFile = async (
  deps: ExportDeps,
  caller: Caller,
  campaign: Campaign,
  kind: OfficeKind,
): Promise<FileBody | null> => {
  const title = reportTitle(deps, campaign)
  const sheet = await sheets[kind](deps, caller, campaign, { title, at: caller.at })
  if (!sheet) return null
  return { name: `${officeFileName(deps, campaign, kind)}.xlsx`, mime: xlsxType, body: await xlsxOf(sheet) }
}

/** The file of an order, at this instant. */
export const orderedFile = async (
  deps: ExportDeps & { readonly campaigns: Pick<Campaigns, 'campaigns'> },
  { office, campaign: id, account, channel }: OfficeOrder,
  at: number,
): Promise<FileBody | null> => {
  const campaign = (await deps.campaigns.campaigns()).find(each => each.id === id)
  return campaign ? officeFile(deps, { type: 'person', account, channel, at }, campaign, office) : null
}

/** Without its ending. */
export const officeFileName = (
  deps: Pick<ExportDeps, 'words' | 'catalog'>,
  campaign: Campaign,
  kind: OfficeKind,
): string => `${reportTitle(deps, campaign)}${deps.words.district(kind)}`

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Head = { readonly title: string; readonly at: number }

const sheets = {
  ledger: async (deps: ExportDeps, caller: Caller, campaign: Campaign, head: Head) => {
    const units = await readCollectedUnits(deps, caller, campaign)
    if (!units) return null
    const known = await allowedUnits(deps, caller, units, 'list-people')
    const seesPeople = known.size > 0
    const shown = units.map(unit =>
      known.has(unit.standing.id) ? unit : { ...unit, kept: { ...unit.kept, fillers: [] } },
    )
    return ledgerSheet(deps, shown, { ...head, seesPeople })
  },
  totals: async (deps: ExportDeps, caller: Caller, campaign: Campaign, head: Head) => {
    const totals = await readTotals(deps, caller, campaign)
    return totals && totalsSheet(deps, totals, head)
  },
}
