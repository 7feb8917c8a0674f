// Two people tap and type at random, on both editions: nothing throws, a question always stands, only what an event is
// about changes, what is stored as JSON behaves the same, and undoing everything leads back.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesFor } from '../../src/engine/choices.ts'
import type { Choice, Effect } from '../../src/engine/effect.ts'
import type { Event } from '../../src/engine/event.ts'
import { diff, type Filing, messageRef, personId } from '../../src/engine/filing.ts'
import { type Focus, keysOf, startFocus, trailLimit } from '../../src/engine/focus.ts'
import { cellKey, type Form, gateKey, sectionKey } from '../../src/engine/form.ts'
import { cellsBehind, gateOf, gatesBehind, indexOf } from '../../src/engine/index-of.ts'
import { type Stepped, step } from '../../src/engine/step.ts'
import { forms } from '../forms/disclosure/figures.ts'
import { filingWith, stored } from './play.ts'

const long = process.env.LONG !== undefined
const numRuns = long ? 3_000 : 300

const garbage = [
  '',
  ' ',
  '3',
  '0',
  '-1',
  '2.5',
  '没有',
  '有',
  '无',
  '116万元',
  '约50',
  '3 1 0 0 0 0',
  '1\n2\n3',
  '石榴',
  '行政处罚',
  '自然人 新收',
  '采购总金额',
  '22（其中16件）',
  '（',
  '\u0000',
  '😀',
  '9'.repeat(90),
  '<b>',
  '__proto__',
  '0 0 0 0',
  '其他',
  '1 0 0 0 1 0 0 0 0 0 0 0 0 0 0',
  '行政许可、行政强制',
  'toString',
  '\u202e12',
]

type Move =
  | { readonly do: 'tap' | 'old'; readonly at: number }
  | { readonly do: 'say'; readonly text: string; readonly early: boolean }
  | { readonly do: 'edit'; readonly at: number; readonly text: string }
  | { readonly do: 'event'; readonly event: Event }

const plain: readonly Event[] = [
  { type: 'next' },
  { type: 'later' },
  { type: 'back' },
  { type: 'undo' },
  { type: 'help' },
  { type: 'preview' },
  { type: 'progress' },
  { type: 'thanked' },
  { type: 'document' },
  { type: 'unsupported' },
  { type: 'resume' },
  { type: 'put', question: { type: 'contents', section: null, branch: null } },
  { type: 'rest', section: sectionKey('requests') },
  { type: 'rest', section: sectionKey('disclosure') },
  { type: 'open', gate: gateKey('requests.?'), branches: ['natural'] },
]

/** Looks that move nobody. */
const detours: readonly Event[] = [
  { type: 'help' },
  { type: 'preview' },
  { type: 'progress' },
  { type: 'unsupported' },
  { type: 'unimported', why: 'not-word' },
]

const words = fc.oneof(fc.constantFrom(...garbage), fc.string({ unit: 'grapheme', maxLength: 12 }))
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('tap' as const), at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('old' as const), at: fc.nat(400) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('say' as const), text: words, early: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('edit' as const), at: fc.nat(40), text: words }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('event' as const), event: fc.constantFrom(...plain) }),
  },
)
const moves = fc.array(fc.tuple(move, fc.constantFrom('ann', 'ann', 'bob')), { maxLength: long ? 120 : 50 })

type World = { filing: Filing; readonly focuses: Map<string, Focus>; readonly seen: Choice[]; clock: number }
const start = (form: Form): World => ({ filing: filingWith(form), focuses: new Map(), seen: [], clock: 0 })

const eventOf = (world: World, move: Move, now: readonly Choice[]): Event => {
  switch (move.do) {
    case 'tap':
      return now[move.at % Math.max(1, now.length)]?.event ?? { type: 'resume' }
    case 'old':
      return world.seen[move.at % Math.max(1, world.seen.length)]?.event ?? { type: 'resume' }
    case 'say':
      return { type: 'typed', text: move.text, early: move.early && move.text.length > 3 }
    case 'edit':
      return { type: 'edited', message: messageRef(`m:${move.at % (world.clock + 1)}`), text: move.text }
    default:
      return move.event
  }
}

/** Focus and effects as text; a question carries its whole form, which is the same object. */
const told = ({ focus, effects }: Stepped): string =>
  JSON.stringify([focus, effects], (key, value) => (key === 'form' ? value.id : value))

const act = (form: Form, world: World, event: Event, who: string): Stepped => {
  const focus = world.focuses.get(who) ?? startFocus
  const context = {
    now: world.clock,
    by: personId(who),
    message: event.type === 'typed' ? messageRef(`m:${world.clock}`) : null,
    known: {
      unit: { name: '柳荫街道', level: 'street' as const, powers: {} },
      previous: null,
      yearEnd: null,
    },
  }
  const stepped = step(form, world.filing, focus, event, context)
  const again = step(form, world.filing, stored(focus), stored(event), context)
  expect(told(again)).toBe(told(stepped))
  expect(
    diff(stepped.filing, again.filing).filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to)),
  ).toEqual([])
  world.clock += 1
  return stepped
}

