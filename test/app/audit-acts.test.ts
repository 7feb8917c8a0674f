// Every act of a conversation leaves its line: invitations, entering, last year's report and its replacement.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DocumentRead } from '../../src/app/conversation/sent-file.ts'
import { hashOf } from '../../src/app/hash-of.ts'
import { done } from '../../src/app/registry/administer.ts'
import { makeInvitation } from '../../src/app/registry/make-invitation.ts'
import { verifyAudit } from '../../src/app/verify-audit.ts'
import { cellKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { type Desk, openDesk } from './desk.ts'

const year = disclosure2019.years.from + 1
const carried = cellKey('requests.carried-over.natural')
let value = 7
const readDocument = (): DocumentRead => ({
  ok: true,
  draft: {
    form: disclosure2019.id,
    unit: '柳荫街道',
    year: year - 1,
    figures: [[carried, value, null]],
    texts: [],
    unread: [],
  },
})

let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ readDocument })
})
afterEach(() => desk.close())

const lines = (scope: string) =>
  desk.sql.all('SELECT "by", channel, what, about, old, new FROM audit WHERE scope = ?1 ORDER BY n', [scope])
const recorder = () => ({
  audits: desk.store,
  registry: desk.store,
  seal: desk.seal,
  ...desk.environment,
})
const whole = () => verifyAudit({ audits: desk.store, seal: desk.seal })
const link = async () => {
  const expiresAt = desk.clock.now + 1
  const wish = { unit: desk.unit.id, role: 'filler', form: disclosure2019, year, expiresAt } as const
  return done(await makeInvitation(recorder(), { type: 'shell', at: desk.clock.now }, wish)).code
}

test('an invitation and who entered by it stand in the chain of the unit', async () => {
  const code = await link()
  const ann = desk.person('Ann')
  await ann.command('start', code)
  const person = (await ann.seat()).person.id
  const about = `invitation/${await desk.seal('row', await hashOf(code))}`
  expect(await lines(`unit/${desk.unit.id}`)).toMatchObject([
    {
      by: 'shell',
      channel: 'shell',
      what: 'invited',
      about,
      new: `["filler","${desk.filing}",${desk.clock.now + 1},null]`,
    },
    { by: person, channel: 'sim', what: 'entered', about, new: '["filler"]' },
  ])
  expect(JSON.stringify(await desk.sql.all('SELECT * FROM audit'))).not.toMatch(/Ann|sim:/)
  expect(await whole()).toEqual([])
})

test('last year’s report and its replacement stand in its own chain, with the figure that differs', async () => {
  const ann = await desk.seated('ann')
  const send = () =>
    ann.send({ type: 'file', name: '年报.docx', size: 3, read: async () => new Uint8Array(3) }, '90')
  value = 7
  await send()
  value = 9
  await send()
  const { previous } = await ann.seat()
  const own = await lines(`filing/${previous?.id}`)
  expect(own.map(({ what, about }) => (what === 'set' ? about : what))).toEqual([
    'report-imported',
    carried,
    'report-replaced',
    carried,
  ])
  expect(own[3]).toMatchObject({ old: '[7,null,"imported"]', new: '[9,null,"imported"]' })
  expect(await whole()).toEqual([])
})

test('a dozen who enter one unit at once all get in, each with a line', async () => {
  const codes = await Promise.all(Array.from({ length: 12 }, () => link()))
  const people = codes.map((code, n) => ({ code, person: desk.person(`p${n}`) }))
  await Promise.all(
    people.map(({ code, person }) => person.send({ type: 'command', name: 'start', argument: code })),
  )
  for (const { person } of people) expect((await person.seat()).filing.id).toBe(desk.filing)
  expect((await lines(`unit/${desk.unit.id}`)).filter(({ what }) => what === 'entered')).toHaveLength(12)
  expect(await whole()).toEqual([])
})
