// Another process ends a membership in the same file: from that moment its person reads and writes nothing, on any door
// of the registry. It walks the registry, so that a new door is covered by being in it.

import { describe, expect, test } from 'vitest'
import { doors } from '../../src/app/doors.ts'
import { createWords } from '../../src/i18n/words.ts'
import { street } from '../scenarios/office.ts'
import { ask, filled, reading, writing } from './ended/routes.ts'
import { cell, eventSamples, figure, json } from './ended/samples.ts'
import { answering, inScene, other, unit } from './ended/scene.ts'

const words = createWords('zh-CN')
const ofTheirs = new RegExp(`${street.unit}|${figure}`)
const noPlace = words.web('no-place')

describe('a page', () => {
  test(
    'is refused at every route, with one sentence, and nothing is stored',
    inScene(async scene => {
      const { browser, file } = await filled(scene)
      for (const route of [...reading, ...writing]) {
        const { status } = await ask(browser, route, file)
        expect([200, 303], `${route} before: ${status}`).toContain(status)
      }
      await scene.end(unit)
      const before = await scene.stored()
      for (const route of [...reading, ...writing]) {
        const { status, text } = await ask(browser, route, file)
        // A document that is not theirs is none.
        const isFile = doors.routes[route] === 'fetch-document'
        expect(status, route).toBe(isFile ? 404 : 403)
        expect(text, route).toContain(isFile ? words.web('refused.not-found') : noPlace)
        expect(text, route).not.toMatch(ofTheirs)
      }
      expect(await scene.stored()).toBe(before)
    }),
  )

  test(
    'is refused with every kind of button, and nothing is stored',
    inScene(async scene => {
      const { tap, account, browser } = await filled(scene)
      expect(Object.keys(eventSamples).sort()).toEqual(Object.keys(doors.events).sort())
      for (const event of Object.values(eventSamples)) expect((await tap(event)).status, event.type).toBe(200)
      const cards = await Promise.all(
        Object.values(eventSamples).map(
          async event => [event.type, await scene.card(account, event)] as const,
        ),
      )
      await scene.end(unit)
      const before = await scene.stored()
      for (const [type, card] of cards) {
        const answer = await browser.request('/chat/messages', json({ card, number: 0 }))
        expect([answer.status, await answer.json()], type).toEqual([403, { error: noPlace }])
      }
      expect(await scene.stored()).toBe(before)
    }),
  )

  test(
    'tells the same of a document of a foreign unit and of one that does not exist',
    inScene(async scene => {
      const { file } = await filled(scene)
      const foreign = await scene.browser('second')
      const answers = [
        await ask(foreign, 'GET /chat/files/:id/:name', file),
        await ask(foreign, 'GET /chat/files/:id/:name', '0123456789abcdef'),
      ]
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]?.status).toBe(404)
    }),
  )

  test(
    'lets its person leave, and come in again by a new link',
    inScene(async scene => {
      const { browser } = await filled(scene)
      await scene.end(unit)
      expect((await browser.form('/chat/leave')).status).toBe(200)
      expect((await browser.enter(await scene.link('first'), '李')).status).toBe(303)
      expect(await (await browser.request('/chat')).text()).toContain(street.unit)
    }),
  )
})

describe('a link of one’s own that was asked for before', () => {
  test(
    'leads nowhere, in a browser and on Telegram, and gives no right back',
    inScene(async scene => {
      const person = await answering(scene.office)
      await scene.office.does(person, () => person.send('/web'))
      const code = /\/chat\/enter\/([\w-]+)/.exec(person.last().text ?? '')?.[1] ?? ''
      const anybody = await scene.browser()
      expect((await anybody.request(`/chat/enter/${code}`)).status).toBe(200)
      await scene.end(unit)
      const before = await scene.stored()
      const looked = await anybody.request(`/chat/enter/${code}`)
      expect([looked.status, (await looked.text()).includes(street.unit)]).toEqual([410, false])
      expect((await anybody.enter(code, '李')).status).toBe(410)
      await scene.office.does(person, () => person.start(code))
      expect(person.last().text).toBe(words.say('stranger.expired'))
      expect(await scene.stored()).toBe(before)
    }),
  )
})

