// Judges filings anew whose standing is behind: other rules hold now, a year has ended, or the filing changed without an
// answer (a unit's powers, last year's report).

import { judgedStates } from '../../district/lifecycle.ts'
import { judgedWith, standingOf } from '../../district/standing.ts'
import { renamedFiling } from '../../engine/renamed.ts'
import { createReview } from '../../engine/review.ts'
import type { Catalog } from '../../forms/catalog.ts'
import { checkContext } from '../opened.ts'
import type { JudgedFiling } from '../ports/commit.ts'
import type { Environment } from '../ports/environment.ts'
import type { BehindFiling, Standings } from '../ports/standings.ts'

export type JudgeDeps = {
  readonly standings: Standings
  readonly catalog: Catalog
  readonly environment: Pick<Environment, 'startOf'>
}

/** At most so many stand in one commit, each with its guard (D1's parameters end at 2 MB). */
export const judgedAtOnce = 20

/** The next slice, judged as of `now` (epoch milliseconds); empty when all is as it should be. */
export const judgeBehind = async (deps: JudgeDeps, now: number): Promise<readonly JudgedFiling[]> => {
  const { standings, catalog, environment } = deps
  const forms = [...catalog.forms.values()].map(
    form => [form.id, judgedWith(form, true), judgedWith(form, false)] as const,
  )
  const wanted = { states: judgedStates, forms, year: yearAt(environment, now) }
  const behind = await standings.behind(wanted, judgedAtOnce)
  return behind.map(each => judge(deps, each, now))
}

/** With no memory of the other filings: the ones that people are at stay in the one of their own. */
const judge = ({ catalog, environment }: JudgeDeps, behind: BehindFiling, now: number): JudgedFiling => {
  const { state, touchedAt, ...opened } = behind
  const { id, version } = opened.filing
  const form = catalog.formOf(opened.filing.form)
  const filing = renamedFiling(form, opened.filing)
  const known = checkContext(catalog, { ...opened, filing }, environment, now)
  const standing = standingOf(form, filing, known, createReview()(form, filing, known), state)
  return { filing: id, expected: version, state, standing, touchedAt }
}

/** The year that it is in the district. */
const yearAt = ({ startOf }: Pick<Environment, 'startOf'>, now: number): number => {
  const utc = new Date(now).getUTCFullYear()
  return [utc + 1, utc].find(year => startOf(`${year}-01-01`) <= now) ?? utc - 1
}
