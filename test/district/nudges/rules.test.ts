// The rules of nudges one by one, where they could be read two ways. Dates and times are written by hand.

import { describe, expect, test } from 'vitest'
import { eachDay } from '../../../src/district/days.ts'
import { digestOn } from '../../../src/district/nudges/digest.ts'
import { ringOf } from '../../../src/district/nudges/hours.ts'
import { readMoment, writeMoment } from '../../../src/district/nudges/moment.ts'
import type { NudgedFiling, Season, SentNudge } from '../../../src/district/nudges/nudge.ts'
import { planNudges } from '../../../src/district/nudges/plan-nudges.ts'
import { recipientOf } from '../../../src/district/nudges/recipient.ts'
import { workCalendar } from '../../../src/district/work-calendar.ts'
import { type Fact, filingOf, playSeason } from './play-season.ts'

const calendar = workCalendar()

const season: Season = {
  campaign: 'c2025',
  opened: '2025-12-22T08:30',
  closedOn: null,
  dates: { sign: '2026-01-16', due: '2026-01-23', final: null, publish: '2026-01-30', legal: '2026-01-31' },
}

/** `MM-DD stage` of one unit from day to day. */
const stagesOf = (
  facts: Partial<NudgedFiling>,
  first: string,
  last: string,
  later: readonly Fact[] = [],
  of = season,
) =>
  playSeason(
    calendar,
    of,
    [{ unit: 'A', facts: [{ from: '', ...facts }, ...later] }],
    eachDay(first, last),
  ).map(({ date, lead }) => `${date.slice(5)} ${lead.stage}`)

const plan = (filings: readonly NudgedFiling[], sent: readonly SentNudge[], date: string) =>
  planNudges(calendar, [{ season, filings }], sent, date)

describe('a return', () => {
  test.each([
    ['2026-01-20T10:05', '2026-01-20T10:05', 'in the morning rings at once'],
    ['2026-01-20T07:00', '2026-01-20T09:00', 'before the office opens rings when it does'],
    ['2026-01-20T11:30', '2026-01-20T14:30', 'over lunch rings after it'],
    ['2026-01-20T17:00', '2026-01-20T17:00', 'up to five rings at once'],
    ['2026-01-20T21:10', '2026-01-21T09:00', 'at night rings in the morning'],
    ['2026-01-24T10:00', '2026-01-26T09:00', 'on a Saturday rings on Monday'],
    ['2026-01-04T15:00', '2026-01-04T15:00', 'on a Sunday that works rings at once'],
    ['2026-02-14T10:30', '2026-02-14T10:30', 'on the eve of a long holiday rings before eleven'],
    ['2026-02-14T11:30', '2026-02-24T10:00', 'later on that eve rings after the holiday'],
  ])('made at %s rings at %s: %s', (made, rings) => {
    expect(writeMoment(ringOf(calendar, readMoment(made), false))).toBe(rings)
  })

  test('that is to ring at once rings at night', () => {
    expect(writeMoment(ringOf(calendar, readMoment('2026-01-24T22:00'), true))).toBe('2026-01-24T22:00')
  })

  test.each([
    [
      '2026-01-20T10:00',
      '01-20 returned, 01-21 returned-again, 01-22 returned-due, 01-23 returned-overdue-1',
    ],
    ['2026-01-29T10:00', '01-29 returned, 01-30 returned-due, 02-02 returned-overdue-1'],
    ['2026-01-30T10:00', '01-30 returned, 02-02 returned-due, 02-03 returned-overdue-1'],
    [
      '2026-02-03T10:00',
      '02-03 returned, 02-04 returned-again, 02-05 returned-due, 02-06 returned-overdue-1',
    ],
  ])('at %s has two working days, never past the day of publication: %s', (moment, stages) => {
    const returned = {
      from: moment,
      state: 'returned',
      returned: { moment, atOnce: false, until: null },
    } as const
    const days = stagesOf({ state: 'submitted' }, '2026-01-19', '2026-02-06', [returned])
    expect(days.join(', ')).toMatch(new RegExp(`^${stages}`))
  })

  test('that is the second of a day rings as well', () => {
    const returned = (time: string) =>
      filingOf('A', {
        state: 'returned',
        returned: { moment: `2026-01-20T${time}`, atOnce: false, until: null },
      })
    const [first] = plan([returned('09:10')], [], '2026-01-20')
    const sent = first ? [{ date: first.date, person: first.person, ...first.lead }] : []
    expect(plan([returned('15:10')], sent, '2026-01-20').map(({ lead }) => lead.stage)).toEqual(['returned'])
  })

  test('that sets a day of its own counts to that', () => {
    const returned = { moment: '2026-01-20T10:00', atOnce: false, until: '2026-01-27' }
    expect(stagesOf({ state: 'returned', returned }, '2026-01-20', '2026-01-28')).toEqual([
      ...['01-20 returned', '01-21 returned-again', '01-27 returned-due', '01-28 returned-overdue-1'],
    ])
  })

  test('is no message of the day, but no reminder follows it on its day', () => {
    const two = [
      filingOf('A', {
        state: 'returned',
        returned: { moment: '2026-01-23T10:00', atOnce: false, until: null },
      }),
      filingOf('B', { fillers: filingOf('A').fillers }),
    ]
    const [ring, ...others] = plan(two, [], '2026-01-23')
    expect([ring?.lead.stage, ring?.time, others]).toEqual(['returned', 600, []])
  })
})

