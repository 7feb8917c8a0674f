// A text that was opened as a whole and changed.

import { expect, test } from 'vitest'
import { bodyOf } from '../../src/engine/body-of.ts'
import { cellKey, textKey } from '../../src/engine/form.ts'
import { disclosure2021 } from '../../src/forms/disclosure/form-2021.ts'
import { play } from './play.ts'

const overview = textKey('overview')
const first = '年初调整领导小组，明确专职人员。'
const second = '全年举办两次培训。'
const question = { type: 'text', text: overview } as const

const written = (entries: Parameters<typeof play>[1] = {}) => {
  const script = play(disclosure2021, entries)
  script.put(question)
  script.act({ type: 'typed', text: first }, 'ann', 'sim:1:1')
  script.act({ type: 'typed', text: second }, 'ann', 'sim:1:2')
  return script
}
const bodyIn = (script: ReturnType<typeof written>) => bodyOf(disclosure2021, script.filing(), overview)
const parts = (script: ReturnType<typeof written>) => script.filing().texts.get(overview) ?? []
const replaced = (body: string, shown = `${first}\n${second}`) =>
  ({ type: 'replaced', text: overview, body, shown }) as const

test('it reads as it was changed, in one step that can be taken back', () => {
  const script = written()
  script.act(replaced(`${first}\n全年举办三次培训。`), 'ann', 'sim:1:3')
  expect(bodyIn(script)).toBe(`${first}\n全年举办三次培训。`)
  expect(script.types()).toEqual(['wrote', 'ask'])
  script.act({ type: 'undo' })
  expect(bodyIn(script)).toBe(`${first}\n${second}`)
})

test('paragraphs that were left as they were stay those of their messages', () => {
  const script = written()
  script.act(replaced(`${first}\n全年举办三次培训。`), 'bob', 'sim:2:3')
  expect(parts(script).map(({ by, message }) => [by, message])).toEqual([
    ['ann', 'sim:1:1'],
    ['bob', null],
  ])
  const alone = written()
  alone.act(replaced('一句话。'), 'bob', 'sim:2:3')
  expect(parts(alone).map(({ by, message }) => [by, message])).toEqual([['bob', 'sim:2:3']])
})

test('nothing is stored where a colleague wrote meanwhile', () => {
  const script = written()
  script.act(replaced('全部重写。', first))
  expect(script.types()).toEqual(['moved', 'ask'])
  expect(bodyIn(script)).toBe(`${first}\n${second}`)
})

test('a drafted sentence keeps following its figures unless its words were changed', () => {
  const zero = { 'requests.?': [], 'disputes.?': [] }
  const drafted = () => {
    const script = written({ entries: zero })
    script.act({ type: 'sentence', text: overview })
    return script
  }
  const kept = drafted()
  const whole = bodyIn(kept) ?? ''
  kept.act(replaced(`加一句。\n${whole}`, whole))
  expect(parts(kept).filter(({ bound }) => bound)).toHaveLength(1)
  expect(bodyIn(kept)).toBe(`加一句。\n${whole}`)
  const changed = drafted()
  changed.act(replaced(whole.replace(/.$/u, '；均已办结。'), whole))
  expect(parts(changed).filter(({ bound }) => bound)).toHaveLength(0)
})

test('the same words change nothing, none empty the text, and too many are refused', () => {
  const script = written()
  const before = script.filing()
  script.act(replaced(` ${first}\n\n${second} `))
  expect(script.filing()).toEqual(before)
  script.act(replaced('字'.repeat(20_001)))
  expect(script.types()).toEqual(['unread', 'ask'])
  expect(script.filing()).toEqual(before)
  script.act(replaced(''))
  expect(script.types()).toEqual(['emptied', 'ask'])
  expect(bodyIn(script)).toBeUndefined()
})

test('it goes to its text whatever is asked, and that question stands', () => {
  const script = written()
  script.put({ type: 'cell', cell: cellKey('disclosure.licensing.handled') })
  script.act(replaced('一句话。'))
  expect(bodyIn(script)).toBe('一句话。')
  expect(script.types()).toEqual(['wrote', 'ask'])
  script.say('7')
  expect(script.value(cellKey('disclosure.licensing.handled'))).toBe(7)
})