describe('somebody in two units', () => {
  test.each([
    [unit, street.unit, other.name],
    [other.id, other.name, street.unit],
  ] as const)('keeps the other when %s is lost', async (lost, gone, kept) => {
    await inScene(async scene => {
      const browser = await scene.browser('first', 'second')
      expect(await (await browser.request('/chat')).text()).toContain(other.name)
      await scene.end(lost)
      for (const path of ['/chat', '/chat/table']) {
        const page = await (await browser.request(path)).text()
        expect(page, path).toContain(`${kept}`)
        expect(page.match(/<h1[\s\S]*?<\/h1>/)?.[0], path).not.toContain(gone)
      }
      const { rows } = scene.office.ledger
      const cellsOf = async (of: string) =>
        rows('SELECT c.key FROM cell AS c JOIN filing AS f ON f.id = c.filing WHERE f.unit = ?1', [of])
      const typed = { cell, text: '61', shown: '' }
      expect((await browser.form('/chat/table', { id: 'two', ...typed })).status).toBe(303)
      expect(await cellsOf(lost)).toEqual([])
      expect(await cellsOf(lost === unit ? other.id : unit)).toEqual([{ key: cell }])
    })()
  })

  test(
    'has no document of the lost one any more',
    inScene(async scene => {
      const { browser, file } = await filled(scene)
      await browser.enter(await scene.link('second'), '李')
      expect((await ask(browser, 'GET /chat/files/:id/:name', file)).status).toBe(200)
      await scene.end(unit)
      expect((await browser.request('/chat')).status).toBe(200)
      expect((await ask(browser, 'GET /chat/files/:id/:name', file)).status).toBe(404)
    }),
  )
})

describe('what was written about the lost unit', () => {
  test(
    'is not in the list any more, while the rest stays',
    inScene(async scene => {
      const { browser } = await filled(scene)
      await browser.enter(await scene.link('second'), '李')
      await scene.end(unit)
      const list = await browser.all()
      expect(list.map(({ text }) => text).join()).toContain(other.name)
      expect(JSON.stringify(list)).not.toMatch(ofTheirs)
    }),
  )

  test(
    'and still waits is not sent any more',
    inScene(async scene => {
      const { office } = scene
      const person = await answering(office)
      office.sim.fail({ method: 'sendMessage', with: { status: 429, retry_after: 7 } })
      await office.does(person, () => person.send('53项'))
      const seen = person.received()
      await scene.end(unit)
      await office.pass(60_000)
      expect(person.received()).toEqual(seen)
    }),
  )
})

describe('on Telegram', () => {
  const stranger = words.say('stranger', { reports: words.reports })

  test(
    'every word, answer, edit and file is turned away, and nothing is stored',
    inScene(async scene => {
      const { office } = scene
      const person = await answering(office)
      await office.does(person, () => person.send('53项'))
      await scene.end(unit)
      const before = await scene.stored()
      const acts: Readonly<Record<string, () => unknown>> = {
        ...Object.fromEntries(
          Object.keys(doors.commands).map(name => [`/${name}`, () => person.send(`/${name}`)]),
        ),
        'a typed word': () => person.send('网页'),
        'an answer': () => person.send('54项'),
        'an edit': () => person.edit(message => message.text === '53项', '55项'),
        'a file': () => person.sendDocument('年报.docx', new Uint8Array(8)),
        'a sticker': () => person.sendSticker(),
      }
      for (const [name, act] of Object.entries(acts)) {
        const from = person.received().length
        // Slower than the limit on strangers.
        office.sim.clock.advance(6_000)
        await office.does(person, act)
        expect(
          person
            .received()
            .slice(from)
            .map(({ text }) => text),
          name,
        ).toEqual([stranger])
      }
      expect(await scene.stored()).toBe(before)
    }),
  )

  // Of these nothing is committed that a guard would confirm, and the server still has the seat in memory.
  test.each(['/web', '网页'])('%s as the first word gives no link', async word => {
    await inScene(async scene => {
      const person = await answering(scene.office)
      await scene.end(unit)
      const before = await scene.stored()
      await scene.office.does(person, () => person.send(word))
      expect(person.last().text).toBe(stranger)
      expect(await scene.stored()).toBe(before)
    })()
  })

  test(
    'a button that is left behind, as the first tap, does not even say that it is stale',
    inScene(async scene => {
      const { sim } = scene.office
      const person = await answering(scene.office)
      const card = await scene.card('telegram:1001', { type: 'next' })
      const toast = () => sim.calls.findLast(({ method }) => method === 'answerCallbackQuery')?.params.text
      person.forge(`${card}.0`, person.last().id)
      await sim.settle()
      expect(toast()).toBe(words.say('toast.stale'))
      await scene.end(unit)
      person.forge(`${card}.0`, person.last().id)
      await sim.settle()
      expect(toast()).toBe(words.say('toast.unknown'))
    }),
  )

  test(
    'every kind of button is dead, and nothing is stored',
    inScene(async scene => {
      const { office } = scene
      const { sim } = office
      const person = await answering(office)
      const cards = await Promise.all(
        Object.values(eventSamples).map(async event => [
          event.type,
          await scene.card('telegram:1001', event),
        ]),
      )
      await scene.end(unit)
      const before = await scene.stored()
      const seen = person.received()
      for (const [type, card] of cards) {
        person.forge(`${card}.0`, person.last().id)
        await sim.settle()
        const told = sim.calls.findLast(({ method }) => method === 'answerCallbackQuery')
        expect(told?.params.text, type).toBe(words.say('toast.unknown'))
      }
      expect(person.received()).toEqual(seen)
      expect(await scene.stored()).toBe(before)
    }),
  )
})
