// All filings of a campaign with the facts that nudges and chasing go by, read in pages, in the district's order.

import type { Campaign } from '../../district/campaign.ts'
import type { FilingToNudge, Nudges } from '../ports/nudges.ts'

type Deps = {
  readonly nudges: Pick<Nudges, 'filingsToNudge'>
  /** The district's. */
  readonly zone: string
}

/** Filings are read so many at a time, by key. */
const pageSize = 1_000

export const allFilings = async (
  { nudges, zone }: Deps,
  { id }: Pick<Campaign, 'id'>,
): Promise<readonly FilingToNudge[]> => {
  const all: FilingToNudge[] = []
  for (let after = ''; ; ) {
    const page = await nudges.filingsToNudge(id, zone, after, pageSize)
    all.push(...page)
    const last = page.at(-1)
    if (!last || page.length < pageSize) return all.toSorted((a, b) => a.place - b.place)
    after = last.filing
  }
}
