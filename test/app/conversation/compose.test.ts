// Effects to messages: one message for a step, its card's choices by number, edits only of the card that was tapped.

import { describe, expect, test } from 'vitest'
import { viewOf } from '../../../src/app/conversation/compose/view.ts'
import { compose } from '../../../src/app/conversation/compose.ts'
import { isCard } from '../../../src/app/message.ts'
import { personId, unitId } from '../../../src/engine/filing.ts'
import { startFocus } from '../../../src/engine/focus.ts'
import { textKey } from '../../../src/engine/form.ts'
import { catalog } from '../../../src/forms/catalog.ts'
import { type Locale, locales } from '../../../src/i18n/words.ts'
import { cell, gate, type Play, play } from '../../engine/play.ts'
import { forms } from '../../forms/disclosure/figures.ts'
import { strictWords } from './strict-words.ts'

const unit = { id: unitId('u'), name: '柳荫街道', level: 'street', powers: {} } as const

type Cards = { readonly live?: string | null; readonly tapped?: string | null; readonly locale?: Locale }

/** The messages of a play's last step. */
const composed = (script: Play, { live = null, tapped = null, locale = 'zh-CN' }: Cards = {}) => {
  let made = 0
  const seat = {
    person: { id: personId('ann'), name: 'Ann' },
    unit,
    ground: { members: [], unit: unit.id, above: [], state: 'draft' as const },
    filing: script.filing(),
    previous: null,
    content: 0,
    isUntouched: false,
    placeVersion: 0,
    auditHead: '',
    focus: startFocus,
    card: live,
    asked: null,
  }
  return compose(
    viewOf(strictWords(locale), catalog, { filing: script.filing(), unit, previous: null }),
    script.effects(),
    {
      chat: 'sim:ann',
      seat,
      tapped,
      closesOn: '2026-01-12',
      isWithdrawn: false,
      id: () => `id${++made}`,
      now: 7,
      content: 0,
    },
  )
}

const kinds = ({ outbox }: ReturnType<typeof composed>) => outbox.map(each => [each.kind, each.edits])

const walkTo: Record<string, (script: Play) => unknown> = {
  'the first screen': script => script.act({ type: 'resume' }),
  'a yes or no': script => script.put(gate('requests.?')),
  'a list of branches': script => script.put(gate('disclosure.?')),
  'an opening text': script => script.put({ type: 'text', text: textKey('preamble') }),
  'a text that is being written': script => {
    script.put({ type: 'text', text: textKey('overview') })
    script.say('梧桐成荫。')
  },
  'the last text': script => script.put({ type: 'text', text: textKey('other') }),
  'an open figure': script => script.put(cell('disputes.review.upheld')),
  'a figure that stands': script => {
    script.put(cell('disputes.review.upheld'))
    script.say('3')
    script.put(cell('disputes.review.upheld'))
  },
  'a note': script => script.put({ type: 'note', cell: 'disputes.review.upheld' as never }),
  'pasted rows': script => {
    script.put(gate('disputes.?'))
    script.say('1 0 0 0 1 0 0 0 0 0 0 0 0 0 0')
  },
  'the contents': script => script.put({ type: 'contents', section: null, branch: null }),
  'the contents of a table': script =>
    script.put({ type: 'contents', section: 'requests' as never, branch: null }),
  'the figures of an applicant': script =>
    script.put({ type: 'contents', section: 'requests' as never, branch: 'natural' }),
  'which figure is meant': script => script.say('行政处罚'),
  'a finding': script => {
    script.act({ type: 'open', gate: 'requests.?' as never, branches: ['natural'] })
    script.act({ type: 'open', gate: 'requests.?.natural' as never, branches: ['granted'] })
    for (const [row, count] of [
      ['received', '3'],
      ['carried-in', '0'],
      ['granted', '2'],
    ] as const) {
      script.put(cell(`requests.${row}.natural`))
      script.say(count)
    }
  },
  'a remainder': script => {
    script.act({ type: 'open', gate: 'requests.?' as never, branches: ['natural'] })
    script.act({ type: 'open', gate: 'requests.?.natural' as never, branches: ['granted', 'carried-out'] })
    for (const row of ['received', 'carried-in']) {
      script.put(cell(`requests.${row}.natural`))
      script.say('3')
    }
    script.put(cell('requests.granted.natural'))
  },
  'the end': script => {
    for (const text of ['preamble', 'overview', 'problems', 'other'])
      script.act({ type: 'omit', text: textKey(text) })
    for (const key of ['disclosure.?', 'requests.?', 'disputes.?']) {
      script.act({ type: 'open', gate: key as never, branches: [] })
    }
  },
}

