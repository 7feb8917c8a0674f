// Addresses and days of publication of one campaign's reports, one line each: a line that cannot be taken is named with
// its reason, and the others are recorded, each by an act of its own.

import type { Campaign } from '../../district/campaign.ts'
import { isDay } from '../../district/is-day.ts'
import { findUnit } from '../../district/unit-names.ts'
import type { PublicationLine } from '../../intake/publications.ts'
import type { Caller } from '../open.ts'
import type { ListedUnit, Registry } from '../ports/registry.ts'
import { listUnits } from '../registry/list-units.ts'
import { actOnFiling } from './act-on-filing.ts'

type Deps = Parameters<typeof actOnFiling>[0] & {
  readonly registry: Pick<Registry, 'units' | 'unitGround' | 'unitGrounds'>
}

export type PublicationProblem = {
  readonly line: number
  readonly name: string
  readonly why:
    | ('no-unit' | 'unknown' | 'several' | 'twice' | 'no-address' | 'same-address')
    | ('no-day' | 'to-come' | 'not-filing' | 'not-approved' | 'not-allowed')
  /** Names that may be meant. */
  readonly names: readonly string[]
}

export type Published = {
  readonly done: readonly { readonly unit: string; readonly url: string; readonly on: string }[]
  readonly problems: readonly PublicationProblem[]
}

/** `on` is the day of lines that name none. */
export const publishMany = async (
  deps: Deps,
  caller: Caller,
  campaign: Campaign,
  lines: readonly PublicationLine[],
  on: string,
): Promise<Published> => {
  const units = await listUnits(deps.registry, caller)
  const today = deps.environment.dateOf(caller.at)
  const done: Published['done'][number][] = []
  const problems: PublicationProblem[] = []
  const published = new Set<string>()
  const urls = new Set<string>()
  for (const { line, name, url, on: own = on } of lines) {
    const fail = (why: PublicationProblem['why'], of: readonly ListedUnit[] = []) =>
      problems.push({ line, name, why, names: of.slice(0, most).map(each => each.name) })
    if (name === '') {
      fail('no-unit')
      continue
    }
    const found = findUnit(units, name)
    if (found.type !== 'one') {
      fail(found.type === 'none' ? 'unknown' : 'several', found.type === 'none' ? found.nearest : found.units)
      continue
    }
    const { unit } = found
    const filing = unit.filings.find(
      ({ obligation, year }) => obligation === campaign.obligation && year === campaign.year,
    )
    if (url === undefined) fail('no-address')
    else if (!isDay(own)) fail('no-day')
    else if (own > today) fail('to-come')
    else if (!filing) fail('not-filing')
    else if (published.has(unit.id)) fail('twice')
    else if (urls.has(url)) fail('same-address')
    else {
      const publication = { url, on: own }
      const wish = { act: 'publish-filing', content: null, publication } as const
      const acted = await actOnFiling(deps, caller, filing.id, wish)
      if (acted.type === 'refused') fail(acted.refusal.why === 'state' ? 'not-approved' : 'not-allowed')
      else {
        published.add(unit.id)
        urls.add(url)
        done.push({ unit: unit.name, ...publication })
      }
    }
  }
  return { done, problems }
}

const most = 4
