// A filing that was begun under an earlier revision of its form, in which two things had other names. Nothing of it is
// lost, asked again or left behind. The form is the real one, said to be the second revision.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReceive } from '../../../src/app/conversation/receive.ts'
import { checkContext } from '../../../src/app/opened.ts'
import { bodyOf } from '../../../src/engine/body-of.ts'
import type { Event } from '../../../src/engine/event.ts'
import { type EntryKey, filingId, messageRef, personId } from '../../../src/engine/filing.ts'
import { type Focus, startFocus } from '../../../src/engine/focus.ts'
import { type CellKey, cellKey, type Form, textKey } from '../../../src/engine/form.ts'
import { renamedEvent, renamedFiling, renamedFocus } from '../../../src/engine/renamed.ts'
import { catalog, createCatalog } from '../../../src/forms/catalog.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { createStore } from '../../../src/storage/store.ts'
import { filingWith } from '../../engine/play.ts'
import { seeding } from '../../seeding.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'
import { portsOf } from '../ports-of.ts'

const names = {
  'disclosure.purchases.projects': 'disclosure.procurement.projects',
  'disclosure.purchases.amount': 'disclosure.procurement.amount',
  general: 'overview',
}
const second: Form = { ...disclosure2019, revision: 2, renamed: names }
const projects = 'disclosure.procurement.projects' as EntryKey
const overview = textKey('overview')

const own = createCatalog(
  catalog.obligations.map(each => ({
    ...each,
    forms: each.forms.map(form => (form.id === second.id ? second : form)),
  })),
)
let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ catalog: own, form: second })
})
afterEach(() => desk.close())

/** Ann stands before the amount, in a filing of the first revision. */
const begun = async () => {
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  await ann.text('总体情况')
  await ann.text('梧桐成荫，一切如常。')
  await ann.tap('政府集中采购')
  await ann.tap('选完了')
  await ann.text('53')
  await age()
  return ann
}

/** Everything stored gets the names that it had in the first revision. */
const age = async () => {
  for (const [old, now] of Object.entries(names)) {
    for (const [table, ...columns] of [
      ['cell', 'key'],
      ['text', 'key'],
      ['position', 'focus'],
      ['card', 'shown', 'choices'],
    ]) {
      for (const column of columns) {
        const isKey = column === 'key'
        const [from, to] = isKey ? [now, old] : [`"${now}"`, `"${old}"`]
        const sql = isKey
          ? `UPDATE ${table} SET ${column} = ?2 WHERE ${column} = ?1`
          : `UPDATE ${table} SET ${column} = replace(${column}, ?1, ?2)`
        await desk.sql.batch([{ sql, params: [from, to] }])
      }
    }
  }
  // As another process does it: what this one remembers is out of date.
  await desk.sql.batch([{ sql: 'UPDATE filing SET revision = 1, version = version + 1' }])
}

const keys = async () => ({
  cells: (await desk.sql.all(`SELECT key FROM cell WHERE key LIKE '%.projects' OR key LIKE '%.amount'`)).map(
    row => row.key,
  ),
  texts: (await desk.sql.all(`SELECT DISTINCT key FROM text WHERE key IN ('general', 'overview')`)).map(
    row => row.key,
  ),
})

test('an answer goes to the cell that was asked, and all rows get the present names', async () => {
  const ann = await begun()
  expect(await keys()).toEqual({ cells: ['disclosure.purchases.projects'], texts: ['general'] })
  const said = textOf(await ann.text('116万元'))
  expect(said).toContain('116万元')
  expect(desk.logged).toEqual([])
  const now = await keys()
  expect([now.cells.toSorted(), now.texts]).toEqual([
    Object.values(names).slice(0, 2).toSorted(),
    ['overview'],
  ])
  const { filing } = await ann.seat()
  expect([filing.revision, filing.entries.get(projects)?.value]).toEqual([2, 53])
  expect(bodyOf(disclosure2019, filing, overview)).toBe('梧桐成荫，一切如常。')
})

test('the step before can still be taken back', async () => {
  const ann = await begun()
  await ann.text('撤销')
  const { filing } = await ann.seat()
  expect(filing.entries.has(projects)).toBe(false)
  expect((await keys()).cells).toEqual([])
})

test('a card of that time still does what its buttons say', async () => {
  const ann = await desk.seated('ann')
  await ann.text('总体情况')
  await ann.text('梧桐成荫，一切如常。')
  await age()
  const card = ann.card()
  const number = card?.choices.find(({ label }) => label === '重写')?.number ?? -1
  // As another process does it, that has no card in memory.
  const receive = createReceive({ ...desk.parts, ...portsOf(createStore(desk.sql)) })
  await receive(ann.incoming({ type: 'choice', card: card?.id ?? '', number }, null))
  expect(desk.logged).toEqual([])
  expect((await keys()).texts).toEqual([])
  expect(textOf(await ann.mail())).toContain('已清空')
})