describe.each(forms)('in %s', (_, form) => {
  describe.each(Object.entries(walkTo))('%s', (_, walk) => {
    const script = play(form)
    walk(script)

    test.each(locales)('is one message in %s, with words and with a label on every button', locale => {
      const { outbox, card, asked } = composed(script, { locale })
      expect(outbox).toHaveLength(1)
      const [message] = outbox
      expect(message).toMatchObject({ kind: 'ask', to: 'sim:ann', edits: null, file: null })
      expect(asked).toBe(message?.id)
      const all = [
        ...(message?.lines ?? []).map(line => line.text),
        ...(message?.choices ?? []).map(each => each.label),
      ]
      for (const text of all) {
        expect(text.trim()).not.toBe('')
        expect(text).not.toMatch(/\{\{|undefined|\[object/)
      }
      expect(message?.choices.map(each => each.number)).toEqual(message?.choices.map((_, number) => number))
      expect(card === null).toBe(message === undefined || !isCard(message))
    })

    test('has a card whose choices are those that are shown', () => {
      const { outbox, card } = composed(script)
      if (!card) return expect(outbox.filter(isCard)).toEqual([])
      expect(card.id).toBe(outbox[0]?.id)
      expect(card.choices.map(each => each.label)).toEqual(outbox[0]?.choices.map(each => each.label))
      expect(card.choices.map(each => each.event)).toEqual(script.ask().choices.map(each => each.event))
      const added = card.choices.flatMap(({ event }) => (event.type === 'sentence' ? [event.text] : []))
      const known: readonly string[] = [...(outbox[0]?.cells ?? []), ...added]
      expect(Object.keys(card.shown).filter(key => !known.includes(key))).toEqual([])
    })

    test('edits the card that was tapped and closes nothing', () => {
      expect(kinds(composed(script, { live: 'old', tapped: 'old' }))).toEqual([['ask', 'old']])
    })

    test('is a new message after words, and takes the buttons from the card before', () => {
      expect(kinds(composed(script, { live: 'old' }))).toEqual([
        ['ask', null],
        ['close', 'old'],
      ])
    })

    test('offers help, and a way on or back', () => {
      const navigation = composed(script).outbox[0]?.choices.filter(each => each.nav) ?? []
      expect(navigation.map(each => each.label)).toContain('帮助')
    })
  })
})

describe('what comes besides the question', () => {
  const [[, form]] = forms as [(typeof forms)[number]]
  const started = () => {
    const script = play(form)
    script.put(gate('requests.?'))
    return script
  }

  test('a preview is a message of its own before it, and the question a new one', () => {
    const script = started()
    script.act({ type: 'preview' })
    expect(kinds(composed(script, { live: 'old', tapped: 'old' }))).toEqual([
      ['table', null],
      ['ask', null],
      ['close', 'old'],
    ])
  })

  test('a document is a file of this content, with its words', () => {
    const script = play(form)
    walkTo['the end']?.(script)
    script.tap('document')
    const { outbox } = composed(script, { live: 'old', tapped: 'old' })
    expect(outbox.map(each => each.kind)).toEqual(['file', 'ask', 'close'])
    expect(outbox[0]?.lines).toHaveLength(1)
    expect(outbox[0]?.file).toMatchObject({ filing: 'f', content: 0, format: 'docx' })
    expect(outbox[0]?.file?.name).toMatch(/^柳荫街道\d{4}年度.+（送审稿）$/)
    expect(outbox[1]?.lines).toHaveLength(1)
  })

  test('an edit is answered without a question, and leaves the card alone', () => {
    const script = play(form)
    script.put(cell('disputes.review.upheld'))
    script.say('3')
    script.edit(script.lastMessage(), '4')
    const { outbox, card, asked } = composed(script, { live: 'old' })
    expect(outbox.map(each => each.kind)).toEqual(['say'])
    expect([card, asked]).toEqual([null, null])
  })

  test('what was stored is said before what is asked', () => {
    const script = play(form, {
      entries: { 'disputes.?': ['review'], 'disputes.?.review': ['upheld', 'other'] },
    })
    script.put(cell('disputes.review.upheld'))
    script.say('3')
    const lines = composed(script).outbox[0]?.lines ?? []
    expect(lines[0]?.text).toMatch(/3/)
    expect(lines.at(-1)?.style).toBe('strong')
  })

  test('a new question for a figure has no buttons of its own, an edited one keeps them', () => {
    const script = play(form)
    script.put(cell('disputes.review.upheld'))
    expect(composed(script).card).toBeNull()
    expect(composed(script, { live: 'old', tapped: 'old' }).card).not.toBeNull()
  })
})

describe('the buttons of every screen', () => {
  test.each(locales)('differ from each other and are short enough for a phone in %s', locale => {
    for (const [, form] of forms) {
      for (const walk of Object.values(walkTo)) {
        const script = play(form)
        walk(script)
        const labels = composed(script, { locale }).outbox[0]?.choices.map(each => each.label) ?? []
        expect(new Set(labels).size, labels.join(' ')).toBe(labels.length)
        for (const label of labels) expect([...label].length, label).toBeLessThanOrEqual(64)
      }
    }
  })
})
