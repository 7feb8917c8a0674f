// The calendar behind a secret address. A wrong secret, one that ended, and one whose person has no right any more look
// the same.

import { decide } from '../../district/access.ts'
import { type CalendarDay, calendarOf } from '../../document/calendar.ts'
import type { Catalog } from '../../forms/catalog.ts'
import type { DistrictKey } from '../../i18n/books.ts'
import type { Words } from '../../i18n/words.ts'
import { hashOf } from '../hash-of.ts'
import { legalDay } from '../legal-day.ts'
import type { FeedDates, Feeds } from '../ports/feeds.ts'
import type { Registry } from '../ports/registry.ts'
import { reportTitle } from '../report-title.ts'

type Deps = {
  readonly registry: Pick<Registry, 'groundOf'>
  readonly feeds: Pick<Feeds, 'feed' | 'feedDates'>
  readonly catalog: Catalog
  readonly words: Words
}

/** `at` in epoch milliseconds. */
export const readCalendar = async (deps: Deps, code: string, at: number): Promise<string | null> => {
  const feed = await deps.feeds.feed(await hashOf(code))
  if (!feed) return null
  const { unit, person } = feed
  if (person !== null) {
    const ground = await deps.registry.groundOf(person, unit)
    if (!ground || !decide(ground.members, 'see-calendar', { id: unit, above: ground.above })) return null
  }
  const dates = await deps.feeds.feedDates(unit)
  const name = deps.words.district('feed.name', { unit: dates[0]?.unitName ?? '' })
  return calendarOf(
    name.trim(),
    dates.flatMap(each => daysOf(deps, unit, each)),
    at,
  )
}

/** Each day's name is a part of its `uid`, so that one that is moved is the same day. */
const daysOf = (deps: Deps, unit: string, told: FeedDates): readonly CalendarDay[] => {
  const { dates, practice, extendedUntil, mendBy } = told
  const legal = legalDay(deps.catalog, told, told.level)
  const title = reportTitle(deps, told)
  const named: readonly (readonly [DistrictKey, string | null])[] = [
    [practice === 'review-first' ? 'feed.final' : 'feed.sign', dates.sign],
    ['feed.due', extendedUntil ?? dates.due],
    ['feed.mend', mendBy],
    ['feed.publish', dates.publish],
    ['feed.legal', legal],
  ]
  const params = { title, unit: told.unitName, office: deps.words.district('office') }
  return named.flatMap(([key, date]) =>
    date === null
      ? []
      : [
          {
            uid: `${told.campaign}-${unit}-${key.slice('feed.'.length)}@nianbao`,
            ...{ date, summary: deps.words.district(key, params) },
          },
        ],
  )
}