/** The keys that this event may write, given the question it found. */
const mayWrite = (
  form: Form,
  world: World,
  focus: Focus,
  event: Event,
  effects: readonly Effect[],
): Set<string> => {
  const gate = (key: string) => {
    const found = gateOf(form, gateKey(key))
    return [key, ...gatesBehind(found).map(each => each.key), ...found.branches.flatMap(cellsBehind)]
  }
  // A figure other than 0 behind a closed gate opens the gates above it.
  const withGates = (keys: readonly string[]) =>
    keys.flatMap(key => [key, ...(indexOf(form).paths.get(cellKey(key)) ?? []).map(({ gate }) => gate.key)])
  switch (event.type) {
    case 'typed': {
      // Early words go on with a text that was begun, the present one or the one before; with nothing else.
      if (event.early) {
        const texts = [focus.question, focus.trail.at(-1)].filter(each => each?.type === 'text')
        return new Set(texts.flatMap(each => (each ? keysOf(each) : [])))
      }
      const { question } = focus
      // Words that lead nowhere from the contents are for the question before.
      const before = question.type === 'contents' ? focus.trail.at(-1) : undefined
      const asked = [question, ...(before ? [before] : [])]
      return new Set(
        asked.flatMap(each => (each.type === 'gate' ? gate(each.gate) : withGates(keysOf(each)))),
      )
    }
    case 'set':
      return new Set(withGates(event.values.map(([key]) => key)))
    case 'open':
      return new Set(gate(event.gate))
    case 'standard':
    case 'omit':
    case 'sentence':
    case 'write':
    case 'rewrite':
      return new Set([event.text])
    case 'unnote':
      return new Set([event.cell])
    case 'undo':
      return new Set(
        effects.flatMap(each => (each.type === 'undone' ? each.changes.map(({ key }) => key) : [])),
      )
    case 'edited':
      return new Set(
        withGates([
          ...[...world.filing.entries]
            .filter(([, entry]) => entry.message === event.message)
            .map(([key]) => key),
          ...[...world.filing.texts]
            .filter(([, parts]) => parts.some(part => part.message === event.message))
            .map(([key]) => key),
        ]),
      )
    default:
      return new Set()
  }
}

const check = (form: Form, world: World, event: Event, who: string): readonly Choice[] => {
  const focus = world.focuses.get(who) ?? startFocus
  const { filing } = world
  const stepped = act(form, world, event, who)
  const changes = diff(filing, stepped.filing)
  if (event.type === 'rest') {
    // Only what was open becomes 0.
    expect(changes.filter(change => change.from !== undefined)).toEqual([])
  } else if (event.type !== 'edited' || changes.length > 0) {
    const may = mayWrite(form, world, focus, event, stepped.effects)
    expect(changes.map(change => change.key).filter(key => !may.has(key))).toEqual([])
  }
  expect(stepped.focus.trail.length).toBeLessThanOrEqual(trailLimit)
  expect(stepped.focus.undo.length).toBeLessThanOrEqual(trailLimit)
  const asks = stepped.effects.filter(effect => effect.type === 'ask')
  const quiet = event.type === 'edited' || event.type === 'thanked'
  expect(asks.length).toBeLessThanOrEqual(1)
  expect(quiet || stepped.effects.at(-1)?.type === 'ask').toBe(true)
  const [ask] = asks
  if (ask) expect(ask.question).toEqual(stepped.focus.question)
  const choices = ask ? choicesFor(ask) : []
  world.filing = stepped.filing
  world.focuses.set(who, stepped.focus)
  world.seen.push(...choices)
  return choices
}

describe.each(forms)('in %s', (_, form) => {
  test('whatever two people do, a question stands and only what an event is about changes', () => {
    fc.assert(
      fc.property(moves, walk => {
        const world = start(form)
        const now = new Map<string, readonly Choice[]>()
        for (const [move, who] of walk) {
          const choices = check(form, world, eventOf(world, move, now.get(who) ?? []), who)
          if (choices.length > 0) now.set(who, choices)
        }
      }),
      { numRuns },
    )
  })

  test('from wherever they are, every detour leads back to the same question with the same choices', () => {
    fc.assert(
      fc.property(moves, walk => {
        const world = start(form)
        let now: readonly Choice[] = []
        for (const [move] of walk) now = check(form, world, eventOf(world, move, now), 'ann')
        const asked = check(form, world, { type: 'resume' }, 'ann')
        const { question } = world.focuses.get('ann') ?? startFocus
        for (const detour of detours) {
          const again = check(form, world, detour, 'ann')
          expect(again, detour.type).toEqual(asked)
          expect(world.focuses.get('ann')?.question, detour.type).toEqual(question)
        }
        expect(
          asked.flatMap(({ label, nav }) => (nav && label.type === 'word' ? [label.word] : [])),
        ).toContain('help')
      }),
      { numRuns: numRuns / 3 },
    )
  })

  test('undoing all figures and gates leads back to the start', () => {
    fc.assert(
      fc.property(moves, walk => {
        const world = start(form)
        let now: readonly Choice[] = []
        let steps = 0
        for (const [move] of walk) {
          const event = eventOf(world, move, now)
          const focus = world.focuses.get('ann') ?? startFocus
          const tried = act(form, world, event, 'ann')
          if (diff(world.filing, tried.filing).some(change => change.type === 'text')) continue
          if (tried.focus.undo.length > focus.undo.length) steps += 1
          if (tried.focus.undo.length < focus.undo.length) steps -= 1
          if (steps > trailLimit - 1) break
          const asked = tried.effects.find(effect => effect.type === 'ask')
          world.filing = tried.filing
          world.focuses.set('ann', tried.focus)
          if (asked) now = choicesFor(asked)
        }
        for (let times = 0; times <= trailLimit; times += 1) check(form, world, { type: 'undo' }, 'ann')
        expect([...world.filing.entries]).toEqual([])
        expect(world.filing.texts.size).toBe(0)
      }),
      { numRuns },
    )
  })
})
