// Words that are no plain answer: figures in words are shown back before they count, lists tick what they name, and a word
// that puts a figure right reaches the figure that is meant.

import { describe, expect, test } from 'vitest'
import { emptyFiling, filingId, unitId } from '../../src/engine/filing.ts'
import { cellKey } from '../../src/engine/form.ts'
import { disclosure2019 } from '../../src/forms/disclosure/form-2019.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { cell, gate, play } from './play.ts'

const applicants = gate('requests.?')
const disclosed = gate('disclosure.?')
const first = 'requests.received.natural'

const at = (question: ReturnType<typeof gate>, options: Parameters<typeof play>[1] = {}) => {
  const script = play(disclosure2021, options)
  script.put(question)
  return script
}

describe('figures in words', () => {
  test('count after one tap, and nothing of them before', () => {
    const script = at(applicants)
    script.say('自然人新收5件，予以公开3件，不掌握1件，结转1件')
    expect(script.question()).toMatchObject({
      type: 'proposal',
      cells: { length: 4 },
      unsure: [],
      untaken: [],
    })
    expect(script.filing().entries.size).toBe(0)
    script.tap('confirm')
    expect([first, 'requests.carried-out.natural'].map(script.value)).toEqual([5, 1])
    expect(script.value('requests.received.business')).toBeUndefined()
    expect(script.entry(first)?.message).toBe(script.lastMessage())
    script.act({ type: 'undo' })
    expect(script.filing().entries.size).toBe(0)
  })

  test.each(['是', '对'])('count after %s', yes => {
    const script = at(applicants)
    script.say('企业新收2件，部分公开2件')
    script.say(yes)
    expect(script.value('requests.partly-granted.business')).toBe(2)
  })

  test.each(['不对', '不是', '不'])('are dropped by %s, which is said, and the question stands again', no => {
    const script = at(applicants)
    script.say('企业新收2件，部分公开2件')
    script.say(no)
    expect(script.effects()[0]).toEqual({ type: 'unconfirmed', figures: 2 })
    expect(script.question()).toEqual(applicants)
    script.say('是')
    expect(script.filing().entries.size).toBe(0)
  })

  test('of a new message take the place of those before, and a refusal leaves none', () => {
    const script = at(applicants)
    script.say('企业新收2件')
    script.say('自然人新收3件')
    expect(script.types()).toEqual(['unconfirmed', 'ask'])
    script.say('随便吧')
    expect(script.types()).toEqual(['unconfirmed', 'unread', 'ask'])
    script.say('是')
    expect(script.filing().entries.size).toBe(0)
  })

  test('of the asked cell alone are its answer', () => {
    const script = at(cell(first))
    script.say('自然人新收5件')
    expect(script.value(first)).toBe(5)
  })

  test('make the rest of the section 0 with the same tap, and no other section', () => {
    const script = play(disclosure2019)
    script.say('政府集中采购53项116万元，其余都没有')
    script.tap('confirm')
    expect(script.value('disclosure.procurement.projects')).toBe(53)
    expect(script.value('disclosure.licensing.handled')).toBe(0)
    expect(script.value(first)).toBeUndefined()
    expect(script.question()).toEqual(applicants)
    script.act({ type: 'undo' })
    expect(script.filing()).toEqual({
      ...emptyFiling(disclosure2019, { id: filingId('f'), unit: unitId('u'), year: script.filing().year }),
      version: 1,
    })
  })

  test('name the words that were not taken beside them', () => {
    const script = at(disclosed)
    script.say('行政许可20件，罚款5万元，其余没有')
    expect(script.question()).toMatchObject({ rest: null, untaken: ['罚款5万元', '其余没有'] })
  })

  test.each([
    '处罚数量还没有填',
    '行政处罚还没有填',
    '行政处罚数还没有结果',
    '处罚没填',
    '行政处罚还没有',
    '行政处罚没有数',
    '行政处罚没数',
    '行政处罚没有数据',
    '行政处罚尚未填报',
    '行政处罚还没统计',
    '行政处罚没统计出来',
    '行政处罚暂无数据',
    '没有行政处罚的数据',
    '没有数',
    '还没有',
    '暂无数据',
  ])('that are not there yet are no 0: %s', said => {
    const penalties = cell('disclosure.penalties.handled')
    const script = at(penalties, { entries: { 'disclosure.?': ['penalties'] } })
    script.say(said)
    expect(script.question()).toEqual(penalties)
    expect(script.types()).toEqual(['unread', 'ask'])
    expect(script.filing().entries.size).toBe(1)
  })

  test('that are not there yet stay out of the rest and beside others are named', () => {
    const script = at(disclosed)
    script.say('行政许可20件，行政处罚还没有结果')
    expect(script.question()).toMatchObject({ cells: { length: 1 }, untaken: ['行政处罚还没有结果'] })
    script.say('行政许可20件，其余没有填报')
    expect(script.question()).toMatchObject({ cells: { length: 1 }, rest: null })
  })

  test.each(['行政处罚没有', '没有行政处罚', '行政处罚数量是0', '行政处罚未发生'])(
    'none is a 0: %s',
    said => {
      const script = at(cell('disclosure.penalties.handled'), { entries: { 'disclosure.?': ['penalties'] } })
      script.say(said)
      expect(script.value('disclosure.penalties.handled')).toBe(0)
    },
  )

  test('that fit several rows wait for the one that is meant', () => {
    const script = at(disclosed)
    script.say('本年制发3件，废止1件，现行有效12件')
    expect(script.words()).not.toContain('confirm')
    script.tapCell('disclosure.normative-documents.made')
    expect(script.value('disclosure.normative-documents.in-force')).toBe(12)
    expect(script.value('disclosure.regulations.made')).toBeUndefined()
  })

  test('that fit several cells may be told by a name', () => {
    const script = at(applicants)
    script.say('收到申请5件')
    script.say('企业')
    expect(script.value('requests.received.business')).toBe(5)
  })

  test('whose total is not the sum of its parts are not shown, and both sums are said', () => {
    const script = at(gate('disputes.?'))
    script.say('复议2件，其中维持2件，纠正1件')
    const total = { cell: cellKey('disputes.review.total'), said: 2, sum: 3 }
    expect(script.effects()[0]).toEqual({ type: 'wrong-totals', totals: [total] })
    expect(script.question()).toEqual(gate('disputes.?'))
  })

  test('that are edited are shown back anew', () => {
    const script = at(applicants)
    script.say('企业新收2件')
    script.edit(script.lastMessage(), '企业新收3件')
    expect(script.types()).toEqual(['ask'])
    script.tap('confirm')
    expect(script.value('requests.received.business')).toBe(3)
  })
})

