// What people type and tap, and what it means: commands, labels typed out, cards that are stale, unknown or forged,
// and words sent before the question was on the screen.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asksForWeb, commandEvent, menu, typedEvent } from '../../../src/app/conversation/commands.ts'
import { sectionKey } from '../../../src/engine/form.ts'
import { createWords, locales } from '../../../src/i18n/words.ts'
import { type Desk, openDesk, textOf } from '../desk.ts'

let desk: Desk
let ann: Awaited<ReturnType<Desk['seated']>>
beforeEach(async () => {
  desk = await openDesk()
  ann = await desk.seated('ann')
})
afterEach(() => desk.close())

const question = async (who = ann) => (await who.seat()).focus.question
const value = async (key: string) => (await ann.seat()).filing.entries.get(key as never)?.value
/** On to the question of how many purchases there were. */
const toProjects = async () => {
  await ann.tap('开始填报')
  for (const text of ['政府集中采购', '选完了']) await ann.text(text)
  expect(await question()).toEqual({ type: 'cell', cell: 'disclosure.procurement.projects' })
}

describe('a command', () => {
  test.each(menu)('of the menu is understood: /%s', name => {
    const understood =
      commandEvent(name) ?? asksForWeb(createWords('en'), { type: 'command', name, argument: '' })
    expect(understood).toBeTruthy()
  })

  test('that nobody knows shows the help', async () => {
    expect(commandEvent('stock')).toBeUndefined()
    expect(textOf(await ann.command('stock'))).toContain(desk.words.say('help.title'))
  })

  test('to start shows the first screen and loses nothing', async () => {
    await toProjects()
    await ann.text('53')
    expect(textOf(await ann.command('start'))).toContain('柳荫街道')
    expect(await value('disclosure.procurement.projects')).toBe(53)
  })
})

describe.each(locales)('in %s', locale => {
  const words = createWords(locale)
  const here = sectionKey('requests')
  const question = { type: 'done' } as const

  test.each([
    ['begin', 'next'],
    ['contents', 'put'],
    ['progress', 'progress'],
    ['preview', 'preview'],
    ['document', 'document'],
    ['back', 'back'],
    ['later', 'later'],
    ['undo', 'undo'],
    ['help', 'help'],
    ['rest', 'rest'],
    ['others', 'rest'],
  ] as const)('each word for %s is a command by itself', (name, type) => {
    for (const word of words.say(`typed.${name}`).split(' ')) {
      for (const said of [word, ` ${word} `, `${word}。`, `${word}！`]) {
        expect(typedEvent(words, said, question, here)?.type).toBe(type)
      }
      expect(typedEvent(words, `${word}石榴`, question, here)).toBeUndefined()
    }
  })

  test('the rest is 0 only where there is a table', () => {
    expect(typedEvent(words, '其余为0', question, undefined)).toBeUndefined()
    expect(typedEvent(words, '其余为0', question, here)).toEqual({ type: 'rest', section: 'requests' })
  })

  test('a figure is no command', () => {
    for (const said of ['0', '53', '116万元', '无', '没有', ''])
      expect(typedEvent(words, said, question, here)).toBeUndefined()
  })
})

describe('a label', () => {
  test('typed out does what its button does', async () => {
    await ann.text('开始填报')
    await ann.text('引言')
    await ann.text('不写')
    expect((await ann.seat()).filing.texts.get('preamble' as never)?.[0]?.body).toBe('')
  })

  test('of a card that was left behind is only words', async () => {
    await ann.text('引言')
    await ann.text('目录')
    await ann.text('不写')
    expect((await ann.seat()).filing.texts.size).toBe(0)
  })
})

