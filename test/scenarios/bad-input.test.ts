// What nobody should send: each gets a clear answer or a 4xx, changes nothing, and leaves the question standing.

import { describe, expect, test } from 'vitest'
import type { Client } from '../telegram-sim/start-telegram-sim.ts'
import { inOffice, type Office, secret, street } from './office.ts'
import { notZero, walk } from './walk.ts'

/** A whole Chinese sentence that says what happened, and nothing of our insides. */
const clear = /[\u4e00-\u9fff“”、，；。0-9A-Za-z ()（）…×]{6,}[。：？！]/
const insides = /undefined|null|NaN|Error|\[object|{{|}}|stack|TypeError|SQLITE/

/** Does it, and sees a clear answer, the same question, and nothing stored. */
const expectRefused = async (office: Office, person: Client, act: () => unknown, says: RegExp, most = 1) => {
  const stood = [await notZero(office), (await office.ledger.audit()).length]
  const question = await questionOf(office, person)
  const shown = person.received().length
  await office.does(person, act, most)
  const said = person
    .received()
    .slice(shown)
    .map(message => message.text ?? '')
    .join('\n')
  expect(said).toMatch(says)
  expect(said).toMatch(clear)
  expect(said.replace(/“[^”]*”/g, '')).not.toMatch(insides)
  expect([await notZero(office), (await office.ledger.audit()).length]).toEqual(stood)
  expect(await questionOf(office, person)).toEqual(question)
}

const questionOf = async ({ store }: Office, person: Client) => {
  const ref = `telegram:${person.user.id}`
  return (await store.loadSeat(ref, ref))?.focus.question
}

const atCell = (run: (office: Office, person: Client) => Promise<void>) =>
  inOffice(street, async office => {
    const person = await office.join(1001, '李')
    await walk(office, person, { until: 'projects' })
    await run(office, person)
    await walk(office, person, { from: 'projects', until: 'requests' })
    office.sim.assertClean()
  })

describe('words that are no figure', () => {
  test.each([
    ['三百来件', /三百来件.*准确数字/],
    ['大概五十', /大概五十/],
    ['50到60', /50到60/],
    ['好的', /好的/],
    ['-3', /不应小于/],
    ['2.5', /整数/],
    ['99999999999999999999', /过大/],
    ['53万元', /金额/],
    ['１２a３', /多个数字/],
    ['🙂', /未能识别/],
    ['<b>5</b>', /准确数字/],
    ["5'; DROP TABLE cell; --", /未能识别/],
    ['{{value}}', /未能识别/],
  ])('%j is not read, and the answer says so', async (said, says) => {
    await atCell((office, person) => expectRefused(office, person, () => person.send(said), says))()
  })

  test('two figures with a sign between them that nobody sees are not one, and the sign is told', async () => {
    await atCell((office, person) =>
      expectRefused(
        office,
        person,
        () => person.send('5\u00005'),
        /不可见字符[\s\S]*(?:未能识别|多个|注明单位)/,
        2,
      ),
    )()
  })

  test('20,001 characters where a number is asked are refused, however many messages they are', async () => {
    await atCell((office, person) =>
      expectRefused(office, person, () => person.send('长'.repeat(20_001)), /未能识别|未记录/, 6),
    )()
  })
})

describe('a text longer than one message', () => {
  const parts = 4_096 * 4

  test(
    'is refused at 20,001 characters, and what was written of it before stands',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'overview' })
      for (let part = 0; part < 4; part += 1) await office.does(person, () => person.send('字'.repeat(4_096)))
      await office.does(person, () => person.send('字'.repeat(20_001 - parts)))
      expect(person.last().text).toMatch(/未记录：超过 20000 字/)
      const { texts } = await office.ledger.report()
      expect(texts.overview?.replaceAll('\n', '')).toHaveLength(parts)
      await office.does(person, () => person.send('末段。'))
      expect((await office.ledger.report()).texts.overview?.endsWith('末段。')).toBe(true)
      office.sim.assertClean()
    }),
  )

  test(
    'stays in its own section when the phone cuts it into messages that leave together',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'overview' })
      const { preamble } = (await office.ledger.report()).texts
      await office.does(person, () => person.send('字'.repeat(parts)), 4)
      const { texts } = await office.ledger.report()
      expect(texts.preamble).toBe(preamble)
      expect(texts.overview?.replaceAll('\n', '')).toHaveLength(parts)
    }),
  )
})

describe('what is no text', () => {
  const kinds: readonly (readonly [string, (person: Client) => unknown])[] = [
    ['a sticker', person => person.sendSticker()],
    ['a photo', person => person.sendPhoto()],
    ['a photo with a number under it', person => person.sendPhoto('53')],
    ['a file', person => person.sendDocument('台账.xlsx', new Uint8Array([80, 75, 3, 4]), '53')],
    ['a voice message', person => person.sendContent({ voice: { file_id: 'v', duration: 3 } }, '(voice)')],
    ['a place', person => person.sendContent({ location: { latitude: 30, longitude: 121 } }, '(place)')],
    [
      'a contact',
      person => person.sendContent({ contact: { phone_number: '1', first_name: '甲' } }, '(contact)'),
    ],
    ['a poll', person => person.sendContent({ poll: { id: '1', question: '?', options: [] } }, '(poll)')],
  ]
  test.each(kinds)('%s is not counted, and the answer says so', async (_, act) => {
    await atCell((office, person) => expectRefused(office, person, () => act(person), /未计入|未读取/))()
  })
})

