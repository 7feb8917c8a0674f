// Corners that a strict reading of the code found: invitations of a seated person, doubled words at a gate, edits
// of pasted rows after a reload.

import { expect, test } from 'vitest'
import { hashOf } from '../../../src/app/hash-of.ts'
import { filingId, unitId } from '../../../src/engine/filing.ts'
import { gateKey } from '../../../src/engine/form.ts'
import { openDesk } from '../desk.ts'

test('"none" sent twice before the next question is on the screen closes one gate, not two', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  await ann.tap('开始填报')
  await ann.tap('不写')
  await ann.text('梧桐成荫，一切如常。')
  await ann.tap('写好了')
  await ann.tap('都没有')
  const n = Number(ann.lastNumber())
  await ann.send({ type: 'text', text: '没有' }, `${n + 1}`)
  await ann.send({ type: 'text', text: '没有' }, `${n + 2}`)
  const { entries } = (await ann.seat()).filing
  await desk.close()
  expect([entries.has(gateKey('requests.?')), entries.has(gateKey('disputes.?'))]).toEqual([true, false])
})

test('a person who has a place takes another invitation as the same person', async () => {
  const desk = await openDesk()
  const ann = await desk.seated('ann')
  const before = (await ann.seat()).person.id
  const second = unitId('unit-2')
  const { obligation, form, revision, year } = (await ann.seat()).filing
  await desk.store.addUnit({ id: second, name: '桂花镇', level: 'town', powers: {} })
  const filing = await desk.store.openFiling({
    id: filingId('filing-2'),
    unit: second,
    obligation,
    form,
    revision,
    year,
    version: 1,
    entries: new Map(),
    texts: new Map(),
  })
  const code = 'another-invitation-code'
  await desk.store.invite(await hashOf(code), { unit: second, filing, expiresAt: desk.clock.now + 1_000_000 })
  desk.clock.now += 1_000
  await ann.command('start', code)
  const { person, unit } = await ann.seat()
  await desk.close()
  expect([person.id, unit.name]).toEqual([before, '桂花镇'])
})
