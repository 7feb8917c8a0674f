// A whole conversation in English, with everything on the way that a person may do: Chinese stands only where the
// form's own words, the unit's name or what the person wrote are shown.

import { expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import type { Filing } from '../../src/engine/filing.ts'
import { draftOf } from '../../src/engine/sentence.ts'
import { fill } from '../../src/engine/steps/text.ts'
import type { Client } from '../telegram-sim/start-telegram-sim.ts'
import { expectTold, nextAnswer } from './answering.ts'
import { expectTranscript } from './golden.ts'
import { madeReport } from './made-report.ts'
import { inOffice, type Office } from './office.ts'

const unit = '测试城市'

/** Quoted in help as what may be typed, or printed behind a figure: the document is always Chinese. */
const examples = ['一百二十', '其中修订', '含自然失效', '其中予以公开']

/** Every Chinese word on the person's screen that is neither the form's nor theirs. */
const foreignWords = ({ form, sim }: Office, person: Client, truth: Filing): readonly string[] => {
  const known = [
    JSON.stringify(form),
    unit,
    ...examples,
    ...[...truth.texts.keys()].map(key => bodyOf(form, truth, key)),
    // The words that a button puts into the report are shown in the language in which they print.
    ...form.sections.flatMap(section =>
      section.type === 'text'
        ? [
            fill(section.standard ?? '', unit, truth.year),
            draftOf(form, { ...truth, texts: new Map() }, section),
          ]
        : [],
    ),
  ].join('\n')
  const toasts = sim.calls
    .filter(({ method }) => /answerCallbackQuery/i.test(method))
    .map(({ params }) => String(params.text ?? ''))
  const shown = person
    .received()
    .flatMap(message => [
      message.text ?? '',
      message.caption ?? '',
      ...message.pastButtons.map(({ text }) => text),
    ])
  const keyboards = sim.calls.flatMap(({ params }) => JSON.stringify(params.reply_markup ?? ''))
  return [
    ...new Set([...shown, ...toasts, ...keyboards].flatMap(text => text.match(/\p{Script=Han}+/gu) ?? [])),
  ].filter(words => !known.includes(words))
}

test('a conversation in English, from the start to the document, has no Chinese of ours', async () => {
  await inOffice(
    { unit, level: 'city', year: 2023 },
    async office => {
      const { sim, store, form } = office
      const truth = madeReport(form, 6, 3)
      const person = await office.join(1001, 'Li', 'filler')
      const aside: Readonly<Record<number, readonly (() => unknown)[]>> = {
        1: [() => person.send('/help'), () => person.sendSticker()],
        6: [() => person.send('some three hundred'), () => person.send('-3'), () => person.send('2.5')],
        7: [() => person.send('/undo'), () => person.send('/contents'), () => person.send('continue')],
        8: [() => person.send('/preview'), () => person.send('/nonsense')],
        9: [() => person.tapOld(person.received()[0]?.id ?? 0, /.+/)],
      }
      for (let answered = 0; ; answered += 1) {
        for (const act of aside[answered] ?? []) await office.does(person, act, 6)
        const move = await nextAnswer({ sim, store, client: person, form, truth, taps: true, locale: 'en' })
        if (!move) break
        expect(answered).toBeLessThan(200)
        await office.does(person, move.act)
      }
      await office.does(person, () => person.send('/document'))
      expect(person.received().flatMap(message => message.document ?? [])).toHaveLength(1)
      expectTold(form, await office.ledger.stored(), await office.ledger.figures(), truth)
      expect(foreignWords(office, person, truth)).toEqual([])
      sim.assertClean()
      expectTranscript('english', sim.transcript(1001))
    },
    { locale: 'en' },
  )()
})

test('a stranger is answered in English too', async () => {
  await inOffice(
    { unit, level: 'city', year: 2023 },
    async office => {
      const stranger = office.sim.user({ id: 6666, name: 'Stranger' })
      await office.does(stranger, () => stranger.start())
      await office.does(stranger, () => stranger.start('invitation-code-number-99'))
      const texts = stranger.received().map(({ text }) => text ?? '')
      expect(texts).toHaveLength(2)
      for (const text of texts) expect(text).toMatch(/^(?!.*\p{Script=Han}).*invitation/su)
    },
    { locale: 'en' },
  )()
})