describe('last year’s filing of the first revision', () => {
  const lastYear = async () => {
    const before = filingWith(second, { 'disclosure.purchases.projects': 41 })
    const { unit, year } = (await (await desk.seated('bob')).seat()).filing
    return { ...before, id: filingId('filing-0'), unit, year: year - 1, revision: 1 }
  }

  test('gives its figure to the cell that has another name now', async () => {
    await seeding(desk.store).openFiling(await lastYear())
    const ann = await desk.seated('ann')
    await ann.tap('开始填报')
    await ann.tap('政府集中采购')
    expect(textOf(await ann.tap('选完了'))).toContain('41')
    expect(desk.logged).toEqual([])
  })

  test('is one and the same for each check, so that nothing is judged twice', async () => {
    const opened = { ...(await (await desk.seated('ann')).seat()), previous: await lastYear() }
    const [one, other] = [1, 2].map(now => checkContext(own, opened, desk.environment, now).previous?.filing)
    expect(one?.entries.get(projects)?.value).toBe(41)
    expect(other).toBe(one)
  })
})

describe('renaming', () => {
  test('leaves a filing alone that has only present names', () => {
    const filing = { ...filingWith(second, { [projects]: 53 }), revision: 2 }
    expect(renamedFiling(second, filing)).toBe(filing)
  })

  test('never drops a key: one whose new name is taken, and one that nobody knows', () => {
    const filing = filingWith(second, {
      'disclosure.purchases.projects': 1,
      [projects]: 53,
      'gone.long.ago': 2,
    })
    expect(renamedFiling(second, { ...filing, revision: 1 })).toEqual({ ...filing, revision: 2 })
  })

  test('knows where keys stand in a focus: questions, shown values, steps, what was left for later', () => {
    const remark = { type: 'remark', text: textKey('general'), body: 'general', message: null } as const
    const entry = {
      value: 'general',
      note: 'general',
      source: 'typed',
      by: personId('general'),
      at: 1,
      message: null,
    } as const
    const change = { type: 'entry', key: cellKey('general'), from: entry, to: undefined } as const
    const focus: Focus = {
      ...startFocus,
      question: remark,
      shown: { general: 'general', other: 'general' },
      trail: [remark, { type: 'cell', cell: cellKey('a'), ticked: ['general'] }],
      undo: [[change]],
      later: ['general'],
    }
    expect(renamedFocus(second, focus)).toEqual({
      ...focus,
      question: { ...remark, text: 'overview' },
      shown: { overview: 'general', other: 'general' },
      trail: [
        { ...remark, text: 'overview' },
        { type: 'cell', cell: 'a', ticked: ['overview'] },
      ],
      undo: [[{ ...change, key: 'overview' }]],
      later: ['overview'],
    })
  })

  test('leaves people’s own words alone', () => {
    const general = cellKey('general')
    const now = cellKey('overview')
    const typed: readonly Event[] = [
      { type: 'typed', text: 'general' },
      { type: 'edited', message: messageRef('general'), text: 'general' },
      { type: 'explain', finding: 'x', body: 'general' },
      { type: 'set', values: [[cellKey('a'), 'general', 'general']], source: 'typed' },
      { type: 'set', values: [[cellKey('a'), ['general']]], source: 'carried' },
    ]
    for (const event of typed) expect(renamedEvent(second, event)).toEqual(event)
    const answer = { type: 'answered', text: 'general', shown: 'general' } as const
    expect(renamedEvent(second, { ...answer, cell: general })).toEqual({ ...answer, cell: now })
    const told = [cellKey('overview'), 'general', 'general'] as const
    const rows = {
      type: 'proposal',
      totals: [],
      unsure: [],
      rest: null,
      untaken: ['general'],
      message: null,
    } as const
    const put = (cell: CellKey): Event => ({
      type: 'put',
      question: {
        ...rows,
        cells: [[cell, 'general', 'general']],
        unsure: [[{ cells: [[cell, 'general', null]] }, { cells: [told] }]],
      },
    })
    expect(renamedEvent(second, put(general))).toEqual(put(now))
  })

  test('reaches a document that waits to be taken', () => {
    const imported = (key: string): Event => ({
      type: 'imported',
      sure: true,
      draft: {
        form: second.id,
        unit: 'general',
        year: 2019,
        figures: [[cellKey(key), 'general', null]],
        texts: [[textKey(key), 'general']],
        unread: [{ place: cellKey(key), said: 'general', why: 'vague' }],
      },
    })
    expect(renamedEvent(second, imported('general'))).toEqual(imported('overview'))
  })
})