describe('a tap', () => {
  test('on the card on the screen edits it', async () => {
    const card = ann.card()
    const [mail] = await ann.tap('开始填报')
    expect(mail).toMatchObject({ kind: 'ask', edits: card?.id })
  })

  test('on an earlier card still does what it says, and closes the one on the screen', async () => {
    await ann.text('引言')
    const first = ann.card()
    await ann.text('目录')
    const live = ann.card()
    const omit = first?.choices.find(each => each.label === '不写')
    expect(await ann.choice(first?.id ?? '', omit?.number ?? -1)).toEqual({ repeat: false, notice: null })
    const mail = await ann.mail()
    expect(mail.map(each => [each.kind, each.edits])).toEqual([
      ['ask', null],
      ['close', live?.id],
    ])
    expect((await ann.seat()).filing.texts.size).toBe(1)
  })

  test('that writes is stale when a colleague changed the same, and writes nothing', async () => {
    const bob = await desk.seated('bob')
    await ann.text('引言')
    await bob.text('引言')
    await bob.text('现报告如下：')
    const omit = ann.card()?.choices.find(each => each.label === '不写')
    const received = await ann.choice(ann.card()?.id ?? '', omit?.number ?? -1)
    expect(received.notice).toBe(desk.words.say('toast.stale'))
    expect(textOf(await ann.mail())).toContain('刚有修改')
    expect((await ann.seat()).filing.texts.get('preamble' as never)?.[0]?.body).toBe('现报告如下：')
  })

  test('is not stale when a colleague changed something else', async () => {
    const bob = await desk.seated('bob')
    await ann.text('引言')
    await bob.text('目录')
    await bob.tap('其他需要报告的事项')
    await bob.tap('无')
    await ann.tap('不写')
    expect((await ann.seat()).filing.texts.size).toBe(2)
  })

  test('that only moves is never stale', async () => {
    const bob = await desk.seated('bob')
    await ann.text('引言')
    await bob.text('引言')
    await bob.tap('不写')
    const later = ann.card()?.choices.find(each => each.label === '稍后填')
    expect((await ann.choice(ann.card()?.id ?? '', later?.number ?? -1)).notice).toBeNull()
  })

  test.each([-1, 99, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'with the forged number %d does nothing but say so',
    async number => {
      const before = await ann.seat()
      const received = await ann.choice(ann.card()?.id ?? '', number)
      expect(received).toEqual({ repeat: false, notice: desk.words.say('toast.unknown') })
      expect(await ann.mail()).toEqual([])
      expect(await ann.seat()).toEqual(before)
    },
  )

  test.each(['', 'ffffffffffffffff', "' OR 1=1 --", '__proto__'])(
    'on the unknown card %j does nothing but say so',
    async card => {
      expect((await ann.choice(card, 0)).notice).toBe(desk.words.say('toast.unknown'))
      expect(await ann.mail()).toEqual([])
    },
  )

  test('on somebody else’s card does nothing but say so', async () => {
    const bob = await desk.seated('bob')
    expect((await bob.choice(ann.card()?.id ?? '', 0)).notice).toBe(desk.words.say('toast.unknown'))
    expect(await question(bob)).toEqual({ type: 'welcome' })
  })
})

describe('words sent while the question was still on its way', () => {
  const write = async (text: string, number: string) => {
    await ann.send({ type: 'text', text }, number)
    return ann.mail()
  }

  test('are not taken for its answer', async () => {
    await toProjects()
    // The answer has number n, the next question n+2: what was sent as n+1 was sent before that was seen.
    const asked = Number(ann.lastNumber())
    await ann.send({ type: 'text', text: '53' }, String(asked + 1))
    const [mail] = await desk.store.lease(ann.ref, desk.clock.now, desk.clock.now + 1_000)
    await desk.store.settle(ann.ref, [
      { id: mail?.outgoing.id ?? '', state: 'sent', message: String(asked + 3) },
    ]).stored
    expect(textOf(await write('53', String(asked + 2)))).toContain(desk.words.say('early'))
    expect(await value('disclosure.procurement.amount')).toBeUndefined()
  })

  test('are taken when they were sent after it', async () => {
    await toProjects()
    await ann.text('53')
    await ann.text('116万元')
    expect(await value('disclosure.procurement.amount')).toEqual({ fen: 116_000_000, unit: 'wan-yuan' })
  })

  test('are taken where the numbers are evidently not of one row', async () => {
    await toProjects()
    const asked = Number(ann.lastNumber())
    await ann.send({ type: 'text', text: '53' }, String(asked + 1))
    const [mail] = await desk.store.lease(ann.ref, desk.clock.now, desk.clock.now + 1_000)
    await desk.store.settle(ann.ref, [
      { id: mail?.outgoing.id ?? '', state: 'sent', message: String(asked + 90_000) },
    ]).stored
    await write('116万元', String(asked + 2))
    expect(await value('disclosure.procurement.amount')).toEqual({ fen: 116_000_000, unit: 'wan-yuan' })
  })

  test('are not counted while the question is not sent yet: nobody has seen it', async () => {
    await toProjects()
    await ann.send({ type: 'text', text: '53' }, '100')
    await ann.send({ type: 'text', text: '116万元' }, '101')
    expect(await value('disclosure.procurement.amount')).toBeUndefined()
  })

  test('are taken after a tap, which has no number', async () => {
    await ann.tap('开始填报')
    await write('都没有', '2')
    expect((await ann.seat()).filing.entries.size).toBe(1)
  })
})

test.each(['constructor', 'toString', 'hasOwnProperty'])('/%s is a command nobody knows', name => {
  expect(commandEvent(name)).toBeUndefined()
})