describe('one message a day for each person', () => {
  test('leads with the most urgent and has the others as lines', () => {
    const person = filingOf('A').fillers
    const filings = [
      filingOf('A', { state: 'approved', approvedOn: '2026-01-12', fillers: person }),
      filingOf('B', { fillers: person }),
      filingOf('C', {
        state: 'returned',
        returned: { moment: '2026-01-26T10:00', atOnce: false, until: null },
        fillers: person,
      }),
    ]
    const [nudge, ...others] = plan(filings, [], '2026-01-28')
    expect(others).toEqual([])
    expect([nudge?.lead, ...(nudge?.rest ?? [])].map(each => `${each?.unit} ${each?.stage}`)).toEqual([
      'C returned-due',
      'B overdue-3',
      'A publish-2',
    ])
  })

  test('is one for two seasons', () => {
    const fillers = filingOf('A').fillers
    const government: Season = {
      ...season,
      campaign: 'other',
      dates: { ...season.dates, legal: '2026-03-31' },
    }
    const seasons = [
      { season, filings: [filingOf('A')] },
      { season: government, filings: [filingOf('B', { fillers })] },
    ]
    const [nudge, ...others] = planNudges(calendar, seasons, [], '2026-01-23')
    expect([nudge?.rest.length, others]).toEqual([1, []])
  })

  test('is not planned twice, and not a second one because another report comes to it later', () => {
    const first = plan([filingOf('A')], [], '2026-01-23')
    const sent = first.map(({ date, person, lead }) => ({ date, person, ...lead }))
    const second = filingOf('B', { fillers: filingOf('A').fillers })
    expect(plan([filingOf('A'), second], sent, '2026-01-23')).toEqual([])
  })
})