describe('a tap that is made up', () => {
  test.each(['', 'x', '0000000000000000.0', 'ffffffffffffffff.9999', '../../etc', '💥'.repeat(16), 'a.b.c'])(
    'with the data %j is answered and changes nothing',
    async data => {
      await atCell(async (office, person) => {
        const stood = await notZero(office)
        const question = await questionOf(office, person)
        await office.does(person, () => person.forge(data, person.last().id), 0)
        expect(await notZero(office)).toEqual(stood)
        expect(await questionOf(office, person)).toEqual(question)
      })()
    },
  )

  test(
    'on a card of another chat, with its true data, does nothing there and nothing here',
    inOffice(street, async office => {
      const owner = await office.join(1001, '李')
      const other = await office.join(1002, '周')
      await walk(office, owner, { until: 'requests' })
      const data = owner
        .last()
        .inline?.flat()
        .find(button => button.text === '没有')?.callback_data
      const stood = await office.ledger.audit()
      await office.does(other, () => other.forge(data ?? '', other.last().id), 0)
      expect(await office.ledger.audit()).toEqual(stood)
    }),
  )
})

describe('a stranger', () => {
  test(
    'is told how to come in, whatever they send, and learns nothing',
    inOffice(street, async office => {
      const stranger = office.sim.user({ id: 6666, name: '生' })
      const acts: readonly (() => unknown)[] = [
        () => stranger.start(),
        () => stranger.start('invitation-code-number-99'),
        () => stranger.send('53'),
        () => stranger.send('/preview'),
        () => stranger.sendSticker(),
        () => stranger.forge('0000000000000000.0', 1),
      ]
      for (const act of acts) await office.does(stranger, act)
      const said = stranger.received().map(message => message.text ?? '')
      expect(said).toHaveLength(5)
      for (const text of said) {
        expect(text).toMatch(/邀请链接/)
        expect(text).not.toContain('望湖街道')
      }
      expect(await office.ledger.audit()).toEqual([])
      office.sim.assertClean()
    }),
  )
})

describe('what is no update', () => {
  const post = async (office: Office, body: string, given: string | null) => {
    const answer = await fetch(`${office.root}/telegram`, {
      method: 'POST',
      body,
      headers: given === null ? {} : { 'x-telegram-bot-api-secret-token': given },
    })
    return { status: answer.status, body: await answer.text() }
  }
  const from = { id: 1001, is_bot: false, first_name: '李' }
  const chat = { id: 1001, type: 'private', first_name: '李' }

  test(
    'is refused with a 4xx or ignored with a 200, without a word of ours and never a 5xx',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      const stood = await office.ledger.version()
      const bodies: readonly (readonly [unknown, number])[] = [
        ['', 400],
        ['{', 400],
        ['null', 400],
        ['[]', 400],
        ['"x"', 400],
        [{}, 400],
        [{ update_id: 'a' }, 400],
        [{ update_id: 1.5 }, 400],
        [{ update_id: 1 }, 200],
        [{ update_id: 2, message: null }, 200],
        [{ update_id: 3, message: 'x' }, 200],
        [{ update_id: 4, message: { text: '53' } }, 200],
        [{ update_id: 5, message: { message_id: 1, date: 1, chat, from: { id: 'x' }, text: '53' } }, 200],
        [{ update_id: 6, message: { message_id: 1, date: 1, chat, text: '53' } }, 200],
        [{ update_id: 7, callback_query: { id: 5, from, data: {} } }, 200],
        [{ update_id: 8, edited_message: { message_id: [], text: 7 } }, 200],
        [{ update_id: 9, my_chat_member: {} }, 200],
        [{ update_id: 10, message_reaction: { chat, user: from } }, 200],
        [
          {
            update_id: 11,
            message: { message_id: 9, date: 9, chat: { id: -5, type: 'supergroup' }, from, text: '53' },
          },
          200,
        ],
      ]
      for (const [body, status] of bodies) {
        const text = typeof body === 'string' ? body : JSON.stringify(body)
        const answer = await post(office, text, secret)
        expect([text, answer]).toEqual([text, { status, body: '' }])
      }
      expect((await post(office, 'x'.repeat(2_000_000), secret)).status).toBe(413)
      expect(await office.ledger.version()).toBe(stood)
    }),
  )

  test(
    'with a wrong secret or none is refused before it is read',
    inOffice(street, async office => {
      const update = { update_id: 77, message: { message_id: 1, date: 1, chat, from, text: '53' } }
      for (const given of [null, '', 'wrong', `${secret}x`, secret.slice(1)]) {
        expect(await post(office, JSON.stringify(update), given)).toEqual({ status: 401, body: '' })
      }
      const [heard] = await office.ledger.rows('SELECT count(*) AS n FROM incoming')
      expect(heard?.n).toBe(0)
      for (const path of ['/nothing', '/telegram/x', '/telegram']) {
        const answer = await fetch(office.root + path)
        expect(answer.status).toBe(404)
      }
      const page = await fetch(office.root)
      expect([page.status, new URL(page.url).pathname]).toEqual([401, '/chat'])
    }),
  )
})
