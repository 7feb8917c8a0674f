// The audit chain: each line sealed with the one before, texts only as a keyed hash.

import { afterEach, describe, expect, test } from 'vitest'
import {
  type Actor,
  brokenLine,
  changeActs,
  createSeal,
  auditLines as sealLines,
} from '../../src/app/audit.ts'
import type { AuditLine } from '../../src/app/ports/audits.ts'
import type { Change, Entry } from '../../src/engine/filing.ts'
import { personId } from '../../src/engine/filing.ts'
import { cellKey, gateKey, textKey } from '../../src/engine/form.ts'
import { type Desk, openDesk } from './desk.ts'

const seal = createSeal('a key')
const auditLines = async (
  by: typeof seal,
  scope: 'filing/f1',
  head: string,
  changes: readonly Change[],
  who: Actor,
) => sealLines(by, scope, head, await changeActs(by, changes), who)
const who = { by: personId('ann'), at: 1, channel: 'sim' }
const entry = (value: Entry['value'], note: string | null = null): Entry => ({
  value,
  note,
  source: 'typed',
  by: who.by,
  at: 1,
  message: null,
})
const set = (key: string, to: Entry | undefined, from?: Entry): Change => ({
  type: 'entry',
  key: cellKey(key),
  from,
  to,
})
const write = (...bodies: string[]): Change => ({
  type: 'text',
  key: textKey('overview'),
  from: undefined,
  to: bodies.map(body => ({ body, by: who.by, at: 1, message: null })),
})

const broken = (lines: readonly AuditLine[], head: string, key = seal) =>
  brokenLine(key, 'filing/f1', lines, head)

const chain = async () => {
  const first = await auditLines(seal, 'filing/f1', '', [set('a', entry(1)), set('b', entry(null))], who)
  const second = await auditLines(
    seal,
    'filing/f1',
    first.head,
    [set('a', entry(2), entry(1)), write('梧桐成荫。')],
    {
      ...who,
      at: 2,
    },
  )
  return { lines: [...first.lines, ...second.lines], head: second.head }
}

test('a chain verifies, and numbers its lines from 1', async () => {
  const { lines, head } = await chain()
  expect(lines.map(line => line.n)).toEqual([1, 2, 3, 4])
  expect(head).toBe(`4:${lines[3]?.hash}`)
  expect(await broken(lines, head)).toBeNull()
})

test('no change adds no line', async () => {
  expect(await auditLines(seal, 'filing/f1', '7:x', [], who)).toEqual({ head: '7:x', lines: [] })
})

describe('a chain that was tampered with is found out', () => {
  test.each([0, 1, 2])('when line %d is cut out', async at => {
    const { lines, head } = await chain()
    expect(
      await broken(
        lines.filter((_, index) => index !== at),
        head,
      ),
    ).not.toBeNull()
  })

  test('when the last line is cut off', async () => {
    const { lines, head } = await chain()
    expect(await broken(lines.slice(0, -1), head)).toBe(4)
  })

  test.each([
    ['new', '[9,null,"typed"]'],
    ['old', null],
    ['by', 'bob'],
    ['at', 99],
    ['about', 'z'],
    ['channel', 'other'],
    ['what', 'cleared'],
  ])('when %s of a line is changed', async (field, value) => {
    const { lines, head } = await chain()
    const forged = lines.map((line, at) => (at === 2 ? ({ ...line, [field]: value } as AuditLine) : line))
    expect(await broken(forged, head)).toBe(3)
  })

  test('when two lines change places', async () => {
    const { lines, head } = await chain()
    const [a, b, c, d] = lines as [AuditLine, AuditLine, AuditLine, AuditLine]
    expect(await broken([b, a, c, d], head)).not.toBeNull()
  })

  test('when it was made anew with another key', async () => {
    const { lines, head } = await chain()
    expect(await broken(lines, head, createSeal('another key'))).toBe(1)
  })
})

test('a figure is written down as it was and as it is, with its note', async () => {
  const { lines } = await auditLines(
    seal,
    'filing/f1',
    '',
    [set('a', undefined, entry(22, '（其中修订16件）'))],
    who,
  )
  expect(lines[0]).toMatchObject({
    what: 'cleared',
    about: 'a',
    old: '[22,"（其中修订16件）","typed"]',
    new: null,
  })
})

test('a text is written down only as a hash that needs the key', async () => {
  const { lines } = await auditLines(seal, 'filing/f1', '', [write('梧桐', '成荫')], who)
  expect(lines[0]).toMatchObject({ what: 'wrote', about: 'overview', old: null })
  expect(JSON.stringify(lines)).not.toContain('梧桐')
  expect(lines[0]?.new).toMatch(/^[0-9a-f]{64}$/)
  expect(
    (await auditLines(createSeal('another'), 'filing/f1', '', [write('梧桐', '成荫')], who)).lines[0]?.new,
  ).not.toBe(lines[0]?.new)
})

// Whoever reads the audit can see that two texts are the same (a short one may be guessed by who holds the key).
test('equal texts have equal hashes, however they were cut into messages', async () => {
  const hash = async (change: Change) =>
    (await auditLines(seal, 'filing/f1', '', [change], who)).lines[0]?.new
  expect(await hash(write('梧桐\n成荫'))).toBe(await hash(write('梧桐', '成荫')))
  expect(await hash(write('梧桐'))).not.toBe(await hash(write('成荫')))
})

test('a text that reads like a line has not the hash of one, so nobody who only writes texts can make lines', async () => {
  const { lines } = await auditLines(seal, 'filing/f1', '', [set('a', entry(1))], who)
  const { hash, ...line } = lines[0] as AuditLine
  const typed = `filing/f1\n\n${JSON.stringify(line)}`
  expect(await seal('line', typed)).toBe(hash)
  const [wrote] = (await auditLines(seal, 'filing/f1', '', [write(typed)], who)).lines
  expect(wrote?.new).not.toBe(hash)
})

describe('in a conversation', () => {
  let desk: Desk
  afterEach(() => desk.close())

  test('every change is in the chain, and its head is the filing’s', async () => {
    desk = await openDesk()
    const ann = await desk.seated('ann')
    await ann.tap('开始填报')
    for (const text of [
      '引言',
      '现报告如下：',
      '总体情况',
      '梧桐成荫。',
      '行政许可',
      '选完了',
      '12',
      '-3',
      '345',
      '没有',
    ]) {
      await ann.text(text)
    }
    await ann.command('undo')
    const rows = await desk.sql.all(
      'SELECT n, "by", at, channel, what, about, old, new, hash FROM audit WHERE scope = ?1 ORDER BY n',
      [`filing/${(await ann.seat()).filing.id}`],
    )
    const lines = rows as unknown as AuditLine[]
    const { auditHead, filing } = await ann.seat()
    expect(await brokenLine(desk.seal, `filing/${filing.id}`, lines, auditHead)).toBeNull()
    expect(lines.map(({ about, what }) => `${what} ${about}`)).toEqual([
      'wrote preamble',
      'wrote overview',
      `set ${gateKey('disclosure.?')}`,
      'set disclosure.licensing.items-last-year',
      'set disclosure.licensing.change',
      'set disclosure.licensing.handled',
      'set requests.?',
      'cleared requests.?',
    ])
    expect(filing.entries.size).toBe(4)
    expect(JSON.stringify(rows)).not.toContain('梧桐')
  })
})