describe('names at a list', () => {
  test('tick what they name', () => {
    const script = at(disclosed)
    script.say('行政许可、收费')
    expect(script.question()).toMatchObject({ ticked: ['licensing', 'fees'] })
    const results = at(gate('requests.?.natural'))
    results.say('予以公开、不掌握、结转')
    expect(results.question()).toMatchObject({ ticked: ['granted', 'unavailable-not-held', 'carried-out'] })
  })

  test('that are not known are said, and nothing is 0 because of them', () => {
    const script = at(disclosed)
    script.say('行政许可、罚款，其余没有')
    expect(script.effects()[0]).toEqual({ type: 'untaken', said: ['罚款', '其余没有'] })
    expect(script.filing().entries.size).toBe(0)
  })

  test.each(['行政许可、收费，其余没有', '只有行政许可和收费，其他都没有。'])(
    '%s are the whole list',
    said => {
      const script = at(disclosed)
      script.say(said)
      expect(script.entry('disclosure.?')?.value).toEqual({ open: ['licensing', 'fees'] })
    },
  )

  test('a name of several of them ticks none', () => {
    const script = at(gate('requests.?.natural'))
    script.say('予以公开、不予公开')
    expect(script.question()).toMatchObject({ ticked: ['granted'] })
    expect(script.effects()[0]).toEqual({ type: 'untaken', said: ['不予公开'] })
  })
})

describe('all zero', () => {
  test.each(['全部为零', '各项均为0', '全部是0', '零报告'])('%s closes an empty list', said => {
    const script = at(applicants)
    script.say(said)
    expect(script.value('requests.granted.other')).toBe(0)
    expect(script.value('disputes.review.upheld')).toBeUndefined()
  })

  test('shows the figures that stand first', () => {
    const script = at(cell('requests.carried-in.natural'), { entries: { [first]: 3 } })
    script.say('全部为零')
    expect(script.question()).toMatchObject({ cells: [[first, 0, null]], rest: { section: 'requests' } })
    script.tap('confirm')
    expect([first, 'requests.received.total'].map(script.value)).toEqual([0, 0])
  })
})