describe('a unit', () => {
  test.each<[string, Partial<NudgedFiling>, string, string, string[]]>([
    ['that nobody entered is sent nothing', { entered: null }, '2025-12-22', '2026-02-10', []],
    ['that has reported is sent nothing', { state: 'submitted' }, '2025-12-22', '2026-02-10', []],
    ['that is exempt is sent nothing', { state: 'exempt' }, '2025-12-22', '2026-02-10', []],
    [
      'that gave a day is left alone until then',
      { promisedOn: '2026-01-27' },
      '2026-01-23',
      '2026-01-29',
      ['01-28 overdue-3', '01-29 overdue-4'],
    ],
    [
      'that gave a day after the law’s is not left alone after it',
      { promisedOn: '2026-02-20' },
      '2026-01-23',
      '2026-02-03',
      ['02-02 overdue-6'],
    ],
    [
      'whose paper lies with its leader hears of the last days only',
      { inSignOff: true },
      '2026-01-09',
      '2026-01-26',
      ['01-22 t-1', '01-23 due', '01-26 overdue-1'],
    ],
    [
      'that was given longer hears of its own day',
      { extendedUntil: '2026-01-28' },
      '2026-01-19',
      '2026-01-29',
      ['01-21 t-7', '01-23 t-3', '01-27 t-1', '01-28 due', '01-29 overdue-1'],
    ],
    [
      'that does not publish itself is left alone once approved',
      { state: 'approved', approvedOn: '2026-01-12', publishesItself: false },
      '2026-01-13',
      '2026-02-10',
      [],
    ],
    [
      'approved on the day of publication hears of it when it has passed',
      { state: 'approved', approvedOn: '2026-01-30' },
      '2026-01-27',
      '2026-02-03',
      ['02-02 publish-overdue-1'],
    ],
    [
      'that is left alone is reminded once, with no stage near',
      { touchedOn: '2025-12-26' },
      '2025-12-26',
      '2026-01-08',
      ['01-04 idle'],
    ],
    [
      'that came in after the opening is greeted by the conversation',
      { entered: '2025-12-22T15:00' },
      '2025-12-22',
      '2026-01-09',
      ['01-09 t-14'],
    ],
  ])('%s', (_, facts, first, last, stages) => {
    expect(stagesOf(facts, first, last)).toEqual(stages)
  })

  test('whose reviewed report waits for the signature counts to the day of the signed one', () => {
    const reviewed: Season = { ...season, dates: { ...season.dates, due: '2026-01-14', final: '2026-01-27' } }
    const days = stagesOf(
      { state: 'reviewing', awaitsSignOff: true },
      '2026-01-19',
      '2026-01-28',
      [],
      reviewed,
    )
    expect(days).toEqual(['01-20 t-7', '01-22 t-3', '01-26 t-1', '01-27 due', '01-28 overdue-1'])
  })

  test('without any date of the district counts to the law’s last working day', () => {
    const bare: Season = {
      ...season,
      dates: { sign: null, due: null, final: null, publish: null, legal: '2026-01-31' },
    }
    expect(stagesOf({}, '2026-01-26', '2026-02-03', [], bare)).toEqual([
      ...['01-27 t-3', '01-29 t-1', '01-30 due', '02-02 overdue-1'],
    ])
  })

  test('gets no third message in a week before the last days', () => {
    const late: Season = {
      ...season,
      opened: '2026-01-12T08:00',
      dates: { ...season.dates, due: '2026-01-30' },
    }
    const days = stagesOf({ touchedOn: '2026-01-09' }, '2026-01-12', '2026-01-18', [], late)
    expect(days).toEqual(['01-12 opening', '01-16 t-14'])
  })

  test('is told of the signature’s day in the message a week before', () => {
    const [nudge] = plan([filingOf('A')], [], '2026-01-16')
    expect(nudge?.lead).toMatchObject({ stage: 't-7', lines: ['sign'] })
  })

  test('whose stage falls before a nearer one, or on the opening, does not hear of it', () => {
    const festival: Season = {
      ...season,
      opened: '2026-02-11T08:00',
      dates: { sign: null, due: '2026-02-26', final: null, publish: null, legal: '2026-03-31' },
    }
    expect(stagesOf({}, '2026-02-11', '2026-02-27', [], festival)).toEqual([
      ...['02-11 opening', '02-12 t-14', '02-14 t-3', '02-25 t-1', '02-26 due', '02-27 overdue-1'],
    ])
  })
})

describe('whom a nudge goes to', () => {
  const wang = { person: 'wang', channel: 'telegram', absences: [] }
  const li = { person: 'li', channel: null, absences: [] }
  const zhao = { person: 'zhao', channel: 'telegram', absences: [] }

  test('is who wrote last; on leave the substitute; without one a colleague', () => {
    const away = (substitute: string | null) => ({
      ...wang,
      absences: [{ since: '2026-01-14', until: '2026-01-20', substitute }],
    })
    expect(recipientOf([wang, li], '2026-01-20')?.person).toBe('wang')
    expect(recipientOf([away('li'), zhao, li], '2026-01-20')?.person).toBe('li')
    expect(recipientOf([away('li'), li], '2026-01-13')?.person).toBe('wang')
    expect(recipientOf([away('li'), li], '2026-01-21')?.person).toBe('wang')
    expect(recipientOf([away(null), li], '2026-01-20')?.person).toBe('li')
    expect(recipientOf([away(null)], '2026-01-20')).toBeNull()
    const inTurn = { ...li, absences: [{ since: '2026-01-14', until: '2026-01-20', substitute: 'wang' }] }
    expect(recipientOf([away('li'), inTurn], '2026-01-20')).toBeNull()
    expect(recipientOf([away('gone'), zhao], '2026-01-20')?.person).toBe('zhao')
  })

  test('has a text to copy where nothing can be pushed', () => {
    const [nudge] = plan([filingOf('A', { fillers: [li] })], [], '2026-01-23')
    expect([nudge?.person, nudge?.channel]).toEqual(['li', null])
  })
})

describe('the office', () => {
  test('has one message a day from the due day on, early on the eve, and the list when the law’s day has passed', () => {
    const of2025: Season = {
      campaign: 'c2024',
      opened: '2024-12-23T08:30',
      closedOn: null,
      dates: { sign: null, due: '2025-01-24', final: null, publish: '2025-01-24', legal: '2025-01-31' },
    }
    const days = eachDay('2025-01-13', '2025-02-14').flatMap(date => digestOn(calendar, of2025, date) ?? [])
    expect(days.map(({ date, time, stage }) => `${date.slice(5)} ${stage} ${time}`)).toEqual([
      ...['01-24 digest 990', '01-26 digest 990', '01-27 digest 600', '02-05 list 600'],
    ])
  })
})
