// Life between two answers: help, pictures, a stray sentence, three weeks away, an old message put right. The
// question stands again each time, and what was said before is there.

import { describe, expect, test } from 'vitest'
import { expectTranscript } from './golden.ts'
import { inOffice, type Office, street } from './office.ts'
import { expected, notZero, walk } from './walk.ts'

const week = 7 * 86_400_000

const standing = async (office: Office) =>
  (await office.store.loadSeat('telegram:1001', 'telegram:1001'))?.focus.question

describe('in the middle of a text', () => {
  test(
    'a photo, a voice message, a sticker and a file are not counted, and the text goes on',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'overview' })
      await office.does(person, () => person.send('（一）健全工作机制。明确专人负责。'))
      const others = [
        () => person.sendPhoto('公开栏照片'),
        () => person.sendContent({ voice: { file_id: 'v', duration: 3 } }, '(voice)'),
        () => person.sendSticker('👌'),
        () => person.sendDocument('总结.docx', new Uint8Array([80, 75, 3, 4]), '见附件'),
      ]
      for (const act of others) {
        await office.does(person, act)
        expect(person.last().text).toMatch(/未计入|文件无法打开/)
        expect(await standing(office)).toEqual({ type: 'text', text: 'overview' })
      }
      await office.does(person, () => person.send('（二）加强业务培训。全年培训两次。'))
      const { texts } = await office.ledger.report()
      expect(texts.overview).toBe('（一）健全工作机制。明确专人负责。\n（二）加强业务培训。全年培训两次。')
      await walk(office, person, { from: 'written' })
      expect(await notZero(office)).toEqual(expected)
      sim.assertClean()
      expectTranscript('interrupted-text', sim.transcript(1001))
    }),
  )
})

describe('in the middle of a question', () => {
  test.each(['/help', '帮助', '/nonsense', '/start', '目录', '全文', '这个口径是什么意思？'])(
    '%s is answered, and a number then still lands in its cell',
    async said => {
      await inOffice(street, async office => {
        const person = await office.join(1001, '李')
        await walk(office, person, { until: 'projects' })
        const audit = await office.ledger.audit()
        const shown = person.received().length
        await office.does(person, () => person.send(said), 4)
        expect(person.received().length).toBeGreaterThan(shown)
        expect(await office.ledger.audit()).toEqual(audit)
        // The first screen and the contents lead back with one tap.
        const onward = person
          .last()
          .inline?.flat()
          .find(({ text }) => /^继续填报$|^继续$/.test(text))
        if (onward) await office.does(person, () => person.tap(onward.text))
        await walk(office, person, { from: 'projects' })
        expect(await notZero(office)).toEqual(expected)
        office.sim.assertClean()
      })()
    },
  )

  test(
    'every screen has a way back and help',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      for (const word of ['返回', '返回', '返回', '返回', '返回', '返回', '返回']) {
        await office.does(person, () => person.send(word))
        const shown = [
          ...(person
            .last()
            .inline?.flat()
            .map(({ text }) => text) ?? []),
          ...office.sim.replyKeyboard(1001).flat(),
        ]
        expect(shown).toContain('帮助')
      }
      expect(person.last().text).toContain('望湖街道')
      await office.does(person, () => person.tap('继续填报'))
      await walk(office, person, { from: 'projects' })
      expect(await notZero(office)).toEqual(expected)
    }),
  )
})

describe('a person who leaves for three weeks', () => {
  test(
    'goes on where they were, also by a button of before, though the process was started anew',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'amount' })
      sim.clock.advance(3 * week)
      await office.restart()
      await office.does(person, () => person.send('116万元'))
      expect(person.last().text).toContain('是否新收政府信息公开申请')
      sim.clock.advance(3 * week)
      await office.restart()
      await office.does(person, () => person.tap('没有'))
      sim.clock.advance(3 * week)
      await office.restart()
      await office.does(person, () => person.send('/start'))
      expect(person.last().text).toMatch(/已填内容均已保存/)
      await office.does(person, () => person.tap('继续填报'))
      await walk(office, person, { from: 'disputes' })
      expect(await notZero(office)).toEqual(expected)
      sim.assertClean()
      expectTranscript('three-weeks', sim.transcript(1001))
    }),
  )
})

describe('an old message that is edited', () => {
  test(
    'changes its own figure and nothing else, and the question on the screen stands',
    inOffice(street, async office => {
      const { sim } = office
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'disputes' })
      await office.restart()
      await office.does(person, () => person.edit(({ text }) => text === '53项', '35项'))
      expect(await notZero(office)).toEqual({ ...expected, 'disclosure.procurement.projects': 35 })
      const lines = (await office.ledger.audit()).filter(({ cell }) => cell.endsWith('.projects'))
      expect(lines).toHaveLength(2)
      await walk(office, person, { from: 'disputes' })
      const { figures } = await office.ledger.report()
      expect(figures['disclosure.procurement.projects']).toBe(35)
      sim.assertClean()
      expectTranscript('edited-answer', sim.transcript(1001))
    }),
  )

  test(
    'of a text changes that part of the text',
    inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'overview' })
      await office.does(person, () => person.send('（一）第一段。'))
      await office.does(person, () => person.send('（二）第二段。'))
      await office.does(person, () =>
        person.edit(({ text }) => text === '（一）第一段。', '（一）改过的一段。'),
      )
      const { texts } = await office.ledger.report()
      expect(texts.overview).toBe('（一）改过的一段。\n（二）第二段。')
    }),
  )

  test.each([
    ['to words that are no figure', '53项', '三百来件'],
    ['that set nothing', '望湖街道', '目录'],
  ])('%s changes nothing and says so', async (_, before, after) => {
    await inOffice(street, async office => {
      const person = await office.join(1001, '李')
      await walk(office, person, { until: 'projects' })
      await office.does(person, () => person.send('望湖街道'))
      await walk(office, person, { from: 'projects', until: 'requests' })
      const audit = await office.ledger.audit()
      const shown = person.received().length
      await office.does(person, () => person.edit(({ text }) => text === before, after))
      expect(person.received().length).toBe(shown + 1)
      expect(await office.ledger.audit()).toEqual(audit)
      await walk(office, person, { from: 'requests' })
      expect(await notZero(office)).toEqual(expected)
    })()
  })
})