describe('a correction', () => {
  const entries = { 'requests.?': ['natural'], 'requests.?.natural': ['granted'] }

  test.each([
    '改成21',
    '应该是21',
    '不对，是21',
    '21才对',
    '不是20是21',
    '上一个改为21',
    '应为２１',
    '不是20，是二十一',
    '刚才那个改成21件',
    '写错了，应该是21',
  ])('%s puts the last figure right, and the question stands', said => {
    const script = play(disclosure2021, { entries })
    script.put(cell(first))
    script.say('20')
    const next = script.question()
    script.say(said)
    expect(script.value(first)).toBe(21)
    expect(script.effects()[0]).toMatchObject({ type: 'stored', changes: [{ from: { value: 20 } }] })
    expect(script.question()).toEqual(next)
  })

  test.each(['自然人新收改成16', '把自然人新收改为16', '自然人新收应该是16件'])(
    '%s reaches the figure it names',
    said => {
      const script = play(disclosure2021, { entries: { ...entries, [first]: 5 } })
      script.put(gate('disputes.?'))
      script.say(said)
      expect(script.value(first)).toBe(16)
      expect(script.question()).toEqual(gate('disputes.?'))
    },
  )

  test('of another figure than the last one is not taken', () => {
    const script = play(disclosure2021, { entries })
    script.put(cell(first))
    script.say('20')
    script.say('不是30是21')
    expect(script.value(first)).toBe(20)
    expect(script.types()).toEqual(['unread', 'ask'])
  })

  test('at the first question is its answer', () => {
    const script = play(disclosure2021, { entries })
    script.put(cell(first))
    script.say('改成21')
    expect(script.value(first)).toBe(21)
  })
})

describe('a figure at a finding', () => {
  const made = 'disclosure.regulations.made'
  const broken = () => {
    const script = play(disclosure2021, {
      level: 'bureau',
      entries: { 'disclosure.?': ['regulations'], [made]: 0, 'disclosure.regulations.repealed': 0 },
    })
    script.put(cell(made))
    script.say('1')
    expect(script.question()).toMatchObject({ type: 'finding' })
    return script
  }

  test.each(['0', '０', '改成0', '零', '应该是0'])('%s changes the figure and is no reason', said => {
    const script = broken()
    script.say(said)
    expect(script.value(made)).toBe(0)
    expect(script.filing().remarks.size).toBe(0)
  })

  test.each(['。', '——', '无', '没有'])('%s is neither a figure nor a reason', said => {
    const script = broken()
    script.say(said)
    expect(script.value(made)).toBe(1)
    expect(script.filing().remarks.size).toBe(0)
    expect(script.types()).toEqual(['unread', 'ask'])
  })

  test.each(['好的', '嗯', '行', '可以', 'ok', 'OK。', '是的', '嗯，好的', '没问题', '知道了'])(
    '%s agrees and gives no reason: the question stands',
    said => {
      const script = broken()
      script.say(said)
      expect(script.filing().remarks.size).toBe(0)
      expect(script.types()).toEqual(['unread', 'ask'])
    },
  )

  test('words are the reason', () => {
    const script = broken()
    script.say('由本单位代拟的市政府规章')
    expect(script.filing().remarks.size).toBe(1)
  })
})

describe('a bare amount', () => {
  const fees = 'disclosure.fees.collected'
  const asked = () => at(cell(fees), { entries: { 'disclosure.?': ['fees'] } })

  test.each([
    ['125000元', 12_500_000],
    ['元', 12_500_000],
    ['125000万元', 125_000_000_000],
    ['万元', 125_000_000_000],
  ])('far from anything likely is asked once, and %s answers', (said, fen) => {
    const script = asked()
    script.say('125000')
    expect(script.filing().entries.size).toBe(1)
    script.say(said)
    expect(script.value(fees)).toEqual({ fen, unit: 'wan-yuan' })
  })

  test.each(['12.5', '999', '1250.5', '3000万元'])('%s is clear', said => {
    const script = asked()
    script.say(said)
    expect(script.value(fees)).toBeDefined()
  })
})
