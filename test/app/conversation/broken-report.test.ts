// A report that has passed, and a change that breaks it: the finding is said to everybody who is at the filing, and the
// card that said that the report passed is withdrawn, whoever made the change and wherever.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Outgoing } from '../../../src/app/message.ts'
import { standsIn } from '../../../src/engine/derive.ts'
import { messageRef, personId } from '../../../src/engine/filing.ts'
import { cellKey, textKey } from '../../../src/engine/form.ts'
import { disclosure2019 } from '../../../src/forms/disclosure/form-2019.ts'
import { filingWith } from '../../engine/play.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'

const received = cellKey('requests.received.natural')
const granted = cellKey('requests.granted.natural')

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  const at = desk.clock.now
  const whole = filingWith(disclosure2019, {
    'disclosure.?': [],
    'requests.?': ['natural'],
    'requests.?.natural': ['granted'],
    [received]: 6,
    [cellKey('requests.carried-in.natural')]: 0,
    [granted]: 6,
    [cellKey('requests.carried-out.natural')]: 0,
    'disputes.?': [],
  })
  const texts = new Map(
    Object.entries({
      overview: '坚持以公开为常态。收到政府信息公开申请6件。',
      problems: '公开内容还不够丰富，将加强培训。',
      other: '无。',
      preamble: '现将有关情况公布如下。',
    }).map(([key, body]) => [
      textKey(key),
      [{ body, by: personId('import'), at, message: messageRef(`sim:ann:${key}`) }],
    ]),
  )
  const entries = new Map(
    [...whole.entries].map(([key, entry]) => [
      key,
      { ...entry, at, message: key === received ? messageRef('sim:ann:received') : null },
    ]),
  )
  await desk.store.importFiling({ ...whole, id: desk.filing, unit: desk.unit.id, entries, texts }, 1)
})
afterEach(() => desk.close())

const passed = '表格勾稽关系校验通过'
const withdrawn = '此前的校验结果不再有效'
const broken = /自然人.*差 ?[12] ?件/

/** Somebody who holds the card that says that the report passed. */
const atTheEnd = async (name: string) => {
  const somebody = await desk.seated(name)
  expect(textOf(await somebody.text('继续'))).toContain(passed)
  return somebody
}

/** The mail that takes the place of the card. */
const instead = (mail: readonly Outgoing[], card: string | undefined) =>
  textOf(mail.filter(({ edits }) => edits !== null && edits === card))

test('in the chat: an edited message breaks it, and the card says that it no longer holds', async () => {
  const ann = await atTheEnd('ann')
  const card = ann.card()?.id
  const mail = await ann.edit('received', '7')
  expect(textOf(mail)).toMatch(broken)
  expect(instead(mail, card)).toContain(withdrawn)
  expect(textOf(await ann.command('help'))).not.toContain(passed)
})

test('in the chat: words that no longer fit the table are told, and so is what an undo breaks', async () => {
  const ann = await atTheEnd('ann')
  const card = ann.card()?.id
  const mail = await ann.edit('overview', '坚持以公开为常态。收到政府信息公开申请9件。')
  expect(textOf(mail)).toMatch(/9/)
  expect(ann.card()?.id).not.toBe(card)
  expect(instead(mail, card)).toContain(withdrawn)
  const back = await ann.edit('overview', '坚持以公开为常态。收到政府信息公开申请6件。')
  expect(textOf(back)).toContain(passed)
  expect(textOf(await ann.text('撤销'))).toMatch(/需要核对：[\s\S]*9/)
})

test('by the table page: the cell is stored, the finding is said and the card is gone', async () => {
  const ann = await atTheEnd('ann')
  const card = ann.card()?.id
  const shown = standsIn(disclosure2019, (await ann.seat()).filing, cellKey(received))
  await ann.send({ type: 'cell', cell: received, text: '7', shown })
  const mail = await ann.mail()
  expect(textOf(mail)).toMatch(broken)
  expect(instead(mail, card)).toContain(withdrawn)
})

test('by the table page in the middle of a question: the finding is said once, and the question stands', async () => {
  const ann = await atTheEnd('ann')
  await ann.text('采购项目数量')
  const shown = standsIn(disclosure2019, (await ann.seat()).filing, cellKey(received))
  await ann.send({ type: 'cell', cell: received, text: '7', shown })
  const mail = await ann.mail()
  expect(textOf(mail).match(new RegExp(broken, 'g'))).toHaveLength(1)
  expect(textOf(mail)).toMatch(/采购项目/)
  expect(instead(mail, (await ann.seat()).focus.passed)).toBe('')
  expect(textOf(mail)).toContain(withdrawn)
})

test('by a colleague: whoever holds the card reads by whom and what, once', async () => {
  const ann = await atTheEnd('ann')
  const card = ann.card()?.id
  const bob = await atTheEnd('bob')
  await bob.text('新收 自然人')
  await bob.text('7')
  const mail = await ann.mail()
  expect(instead(mail, card)).toContain(withdrawn)
  expect(textOf(mail)).toMatch(/bob/)
  expect(textOf(mail)).toMatch(broken)
  await bob.text('予以公开 自然人')
  await bob.text('5')
  expect(await ann.mail()).toEqual([])
  expect(textOf(await ann.text('继续'))).toMatch(broken)
})

test('a colleague who has left the unit is told nothing', async () => {
  const ann = await atTheEnd('ann')
  const { person } = await ann.seat()
  const bob = await atTheEnd('bob')
  await desk.sql.all('UPDATE membership SET until = 1 WHERE person = ?1', [person.id])
  await bob.text('新收 自然人')
  await bob.text('7')
  expect(await ann.mail()).toEqual([])
})

test('of two findings one is mended: nobody says that the sums agree', async () => {
  const ann = await atTheEnd('ann')
  await ann.edit('overview', '坚持以公开为常态。收到政府信息公开申请9件。')
  await ann.text('新收 自然人')
  await ann.text('7')
  await ann.text('予以公开 自然人')
  expect(textOf(await ann.text('7'))).not.toMatch(/勾稽一致|对上了/)
})
